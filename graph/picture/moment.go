package picture

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// moment is one row of a timeline: what one day brought between some lanes and
// one set of others.
type moment struct {
	day      string // or an interval; in brackets that of the report, where the event has none
	standing standing
	status   string // what is to be said of it beside its standing; "" for what occurred
	lanes    []int  // rows of the lanes it touches
	targets  []int  // those of them that it is done to by other lanes
	verb     string
	others   []string // names of participants without a lane
	place    string
	articles map[string]bool // that tell it
}

func (m moment) year() string { return strings.Trim(m.day, "()")[:4] }

// what says the event in words, the lanes being its subject.
func (m moment) what() string {
	if len(m.others) == 0 {
		return m.verb
	}
	return m.verb + " " + shorten(listed(m.others, 3), 90)
}

func (m moment) where() string {
	if m.place == "" {
		return ""
	}
	return "in " + shorten(m.place, 40)
}

// state says what is to be known beside what happened.
func (m moment) state() string {
	if m.status == "" {
		return ""
	}
	return "· " + m.status
}

func (m moment) reports() string {
	if len(m.articles) < 2 {
		return ""
	}
	return fmt.Sprintf("· %d articles", len(m.articles))
}

// momentsOf are the events that touch a lane, oldest first, told once however
// many articles tell them. What has neither a day nor a day of report is left
// out: it has no place in time.
func momentsOf(actors []schema.Actor, events []schema.Event) []moment {
	row := map[string]int{}
	for i, a := range actors {
		row[a.ID] = i
	}
	var moments []moment
	index := map[string]int{}
	for i := range events {
		m := momentOf(row, &events[i])
		if m.day == "" || len(m.lanes) == 0 {
			continue
		}
		at, seen := index[m.key()]
		if !seen {
			at = len(moments)
			index[m.key()] = at
			moments = append(moments, m)
		}
		moments[at].articles[events[i].Article.ID] = true
		moments[at].place = cmp.Or(moments[at].place, m.place)
	}
	slices.SortFunc(moments, func(a, b moment) int {
		return cmp.Or(compareDays(a.day, b.day), cmp.Compare(len(a.day), len(b.day)), slices.Compare(a.lanes, b.lanes), cmp.Compare(a.key(), b.key()))
	})
	return moments
}

func (m moment) key() string {
	return fmt.Sprint(m.day, m.standing, m.status, m.lanes, m.targets, m.verb, "\x00", strings.Join(m.others, "\x00"))
}

func momentOf(row map[string]int, e *schema.Event) moment {
	m := moment{day: dayOf(e), standing: standingOf(e.Status), articles: map[string]bool{}}
	if e.Status != schema.Occurred {
		m.status = string(e.Status)
	}
	if e.Place != nil && e.Place.Name != "" {
		m.place = e.Place.Name
	}
	acting := m.side(row, e.Actors)
	done := m.side(row, e.Recipients)
	m.lanes = append(slices.Clone(acting), done...)
	if r := schema.RelationNamed(e.Relation); len(acting) > 0 && (r == nil || !r.Symmetric) {
		m.targets = done
	}
	slices.Sort(m.lanes)
	slices.Sort(m.others)
	m.lanes, m.others = slices.Compact(m.lanes), slices.Compact(m.others)
	m.verb = verbOf(e.Relation, len(acting) > 0, len(m.others) > 0, len(m.lanes) > 1)
	return m
}

// side sorts the participants of a side into lanes and others.
func (m *moment) side(row map[string]int, ps []schema.Participant) (lanes []int) {
	for _, p := range ps {
		if i, ok := row[p.ID]; ok {
			lanes = append(lanes, i)
		} else {
			m.others = append(m.others, p.Name)
		}
	}
	return lanes
}

// dayOf is when an event was, as schema.Period writes it; in brackets when it
// was reported, where nothing else is known.
func dayOf(e *schema.Event) string {
	if period := schema.Period(e.From, e.To); period != "" || e.Article.Published == "" {
		return period
	}
	return "(" + e.Article.Published + ")"
}

// verbOf words a relation from the side of the lanes: "met with" before a name
// and "met" without one, "was hosted by" where the lane is who it is done to.
func verbOf(relation string, acts, named, among bool) string {
	r := schema.RelationNamed(relation)
	if !acts && r != nil && !r.Symmetric {
		if r.Inverse != "" {
			return words(r.Inverse)
		}
		return "← " + words(relation)
	}
	verb := words(relation)
	if named && !among {
		return verb
	}
	for _, preposition := range []string{" with", " between", " to", " from", " against", " of", " for"} {
		if bare, ok := strings.CutSuffix(verb, preposition); ok {
			if named { // lanes among themselves, and others beside them
				return bare + ", with"
			}
			return bare
		}
	}
	if named {
		return verb + ", with"
	}
	return verb
}

func words(relation string) string { return strings.ReplaceAll(relation, "-", " ") }
