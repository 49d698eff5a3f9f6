package ref

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/entente-kg/entente/schema"
)

func embedded(t *testing.T) *Source {
	t.Helper()
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var codes = []string{"IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"}

func TestActorsAreSound(t *testing.T) {
	s := embedded(t)
	known := slices.Clone(codes)
	for _, c := range s.Countries {
		known = append(known, c.Code)
	}
	seen := map[string]bool{}
	for _, a := range s.Actors {
		switch {
		case seen[a.ID]:
			t.Errorf("%s: listed twice", a.ID)
		case a.Name == "" || len(a.ID) < 8:
			t.Errorf("%s: no name", a.ID)
		case !slices.Contains(known, a.Country) && !(a.Kind == schema.Place && a.Country == ""): // seas and parts of the world lie in no country
			t.Errorf("%s: unknown country %q", a.ID, a.Country)
		case strings.TrimSpace(a.Name) != a.Name:
			t.Errorf("%q: blanks around the name", a.Name)
		}
		seen[a.ID] = true
		for _, sector := range a.Sectors {
			if !slices.ContainsFunc(schema.Sectors[:], func(x struct{ Code, Meaning string }) bool { return x.Code == sector }) {
				t.Errorf("%s: %q is no sector", a.ID, sector)
			}
		}
		if q := a.Wikidata; q != "" && (q[0] != 'Q' || strings.TrimLeft(q[1:], "0123456789") != "") {
			t.Errorf("%s: %q is no Wikidata item", a.ID, q)
		}
	}
}

func TestNamesAreSound(t *testing.T) {
	s := embedded(t)
	ids := map[string]bool{"": true}
	for _, a := range s.Actors {
		ids[a.ID] = true
	}
	x := index{nodes: map[uint64]int32{}}
	for _, n := range s.Names {
		if !ids[n.ActorID] || !ids[n.PlaceID] {
			t.Errorf("%q: names nobody: %q %q", n.Text, n.ActorID, n.PlaceID)
		}
		if strings.TrimFunc(n.Text, unicode.IsSpace) != n.Text || !x.add(n.Text, n.Weak, Hit{Reading: n.Reading}) {
			t.Errorf("%q: cannot be looked up", n.Text)
		}
		if n.From != "" && !isDate(n.From) || n.To != "" && (!isDate(n.To) || comparePrefix(n.From, n.To) > 0) {
			t.Errorf("%q: bad days %s..%s", n.Text, n.From, n.To)
		}
	}
}

func TestWikidataIsUnique(t *testing.T) {
	first := map[string]string{}
	for _, a := range embedded(t).Actors {
		if other := first[a.Wikidata]; a.Wikidata != "" && other != "" {
			t.Errorf("%s and %s share %s", other, a.ID, a.Wikidata)
		}
		first[a.Wikidata] = a.ID
	}
}

func TestTenuresAreSound(t *testing.T) {
	s := embedded(t)
	persons := map[string]bool{}
	for id := range s.Persons {
		persons[id] = true
	}
	bodies := map[string]bool{}
	for _, c := range s.Countries {
		bodies[c.Code] = true
	}
	for _, a := range s.Actors {
		bodies[a.ID] = a.Kind == schema.Organisation
	}
	for _, c := range s.Countries {
		bodies[c.Code] = true
	}
	offices := map[string]Office{}
	for _, o := range s.Offices {
		offices[o.Key] = o
	}
	last := map[[2]string]Tenure{}
	for _, x := range s.Tenures {
		where := x.PersonID + ", " + x.Office + " of " + x.Body
		o, known := offices[x.Office]
		switch {
		case !persons[x.PersonID]:
			t.Errorf("%s: unknown person", where)
		case !bodies[x.Body]:
			t.Errorf("%s: unknown body", where)
		case !known:
			t.Errorf("%s: unknown office", where)
		case !isDate(x.From) || x.To != "" && !isDate(x.To):
			t.Errorf("%s: bad date in %s..%s", where, x.From, x.To)
		case x.To != "" && comparePrefix(x.From, x.To) > 0:
			t.Errorf("%s: ends before it begins: %s..%s", where, x.From, x.To)
		}
		key := [2]string{x.Body, x.Office}
		if before, ok := last[key]; ok && o.Single && (before.To == "" || comparePrefix(before.To, x.From) > 0) {
			t.Errorf("%s from %s: %s has not left yet (%s)", where, x.From, before.PersonID, before.To)
		}
		last[key] = x
	}
}

func TestMembersAreSound(t *testing.T) {
	s := embedded(t)
	known := slices.Clone(codes)
	for _, c := range s.Countries {
		known = append(known, c.Code)
	}
	organisations := map[string]bool{}
	for _, a := range s.Actors {
		organisations[a.ID] = a.Kind == schema.Organisation
	}
	for _, m := range s.Memberships {
		switch {
		case !organisations[m.Organisation]:
			t.Errorf("%s: unknown organisation", m.Organisation)
		case !slices.Contains(known, m.Member):
			t.Errorf("%s: unknown member %s", m.Organisation, m.Member)
		case m.From != "" && !isDate(m.From) || m.To != "" && (!isDate(m.To) || comparePrefix(m.From, m.To) > 0):
			t.Errorf("%s: %s from %s to %s", m.Organisation, m.Member, m.From, m.To)
		}
	}
}

func isDate(s string) bool {
	const layout = "dddd-dd-dd"
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if digit := s[i] >= '0' && s[i] <= '9'; digit != (layout[i] == 'd') {
			return false
		}
	}
	return len(s) < 7 || s[5:7] >= "01" && s[5:7] <= "12" && (len(s) < 10 || s[8:] >= "01" && s[8:] <= "31")
}

// Tables are kept in order, so that a change is a small diff.
func TestTablesAreSorted(t *testing.T) {
	for file, columns := range map[string][]string{
		"countries.tsv": {"code"}, "states.tsv": {"code"}, "offices.tsv": {"key"},
		"intergovernmental.tsv": {"name"}, "institutions.tsv": {"name"}, "armed-groups.tsv": {"name"},
		"media.tsv": {"name"}, "business.tsv": {"name"}, "cities.tsv": {"name", "country"},
		"persons.tsv": {"name"}, "tenures.tsv": {"body", "office", "from"}, "agents.tsv": {"words"}, "regions.tsv": {"name"}, "members.tsv": {"organisation", "member", "from"},
	} {
		rows, err := readTable(file)
		if err != nil {
			t.Error(err)
		}
		before := ""
		for _, r := range rows {
			var key []string
			for _, c := range columns {
				key = append(key, sortKey(r.get(c)))
			}
			if now := strings.Join(key, "\t"); now < before {
				t.Error(r.errorf("%q stands after %q", now, before))
			} else if now == before && file != "tenures.tsv" {
				t.Error(r.errorf("%q is listed twice", now))
			} else {
				before = now
			}
		}
	}
}

// sortKey is the name without accents and case, and then the name itself.
func sortKey(s string) string {
	var b strings.Builder
	for _, r := range foldLetters(strings.TrimPrefix(s, "~")) {
		if r < 128 {
			b.WriteRune(r)
		}
	}
	return b.String() + "\x00" + s
}

func TestOfficesAreSound(t *testing.T) {
	s := embedded(t)
	for _, o := range s.Offices {
		if len(o.Phrases) == 0 || o.Sector == "" {
			t.Errorf("%s: no phrase or no sector", o.Key)
		}
	}
	bodies := map[string]bool{}
	for _, c := range s.Countries {
		bodies[c.Code] = true
	}
	for _, a := range s.Actors {
		bodies[a.ID] = true
	}
	for _, o := range s.Offices {
		for _, p := range o.Phrases {
			for _, b := range p.Bodies {
				if !bodies[b] {
					t.Errorf("%s: %q is limited to %q, which is not known", o.Key, p.Words, b)
				}
			}
		}
	}
	// A phrase without a limit must mean one office only.
	first := map[string]string{}
	for _, o := range s.Offices {
		for _, p := range o.Phrases {
			key := officePhrase(p.Words)
			if p.Bodies == nil && first[key] != "" && first[key] != o.Key {
				t.Errorf("%q means both %s and %s", p.Words, first[key], o.Key)
			}
			if p.Bodies == nil {
				first[key] = o.Key
			}
		}
	}
}
