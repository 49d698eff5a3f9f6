package event

import "strings"

// lexicon is a Book compiled for matching: words to the rules and cues they start.
type lexicon struct {
	verbs   map[string][]*Rule // by the verb's lemma, its particle aside
	nouns   map[string][]*Rule
	phrases map[string][]boundPhrase // by the verb's lemma

	cueVerbs, cueNouns, adjectives, aux, modifiers cueTable
	marks                                          map[string]reading

	support       map[string]bool
	objectControl map[string]bool
	saying        map[string]bool
	happening     map[string]bool
	onlooking     map[string]bool // verbs whose subject is not the one to do what their object names
	doing         map[string]bool // who does it does what its subject names
	alleging      map[string]bool
	suffering     map[string]bool
	eves          map[string]bool
	targets       map[string]bool
	barring       map[string]bool
	answering     map[string]bool
	settlements   map[string]bool
	time          map[string]bool
	announcing    map[string]bool
	measures      map[string]bool
	discards      []compiledDiscard
	agents        map[string]bool
	kin           map[string]bool
	emissaries    map[string]bool
	hosting       map[string]bool // verbs whose object is on a visit
	harms         map[string]bool
	public        map[string]bool
	channels      map[string]bool
	locales       map[string]bool
	achieving     map[string]bool
	charging      map[string]bool
	offices       map[string]bool // sectors, in lower case
	ofState       map[string]bool // relations
	powers        map[string]bool
	undertakings  map[string]bool
	ofLife        map[string]bool // roots, in lower case
	accepting     map[string]bool
	accounts      map[string]bool
	containing    map[string]bool
	laws          map[string]bool
	blows         map[string]bool
	struggles     map[string]bool
	helping       map[string]bool
	forces        map[string]bool
	slots         map[string]slot
}

// boundPhrase is a phrase of a rule.
type boundPhrase struct {
	phrase
	rule *Rule
}

// compile indexes a book that finish has checked.
func compile(b *Book) (*lexicon, error) {
	x := &lexicon{
		verbs:         map[string][]*Rule{},
		nouns:         map[string][]*Rule{},
		phrases:       map[string][]boundPhrase{},
		support:       set(b.classes["support"]),
		cueVerbs:      cueTable{},
		cueNouns:      cueTable{},
		adjectives:    cueTable{},
		aux:           cueTable{},
		modifiers:     cueTable{},
		marks:         map[string]reading{},
		saying:        set(b.classes["saying"]),
		happening:     set(b.classes["happening"]),
		onlooking:     set(b.classes["onlooking"]),
		doing:         set(b.classes["doing"]),
		measures:      set(b.classes["measures"]),
		announcing:    set(b.classes["announcing"]),
		time:          set(b.classes["time"]),
		suffering:     set(b.classes["suffering"]),
		eves:          set(b.classes["eves"]),
		targets:       set(b.classes["targets"]),
		barring:       set(b.classes["barring"]),
		answering:     set(b.classes["answering"]),
		settlements:   set(b.classes["settlements"]),
		alleging:      set(b.classes["alleging"]),
		objectControl: set(b.classes["object-control"]),
		agents:        set(b.classes["agents"]),
		kin:           set(b.classes["kin"]),
		emissaries:    set(b.classes["emissaries"]),
		hosting:       set(b.classes["hosting"]),
		harms:         set(b.classes["harms"]),
		public:        set(b.classes["public"]),
		channels:      set(b.classes["channels"]),
		locales:       set(b.classes["locales"]),
		achieving:     set(b.classes["achieving"]),
		charging:      set(b.classes["charging"]),
		offices:       set(b.classes["offices"]),
		ofState:       set(b.classes["acts-of-state"]),
		undertakings:  set(b.classes["undertakings"]),
		powers:        set(b.classes["powers"]),
		ofLife:        set(b.classes["everyday"]),
		accepting:     set(b.classes["accepting"]),
		accounts:      set(b.classes["accounts"]),
		containing:    set(b.classes["containing"]),
		laws:          set(b.classes["laws"]),
		blows:         set(b.classes["blows"]),
		struggles:     set(b.classes["struggles"]),
		helping:       set(b.classes["helping"]),
		forces:        set(b.classes["forces"]),
		slots:         map[string]slot{},
	}
	for _, r := range b.Rules {
		if err := x.addRule(b, r); err != nil {
			return nil, &RuleError{r.at, r.ID, err.Error()}
		}
	}
	for _, c := range b.Cues {
		x.addCue(c)
	}
	for _, d := range b.Discards {
		x.discards = append(x.discards, compiledDiscard{d, set(d.Words), set(d.Unless)})
	}
	return x, nil
}

// addRule indexes one rule by each of its triggers and parses its slots.
func (x *lexicon) addRule(b *Book, r *Rule) error {
	for _, v := range r.Verbs {
		lemma, _, _ := strings.Cut(v, " ")
		if rules := x.verbs[lemma]; len(rules) == 0 || rules[len(rules)-1] != r {
			x.verbs[lemma] = append(rules, r)
		}
	}
	for _, n := range r.Nouns {
		last := n[strings.LastIndexByte(n, ' ')+1:]
		if rules := x.nouns[last]; len(rules) == 0 || rules[len(rules)-1] != r {
			x.nouns[last] = append(rules, r)
		}
	}
	for _, p := range r.Phrases {
		ph, err := b.parsePhrase(p)
		if err != nil {
			return err
		}
		for _, v := range ph.verbs {
			x.phrases[v] = append(x.phrases[v], boundPhrase{ph, r})
		}
	}
	return x.addSlots(r)
}

func (x *lexicon) addSlots(r *Rule) error {
	for _, s := range []Slots{r.Actor, r.Recipient, r.NounActor, r.NounRecipient} {
		for _, step := range s {
			for _, name := range step {
				parsed, err := parseSlot(name)
				if err != nil {
					return err
				}
				x.slots[name] = parsed
			}
		}
	}
	return nil
}

// set makes a word list searchable.
func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
