package text

import (
	"slices"
	"strings"
)

// asRead is the word that the network is shown for token i: another one where the words around leave no doubt what it is
// and the network still takes it for something else, as "will" for the auxiliary, or "pardon" for a noun in "vowed to pardon Berg".
func (s *Sentence) asRead(i int) string {
	form := s.Tokens[i].Form
	if i+1 < len(s.Tokens) && isRank(form) && capital(s.Tokens[i+1].Form) {
		return form + "." // "Gen Lind", as some papers write
	}
	if i == 0 || i+1 == len(s.Tokens) {
		return form
	}
	before, after := s.Tokens[i-1].Form, s.Tokens[i+1].Form
	switch form {
	case "transport":
		if before == "and" && (after == "links" || after == "ties") {
			return "commercial" // no verb
		}
	case "plans":
		if before == "longer" {
			return "intends"
		}
	case "will":
		if ownWill(strings.ToLower(before), after) {
			return "desire"
		}
	case "since":
		if pastForm(after) && (before == "has" || before == "have" || before == "had") { // "has since dropped the charges"
			return "also"
		}
	case "held", "controlled", "annexed", "administered", "ruled", "run", "seized", "besieged":
		if before == "-" && capital(after) { // "rebel-held Aleppo"
			return "occupied"
		}
	case "harbouring", "harboring", "arming", "fomenting", "bankrolling", "orchestrating", "masterminding", "plotting":
		if before == "of" && s.accusedBefore(i) {
			return "supporting"
		}
	case "halt":
		if before == "to" {
			return "stop"
		}
	case "lent":
		return "gave"
	case "bore":
		return "carried"
	case "hand":
		if (after == "over" || after == "back") && before != "the" && before != "a" {
			return "turn"
		}
	case "armed":
		if capital(before) && capital(after) {
			return "equipped"
		}
	case "opposed":
		if before != "as" && before != "to" && (capital(before) || before == "also" || before == "strongly" || before == "who") && (capital(after) || after == "the" || after == "a" || after == "any") {
			return "resisted"
		}
	}
	if nounAndVerb(form) && beginsObject(after) && s.infinitiveAt(i) {
		return "punish"
	}
	return form
}

// isRank holds for short titles before a name, written without a full stop.
func isRank(form string) bool {
	switch form {
	case "Gen", "Lt", "Maj", "Brig", "Col", "Adm", "Capt", "Cmdr", "Sgt", "Cpl", "Sen", "Rep", "Gov":
		return true
	}
	return false
}

// accusedBefore reports whether a verb of blame stands a few words before token i: "accused it of harbouring rebels".
func (s *Sentence) accusedBefore(i int) bool {
	for k := i - 2; k >= 0 && k > i-8; k-- {
		switch s.Tokens[k].Form {
		case "accused", "accuses", "accusing", "accuse", "suspected", "suspects", "suspecting", "convicted", "guilty":
			return true
		}
	}
	return false
}

// surelyPast reports whether the past at token i is the verb of a subject before an aside, though a noun behind it could make
// it an attribute: "Chad on Tuesday voiced support". The network is shown a past that is no participle.
func (s *Sentence) surelyPast(i int, all []aside) bool {
	form := s.Tokens[i].Form
	if i == 0 || i+2 >= len(s.Tokens) || !pastForm(form) || noParticiple(form) || !bareNoun(s.Tokens[i+1].Form) {
		return false
	}
	for _, a := range all {
		if a.Last == i {
			return true
		}
	}
	return false
}

// bareNoun holds for words that are most likely a noun or its attribute.
func bareNoun(form string) bool {
	if len(form) < 3 || form[0] < 'a' || form[0] > 'z' || strings.HasSuffix(form, "ly") || strings.HasSuffix(form, "ing") || pastForm(form) || isAuxiliary(form) || beginsObject(form) && !strings.HasSuffix(form, "s") {
		return false
	}
	switch form {
	case "that", "with", "from", "into", "onto", "over", "under", "about", "against", "after", "before", "during", "for", "off", "out", "down", "back", "away", "aside", "ahead", "home", "there", "here",
		"him", "them", "her", "his", "its", "their", "who", "whom", "what", "how", "why", "when", "where", "whether", "not", "never", "also", "again", "and", "but", "yet", "than", "then", "until", "since",
		"through", "toward", "towards", "upon", "within", "without", "between", "among", "amid", "near", "past", "along", "across", "around", "behind", "beside", "besides", "outside", "inside", "despite",
		"because", "while", "although", "though", "unless", "this", "these", "those", "such", "each", "both", "every", "himself", "herself", "itself", "themselves", "soon", "late", "later", "earlier", "early",
		"today", "yesterday", "tomorrow", "forward", "together", "apart", "alongside", "less", "too", "very", "just", "only", "even", "once", "twice", "briefly", "instead", "long", "short", "free", "guilty", "responsible", "public",
		"the", "any", "all", "some", "more", "most", "nothing", "something", "anything", "reporters", "journalists", "lawmakers", "parliament", "as", "by":
		return false
	}
	return true
}

// ownWill reports whether a "will" between two words is somebody's and no auxiliary.
func ownWill(before, after string) bool {
	switch before {
	case "political", "popular", "democratic", "collective", "necessary":
		return true
	case "the", "their", "its", "his", "her", "our", "no", "'s", "a", "sovereign", "free", "good", "ill":
		return after == "of" || after == "to" || after == "." || after == ","
	}
	return false
}

func capital(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

// infinitiveAt reports whether a bare verb is due at token i: after "to", "not" or an auxiliary, or after the subject of a demand.
func (s *Sentence) infinitiveAt(i int) bool {
	switch s.Tokens[i-1].Form {
	case "to", "not", "n't", "will", "would", "should", "must", "could", "can", "might":
		return true
	}
	if !capital(s.Tokens[i-1].Form) {
		return false
	}
	for k := i - 2; k >= max(i-5, 1); k-- { // "demanded that Berg free the men"
		if s.Tokens[k].Form != "that" {
			continue
		}
		switch s.Tokens[k-1].Form {
		case "demand", "demands", "demanded", "demanding", "request", "requested", "requests", "insist", "insisted", "insisting", "propose", "proposed", "recommended", "suggested", "asked":
			return true
		}
	}
	return false
}

// beginsObject holds for words with which what is done to somebody most likely begins.
func beginsObject(form string) bool {
	switch form {
	case "the", "a", "an", "its", "his", "her", "their", "our", "all", "any", "some", "more", "two", "three", "hundreds", "thousands", "dozens", "him", "them", "it":
		return true
	}
	return capital(form) || form != "" && form[0] >= '0' && form[0] <= '9' || len(form) > 4 && form[len(form)-1] == 's'
}

// nounAndVerb holds for verbs whose infinitive the network often takes for a noun or an adjective.
func nounAndVerb(form string) bool {
	_, found := slices.BinarySearch(ambiguous[:], form)
	return found
}

// ambiguous are those verbs, sorted.
var ambiguous = [...]string{
	"advance", "ambush", "amnesty", "audit", "belittle", "brand", "bully", "chair", "comfort", "counsel", "crush", "derail", "disobey", "double", "echo", "embargo", "embolden",
	"extol", "finger", "fire", "foil", "free", "frustrate", "halt", "hammer", "heap", "house", "interrupt", "intimidate", "jeer", "lampoon", "lynch", "mass", "mediate", "molest",
	"nab", "outlaw", "pardon", "pelt", "petition", "phone", "pledge", "sabotage", "sanction", "scramble", "sentence", "sever", "silence", "slam", "smash", "snipe", "summon",
	"triple", "unban", "unblock", "unchain", "unleash", "unseat", "voice", "widen", "wiretap",
}

// bearsMay reports whether the document names a person whose last name is May, which the network takes for the month or
// the auxiliary.
func (d *Document) bearsMay() bool {
	return strings.Contains(d.Text, "Theresa May") || strings.Contains(d.Text, "Minister May") || strings.Contains(d.Text, "Mrs May") || strings.Contains(d.Text, "Mrs. May")
}

// month reports whether the May of token i is the month, by the words around it.
func (s *Sentence) month(i int) bool {
	if i+1 < len(s.Tokens) {
		if r := firstRune(s.Tokens[i+1].Form); r >= '0' && r <= '9' {
			return true
		}
	}
	if i == 0 {
		return false
	}
	switch before := strings.ToLower(s.Tokens[i-1].Form); before {
	case "in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "-", "through", "during":
		return true
	default:
		r := firstRune(before)
		return r >= '0' && r <= '9'
	}
}
