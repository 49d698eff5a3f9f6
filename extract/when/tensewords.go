package when

// futureWords are the auxiliaries that look ahead.
var futureWords = map[string]bool{
	"will": true, "'ll": true, "wo": true, "shall": true, "would": true, "could": true, "may": true, "might": true,
	"should": true, "must": true, "ca": true, "can": true, "going": true,
}

// looksAhead are participles and adjectives that put what they speak of ahead.
var looksAhead = map[string]bool{
	"scheduled": true, "due": true, "slated": true, "planned": true, "expected": true, "upcoming": true,
	"forthcoming": true, "set": true, "poised": true, "proposed": true, "plans": true, "planning": true,
	"intends": true, "hopes": true, "aims": true, "ahead": true, "pending": true, "coming": true,
}

// plansAhead are the lemmas whose infinitive lies ahead of them: "agreed to meet".
var plansAhead = map[string]bool{
	"agree": true, "plan": true, "promise": true, "pledge": true, "vow": true, "intend": true, "expect": true,
	"schedule": true, "invite": true, "ask": true, "urge": true, "order": true, "threaten": true, "want": true,
	"hope": true, "decide": true, "vote": true, "offer": true, "prepare": true, "aim": true, "propose": true,
	"call": true, "tell": true, "set": true, "due": true, "ready": true, "wish": true, "demand": true,
	"request": true, "commit": true, "choose": true, "consider": true, "arrange": true, "be": true,
}

// reports are the verbs newspapers write in the present of what was said.
var reports = map[string]bool{
	"say": true, "report": true, "tell": true, "claim": true, "show": true, "write": true, "announce": true,
	"have": true, "be": true,
}

// pastForms are past tenses that do not end in -ed, for sentences without tags.
var pastForms = map[string]bool{
	"met": true, "said": true, "told": true, "spoke": true, "held": true, "went": true, "flew": true, "was": true,
	"were": true, "had": true, "has": true, "have": true, "began": true, "came": true, "took": true, "gave": true,
	"made": true, "saw": true, "sent": true, "left": true, "won": true, "lost": true, "fought": true, "sought": true,
	"shot": true, "struck": true, "fell": true, "rose": true, "broke": true, "brought": true, "cut": true, "did": true,
	"found": true, "got": true, "hit": true, "kept": true, "led": true, "paid": true, "put": true, "ran": true,
	"wrote": true, "withdrew": true, "swore": true, "sold": true, "bought": true, "built": true, "burst": true,
	"been": true, "gone": true, "taken": true, "seen": true, "fled": true, "sat": true, "stood": true, "thought": true,
	"shook": true, "rode": true, "knew": true, "grew": true, "blew": true, "chose": true, "drove": true, "wore": true,
	"forgave": true, "hid": true, "laid": true, "sank": true, "slept": true, "stole": true, "swept": true, "taught": true,
	"tore": true, "upheld": true, "understood": true, "woke": true, "oversaw": true, "underwent": true, "undertook": true,
	"overthrew": true, "bore": true, "bound": true, "dealt": true, "fed": true, "felt": true, "lent": true, "meant": true,
	"became": true, "forbade": true, "froze": true, "threw": true, "drew": true, "spent": true, "hung": true, "arose": true,
}
