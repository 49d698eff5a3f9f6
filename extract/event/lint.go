package event

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// lint checks every entry of the book; the first fault is returned.
func (b *Book) lint() error {
	seen := map[string]Position{}
	for _, r := range b.Rules {
		if old, dup := seen[r.ID]; dup {
			return &RuleError{r.at, r.ID, fmt.Sprintf("same id as the rule at %s", old)}
		}
		seen[r.ID] = r.at
		if err := b.lintRule(r); err != nil {
			return &RuleError{r.at, r.ID, err.Error()}
		}
	}
	for _, c := range b.Cues {
		if err := lintCue(c); err != nil {
			return &RuleError{c.at, "cue " + string(c.Status), err.Error()}
		}
	}
	for _, d := range b.Discards {
		if err := lintDiscard(d); err != nil {
			return &RuleError{d.at, d.ID, err.Error()}
		}
	}
	return nil
}

func (b *Book) lintRule(r *Rule) error {
	rel := schema.RelationNamed(r.Relation)
	switch {
	case r.ID == "" || schema.Slug(r.ID) != r.ID:
		return fmt.Errorf("id %q must be lower-case words joined by hyphens", r.ID)
	case rel == nil:
		return fmt.Errorf("no relation %q in relations.yaml", r.Relation)
	case rel.Root == "":
		return fmt.Errorf("%s is a standing fact, not an event", r.Relation)
	case len(r.Verbs)+len(r.Nouns)+len(r.Phrases) == 0:
		return fmt.Errorf("no verbs, nouns or phrases to trigger it")
	case r.Prior < 0 || r.Prior > 1:
		return fmt.Errorf("prior %v is not between 0 and 1", r.Prior)
	case r.When != "" && !slices.Contains(schema.Statuses[:], r.When):
		return fmt.Errorf("when %q is no status; want one of %v", r.When, schema.Statuses)
	case r.Status != "" && !slices.Contains(schema.Statuses[:], r.Status):
		return fmt.Errorf("%q is no status; want one of %v", r.Status, schema.Statuses)
	case len(r.Examples) == 0:
		return fmt.Errorf("no examples: give at least one sentence it must match")
	}
	if root, _ := schema.RootNamed(rel.Root); r.Mode != "" && !slices.Contains(root.Modes, r.Mode) {
		return fmt.Errorf("mode %q is not one of %s: %s", r.Mode, root.Name, strings.Join(root.Modes, ", "))
	}
	return b.lintParts(r)
}

// lintParts checks the lists inside a rule.
func (b *Book) lintParts(r *Rule) error {
	for _, p := range r.Phrases {
		if _, err := b.parsePhrase(p); err != nil {
			return err
		}
	}
	for _, n := range r.Needs {
		if n != "actor" && n != "recipient" && n != "object" {
			return fmt.Errorf("needs %q: want actor, recipient, object", n)
		}
	}
	for _, code := range slices.Concat(r.ActorSectors, r.RecipientSectors) {
		if !slices.ContainsFunc(schema.Sectors[:], func(s struct{ Code, Meaning string }) bool { return s.Code == code }) {
			return fmt.Errorf("sector %q: want a PLOVER sector such as REB or GOV", code)
		}
	}
	for _, v := range r.Verbs {
		if len(strings.Fields(v)) > 2 || strings.ContainsAny(v, "|<>") {
			return fmt.Errorf("verb %q: want one lemma, or a lemma and its particle", v)
		}
	}
	for _, s := range []Slots{r.Actor, r.Recipient, r.NounActor, r.NounRecipient} {
		if err := lintSlots(s); err != nil {
			return err
		}
	}
	return lintExamples(r.Examples)
}

func lintSlots(s Slots) error {
	for _, step := range s {
		for _, slot := range step {
			if _, err := parseSlot(slot); err != nil {
				return err
			}
		}
	}
	return nil
}

func lintExamples(list Examples) error {
	for _, e := range list {
		if _, _, err := e.Parse(); err != nil {
			return err
		}
	}
	return nil
}

func lintCue(c *Cue) error {
	if !slices.Contains(schema.Statuses[:], c.Status) {
		return fmt.Errorf("%q is no status; want one of %v", c.Status, schema.Statuses)
	}
	if len(c.Verbs)+len(c.Nouns)+len(c.Adjectives)+len(c.Aux)+len(c.Modifiers)+len(c.Marks) == 0 {
		return fmt.Errorf("a cue without words")
	}
	return lintExamples(c.Examples)
}

func lintDiscard(d *DiscardRule) error {
	switch {
	case d.ID == "" || d.Why == "":
		return fmt.Errorf("a discard needs an id and a why")
	case len(d.Words)+len(d.Sectors) == 0:
		return fmt.Errorf("neither words nor sectors that give it away")
	case d.Within != "" && d.Within != "trigger" && d.Within != "object" && d.Within != "sentence" && d.Within != "article":
		return fmt.Errorf("within %q: want trigger, object, sentence or article", d.Within)
	}
	for _, o := range d.Only {
		_, isRoot := schema.RootNamed(o)
		if !isRoot && schema.RelationNamed(o) == nil {
			return fmt.Errorf("only %q: neither a PLOVER root nor a relation", o)
		}
	}
	return lintExamples(d.Examples)
}
