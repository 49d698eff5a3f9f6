package ref

import (
	"cmp"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// tenures files the rows by body and office, and by person.
type tenures struct {
	byOffice map[[2]string][]Tenure
	byPerson map[string][]Tenure
}

func (x *tenures) add(rows []Tenure) {
	if x.byOffice == nil {
		x.byOffice, x.byPerson = map[[2]string][]Tenure{}, map[string][]Tenure{}
	}
	for _, t := range rows {
		key := [2]string{t.Body, t.Office}
		if slices.ContainsFunc(x.byOffice[key], t.overlaps) {
			continue // a later source says what an earlier one has, with other dates
		}
		x.byOffice[key] = append(x.byOffice[key], t)
		x.byPerson[t.PersonID] = append(x.byPerson[t.PersonID], t)
	}
}

// overlaps reports whether two rows are about one stay of the same person.
func (t Tenure) overlaps(u Tenure) bool {
	return t.PersonID == u.PersonID && before(t.From, u.To) && before(u.From, t.To)
}

// before reports whether a stay that begins on from has begun when one that
// ends on to is over; an empty to never ends.
func before(from, to string) bool { return to == "" || comparePrefix(from, to) < 0 }

func (x *tenures) sort() {
	for _, rows := range x.byOffice {
		slices.SortStableFunc(rows, compareTenures)
	}
	for _, rows := range x.byPerson {
		slices.SortStableFunc(rows, compareTenures)
	}
}

func compareTenures(a, b Tenure) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Body, b.Body),
		cmp.Compare(a.Office, b.Office), cmp.Compare(a.PersonID, b.PersonID))
}

// Holder returns who held an office on a day, in order of taking it. Body is an
// alpha-3 code or an organisation's actor ID, office the key of an [Office],
// and an empty date means every holder known.
//
// On a day of change both the old and the new holder are returned.
func (t *Table) Holder(body, office, date string) []Tenure {
	var out []Tenure
	for _, x := range t.tenures.byOffice[[2]string{body, office}] {
		if x.Covers(date) {
			out = append(out, x)
		}
	}
	return out
}

// Tenures returns the offices of a person in order of time. The slice is
// shared: do not change it.
func (t *Table) Tenures(actorID string) []Tenure { return t.tenures.byPerson[actorID] }

// CodeAt returns country and sectors of an actor on a day, and why: from the
// dated codes of a dictionary, from the offices held, else as the actor stands
// in the table. A politician out of office is ELI.
func (t *Table) CodeAt(a *schema.Actor, date string) (country string, sectors []string, why string) {
	if c, ok := t.dictionaryCode(a.ID, date); ok {
		return c.Country, c.Sectors, "dictionary"
	}
	rows := t.Tenures(a.ID)
	if len(rows) == 0 || date == "" {
		return a.Country, a.Sectors, "table"
	}
	for _, x := range slices.Backward(rows) {
		if o, ok := t.offices.byKey[x.Office]; ok && x.Covers(date) {
			return bodyCountry(t, x.Body, a.Country), []string{o.Sector}, o.Title + " since " + x.From
		}
	}
	if out, ok := t.elite(rows, date); ok {
		return a.Country, []string{"ELI"}, out
	}
	return a.Country, a.Sectors, "table"
}

// dictionaryCode returns the first dated code that covers the day; an undated
// one is the fallback.
func (t *Table) dictionaryCode(id, date string) (found DatedCode, ok bool) {
	for _, c := range t.codings[id] {
		switch {
		case c.From == "" && c.To == "":
			if !ok {
				found, ok = c, true
			}
		case date != "" && within(c.From, c.To, date):
			return c, true
		}
	}
	return found, ok
}

// elite says which office a person had left by the day.
func (t *Table) elite(rows []Tenure, date string) (why string, ok bool) {
	for _, x := range slices.Backward(rows) {
		if x.To != "" && comparePrefix(date, x.To) > 0 {
			return t.offices.byKey[x.Office].Title + " until " + x.To, true
		}
	}
	return "", false
}

// bodyCountry is the code of the body an office belongs to: the state itself,
// or the organisation's code.
func bodyCountry(t *Table, body, otherwise string) string {
	if _, ok := t.countries[body]; ok {
		return body
	}
	if a := t.byID[body]; a != nil && a.Country != "" {
		return a.Country
	}
	return otherwise
}
