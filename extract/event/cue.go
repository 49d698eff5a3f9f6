package event

import (
	"strings"

	"github.com/entente-kg/entente/schema"
)

// cueTable maps the first word of a cue to the cues that begin with it.
type cueTable map[string][]cueWord

// cueWord is one word or two with the status it gives.
type cueWord struct {
	particle string // "off" of "call off", "" for a single word
	status   schema.Status
	whole    string
}

func (c cueTable) add(words []string, status schema.Status) {
	for _, w := range words {
		first, particle, _ := strings.Cut(w, " ")
		c[first] = append(c[first], cueWord{particle, status, w})
	}
}

// addCue indexes one cue of the book.
func (x *lexicon) addCue(c *Cue) {
	x.cueVerbs.add(c.Verbs, c.Status)
	x.cueNouns.add(c.Nouns, c.Status)
	x.adjectives.add(c.Adjectives, c.Status)
	x.aux.add(c.Aux, c.Status)
	x.modifiers.add(c.Modifiers, c.Status)
	for _, m := range c.Marks {
		x.marks[m] = reading{status: c.Status, cue: m}
	}
}

// word looks token k up in a table by lemma, then by form; the zero reading
// when it is no cue. A cue of two words wins over its first word alone.
func (x *lexicon) word(table cueTable, t *tree, k int) reading {
	list := table[t.lemma(k)]
	if list == nil {
		list = table[strings.ToLower(t.Tokens[k].Form)]
	}
	var r reading
	for _, c := range list {
		switch {
		case c.particle == "" && r.cue == "":
			r = reading{c.status, t.Tokens[k].Form, k + 1}
		case c.particle != "" && t.hasParticle(k, c.particle):
			r = reading{c.status, c.whole, k + 1}
		}
	}
	return r
}

// verbCue is the status a verb gives what it governs.
func (x *lexicon) verbCue(t *tree, v int) reading { return x.word(x.cueVerbs, t, v) }

// headCue is the status that governor h gives: as verb, noun or adjective.
func (x *lexicon) headCue(t *tree, h int) reading {
	switch t.Tokens[h].UPOS {
	case "VERB", "AUX":
		return x.verbCue(t, h)
	case "NOUN", "PROPN":
		return x.word(x.cueNouns, t, h)
	case "ADJ":
		if r := x.word(x.adjectives, t, h); r.status != "" {
			return r
		}
		return x.verbCue(t, h) // "is scheduled to" tagged as an adjective
	}
	return reading{}
}
