package event

import "github.com/entente-kg/entente/schema"

// Case is one example of a rule file.
type Case struct {
	At      Position // of the entry it stands in
	ID      string
	Root    string // events of other roots do not count; "" when all do
	Example Example
}

// Cases lists the examples of a rule file, or of all for "". They are run by
// the package above, which has the whole pipeline.
func (r *Reader) Cases(file string) []Case {
	var out []Case
	add := func(at Position, id, root string, list Examples) {
		if file != "" && at.File != file {
			return
		}
		for _, e := range list {
			out = append(out, Case{at, id, root, e})
		}
	}
	for _, x := range r.book.Rules {
		add(x.at, x.ID, schema.RelationNamed(x.Relation).Root, x.Examples)
	}
	for _, x := range r.book.Cues {
		add(x.at, "cue "+string(x.Status), "", x.Examples)
	}
	for _, x := range r.book.Discards {
		add(x.at, x.ID, "", x.Examples)
	}
	return out
}
