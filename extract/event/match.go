package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// match is one rule read at one trigger.
type match struct {
	rule       *Rule
	verb       int // token that carries the event in the tree: its status is read here
	noun       int // the noun of a phrase, or the noun trigger itself; -1 for a verb
	actors     []role
	recipients []role
	mutually   bool // the recipient did the same: "A and B accused each other"
	ownDay     bool // its day is told right behind the recipient: "met A on Monday and B on Friday"
	ownPlace   bool // so is its place: "met A in Riga and B in Oslo"
}

// tokens are the words of the trigger in text order.
func (m *match) tokens() []int {
	if m.noun < 0 || m.noun == m.verb {
		return []int{m.verb}
	}
	if m.noun < m.verb {
		return []int{m.noun, m.verb}
	}
	return []int{m.verb, m.noun}
}

// matches reads every rule at every trigger of the sentence and keeps the best
// reading of each trigger. Near misses go to refused, for why-not.
func (t *tree) matches(refused func(*match, string)) []*match {
	var all []*match
	for i := range t.Tokens {
		for _, c := range t.candidates(i) {
			if why := t.fill(c); why != "" {
				refused(c, why)
				continue
			}
			all = append(all, c)
		}
	}
	return bestReadings(all)
}

// candidates are the rules that token i triggers, not yet filled.
func (t *tree) candidates(i int) []*match {
	var out []*match
	lemma := t.lemma(i)
	if (t.isVerb(i) || t.verbal(i) || t.predicate(i)) && !t.misjoined(i) && !t.quality(i) {
		for _, r := range t.lex.verbs[lemma] {
			if t.particleFits(i, lemma, r.Verbs) {
				out = append(out, &match{rule: r, verb: i, noun: -1})
			}
		}
		for _, p := range t.lex.phrases[lemma] {
			for _, n := range t.phraseNouns(i, p.phrase) {
				out = append(out, &match{rule: p.rule, verb: i, noun: n})
			}
		}
	}
	if t.isNoun(i) && !t.personName(i) {
		for _, r := range t.lex.nouns[lemma] {
			if t.compoundFits(i, lemma, r.Nouns) {
				out = append(out, &match{rule: r, verb: i, noun: i})
			}
		}
	}
	return out
}

// personName reports whether a capitalised noun belongs to somebody's name: Ban Ki-moon is no ban.
func (t *tree) personName(i int) bool {
	m := t.mention(i)
	return m != nil && t.Tokens[i].UPOS == "PROPN" && len(m.Actors) == 1 && m.Actors[0].Kind == schema.Person
}

// quality reports whether participle i is said to be more or less so, as only adjectives are: "the reports
// were very encouraging".
func (t *tree) quality(i int) bool {
	return t.Tokens[i].Form != t.lemma(i) && slices.ContainsFunc(t.children(i, "advmod"), func(k int) bool {
		return k == i-1 && t.lemma(k) == "very"
	})
}

// misjoined reports whether token i is a base form joined to a verb that shows
// tense, as no verb is: the "advise" of "helps with advise and assist operations".
func (t *tree) misjoined(i int) bool {
	if t.Tokens[i].XPOS != "VB" || !t.is(i, "conj") || t.head(i) < 0 || t.child(i, "aux", "mark", "nsubj") >= 0 {
		return false
	}
	x := t.Tokens[t.head(i)].XPOS
	return x == "VBZ" || x == "VBD" && t.child(t.head(i), "aux") < 0
}

// verbal reports whether token i, tagged otherwise, is a participle at work.
func (t *tree) verbal(i int) bool {
	x := t.Tokens[i].XPOS
	return (x == "VBN" || x == "VBG" || x == "VBD") && t.Tokens[i].UPOS != "AUX"
}

// predicate reports whether token i is an adjective that says something of a
// subject: "A is willing to help B".
func (t *tree) predicate(i int) bool {
	return t.Tokens[i].UPOS == "ADJ" && t.child(i, "cop") >= 0
}

// particleFits reports whether one of the rule's verbs of that lemma stands
// here with its particle, if it has one.
func (t *tree) particleFits(i int, lemma string, verbs Words) bool {
	for _, v := range verbs {
		first, particle, two := strings.Cut(v, " ")
		if first != lemma {
			continue
		}
		if !two || t.hasParticle(i, particle) {
			return true
		}
	}
	return false
}

// hasParticle reports whether verb i goes with the particle or preposition.
func (t *tree) hasParticle(i int, particle string) bool {
	for _, k := range t.kids[i] {
		if k > i && strings.EqualFold(t.Tokens[k].Form, particle) {
			return true
		}
		if !adverbial(particle) && t.is(k, "obl", "advcl", "xcomp", "advmod") && t.hasCase(k, particle) {
			return true
		}
	}
	return i+1 < len(t.Tokens) && strings.EqualFold(t.Tokens[i+1].Form, particle)
}

// lemmaBefore is the lemma of the word before i, past a hyphen.
func (t *tree) lemmaBefore(i int) string {
	if i--; i > 0 && t.Tokens[i].Form == "-" {
		i--
	}
	if i < 0 {
		return ""
	}
	return t.lemma(i)
}

// adverbial reports whether a particle is an adverb rather than a preposition:
// "take in refugees" is not "take part in".
func adverbial(particle string) bool {
	switch particle {
	case "in", "out", "up", "down", "off", "over", "back", "away":
		return true
	}
	return false
}

// compoundFits checks a noun of two words: "phone call" wants the phone.
func (t *tree) compoundFits(i int, lemma string, nouns Words) bool {
	for _, n := range nouns {
		at := strings.LastIndexByte(n, ' ')
		if n[at+1:] != lemma {
			continue
		}
		if at < 0 || t.lemmaBefore(i) == n[:at] {
			return true
		}
	}
	return false
}

// phraseNouns are the nouns that complete phrase p at verb v.
func (t *tree) phraseNouns(v int, p phrase) []int {
	var heads []int
	switch {
	case p.link == "":
		heads = append(heads, t.obj(v))
		heads = append(heads, t.children(v, "obj")...) // "threw B a lifeline", two objects of one kind
		if t.passive(v) {
			heads = append(heads, t.child(v, "obj", "xcomp")) // "was handed a note", "was taken prisoner"
		}
		if k := t.child(v, "nsubj"); k >= 0 && t.child(v, "obj", "ccomp", "xcomp") < 0 { // "the deal reached between A and B", misread; "talks began"
			heads = append(heads, k)
		}
	default:
		heads = append(t.allAfter(v, p.link, nearReach), t.purposes(v, p.link)...)
		if t.hasParticle(v, p.link) {
			heads = append(heads, t.obj(v))
		}
	}
	var out []int
	for _, h := range heads {
		if n := t.nounAmong(h, p.nouns); n >= 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// nounAmong finds one of the nouns at h, among its conjuncts, or one "of" below
// a measure ("a round of talks", "a series of strikes", "two years of aid").
func (t *tree) nounAmong(h int, nouns []string) int {
	if h < 0 {
		return -1
	}
	for _, i := range append([]int{h}, t.conjuncts(h)...) {
		if t.nounIs(i, nouns) {
			return i
		}
	}
	for _, k := range t.children(h, "nmod", "compound") {
		if (t.hasCase(k, "of") || t.is(k, "compound")) && t.nounIs(k, nouns) {
			return k
		}
	}
	return -1
}

func (t *tree) nounIs(i int, nouns []string) bool {
	lemma := t.lemma(i)
	for _, n := range nouns {
		at := strings.LastIndexByte(n, ' ')
		if n[at+1:] == lemma && (at < 0 || t.lemmaBefore(i) == n[:at]) {
			return !t.personName(i) // nobody was flown in with "Rice"
		}
	}
	return false
}
