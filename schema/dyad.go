package schema

// Dyad is one pair of participants of an event, the edge a graph draws.
// Target is nil where an event has one participant only ("Chad mobilised its reserves").
type Dyad struct {
	Source, Target *Participant
}

// Dyads derives the pairwise edges of an event: every actor with every
// recipient, or, where nobody is a recipient and the relation is symmetric,
// every actor with every other. Nobody is paired with himself.
func (e *Event) Dyads() []Dyad {
	if len(e.Recipients) > 0 {
		return e.directed()
	}
	if r := RelationNamed(e.Relation); r != nil && r.Symmetric && len(e.Actors) > 1 {
		return e.mutual()
	}
	dyads := make([]Dyad, 0, len(e.Actors))
	for i := range e.Actors {
		dyads = append(dyads, Dyad{Source: &e.Actors[i]})
	}
	return dyads
}

func (e *Event) directed() []Dyad {
	dyads := make([]Dyad, 0, len(e.Actors)*len(e.Recipients))
	for i := range e.Actors {
		for j := range e.Recipients {
			if e.Actors[i].ID != e.Recipients[j].ID {
				dyads = append(dyads, Dyad{&e.Actors[i], &e.Recipients[j]})
			}
		}
	}
	return dyads
}

func (e *Event) mutual() []Dyad {
	var dyads []Dyad
	for i := range e.Actors {
		for j := i + 1; j < len(e.Actors); j++ {
			if e.Actors[i].ID != e.Actors[j].ID {
				dyads = append(dyads, Dyad{&e.Actors[i], &e.Actors[j]})
			}
		}
	}
	return dyads
}
