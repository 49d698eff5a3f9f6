package event

import (
	"fmt"
	"strings"
)

// slotKind is where a participant stands relative to its trigger.
type slotKind int

const (
	slotSubj  slotKind = iota // who does it: subject, by-agent, understood subject
	slotObj                   // who it is done to: object, passive subject
	slotIobj                  // indirect object
	slotPoss                  // possessor, nationality or name before a noun
	slotComp                  // inside the complement clause
	slotEvent                 // of the event told by the complement clause
	slotPrep                  // after a preposition
	slotCond                  // subject of the condition: "unless B leaves"
	slotHarm                  // who did the harm it happened in: "died in a raid by B"
)

// slot is one place to look for a participant.
type slot struct {
	kind slotKind
	prep string // of slotPrep: "with", "ahead of"
	in   *slot  // of slotComp: where inside the clause; nil for anywhere

	direct bool // the participant itself, not the owner of what stands there
}

// parseSlot reads "subj", "obj", "iobj", "poss", "with", "on-behalf-of",
// "comp", "comp.obj" or "comp.event"; "obj!" asks for the participant itself.
func parseSlot(s string) (slot, error) {
	if rest, found := strings.CutSuffix(s, "!"); found {
		inner, err := parseSlot(rest)
		inner.direct = true
		if inner.in != nil {
			inner.in.direct = true
		}
		return inner, err
	}
	if s == "comp.event" {
		return slot{kind: slotEvent}, nil
	}
	if rest, found := strings.CutPrefix(s, "comp."); found {
		in, err := parseSlot(rest)
		return slot{kind: slotComp, in: &in}, err
	}
	switch s {
	case "subj":
		return slot{kind: slotSubj}, nil
	case "obj":
		return slot{kind: slotObj}, nil
	case "iobj":
		return slot{kind: slotIobj}, nil
	case "poss":
		return slot{kind: slotPoss}, nil
	case "comp":
		return slot{kind: slotComp}, nil
	case "if":
		return slot{kind: slotCond}, nil
	case "harm":
		return slot{kind: slotHarm}, nil
	case "":
		return slot{}, fmt.Errorf("empty slot")
	}
	for _, r := range s {
		if r != '-' && (r < 'a' || r > 'z') {
			return slot{}, fmt.Errorf("slot %q: want subj, obj, iobj, poss, if, harm, comp, comp.SLOT or a preposition", s)
		}
	}
	return slot{kind: slotPrep, prep: strings.ReplaceAll(s, "-", " ")}, nil
}

// phrase is a verb with the noun that makes it a trigger.
type phrase struct {
	verbs []string
	link  string // preposition or particle between them: "enter into talks"
	nouns []string
}

// parsePhrase reads "hold|have <talks>" or "enter into <talks>|dialogue".
func (b *Book) parsePhrase(s string) (phrase, error) {
	parts := strings.Fields(s)
	if len(parts) < 2 || len(parts) > 3 {
		return phrase{}, fmt.Errorf("phrase %q: want VERB NOUN or VERB PREPOSITION NOUN, alternatives joined by |", s)
	}
	verbs, err := b.alternatives(parts[0])
	if err != nil {
		return phrase{}, fmt.Errorf("phrase %q: %w", s, err)
	}
	nouns, err := b.alternatives(parts[len(parts)-1])
	if err != nil {
		return phrase{}, fmt.Errorf("phrase %q: %w", s, err)
	}
	p := phrase{verbs: verbs, nouns: unhyphened(nouns)}
	if len(parts) == 3 {
		p.link = parts[1]
	}
	return p, nil
}

// alternatives reads "a|b|<class>".
func (b *Book) alternatives(s string) ([]string, error) {
	return b.expandWords(strings.Split(s, "|"), nil)
}
