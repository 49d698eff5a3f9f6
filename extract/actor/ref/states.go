package ref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// readStates joins countries.tsv, which is generated, with states.tsv, which
// is ours and overrides it.
func readStates(s *Source) error {
	generated, err := readTable("countries.tsv")
	if err != nil {
		return err
	}
	own, err := readTable("states.tsv")
	if err != nil {
		return err
	}
	byCode := map[string]row{}
	for _, r := range own {
		byCode[r.get("code")] = r
	}
	for _, g := range generated {
		s.addState(g, byCode[g.get("code")])
	}
	return nil
}

// addState files one state, its names, its people and its capital.
func (s *Source) addState(g, own row) {
	code := g.get("code")
	adjectives := own.list("adjectives")
	if adjectives == nil && g.get("adjective") != "" {
		adjectives = []string{g.get("adjective")}
	}
	c := Country{
		Code: code, Alpha2: g.get("alpha2"),
		Name:     cmp.Or(own.get("name"), g.get("name")),
		Standing: cmp.Or(own.get("standing"), "state"),
	}
	if len(adjectives) > 0 {
		c.Adjective = adjectives[0]
	}
	state := schema.Actor{ID: "actor:" + schema.Slug(c.Name), Name: c.Name, Kind: schema.State, Country: code, Sectors: []string{"GOV"}}
	aliases := slices.Concat([]string{g.get("name")}, g.list("aliases"), own.list("aliases"))
	s.addActor(state, readingOf, aliases)
	for i := len(s.Names) - len(aliases) - 1; i < len(s.Names); i++ {
		s.Names[i].PlaceID = state.ID // one actor, and a place too
	}
	s.addPeople(state.ID, adjectives, own)
	c.CapitalID = s.addCapital(code, state.ID, g.get("capital"), own.list("capital"))
	s.describeCapital(&c, adjectives)
	s.Countries = append(s.Countries, c)
}

// describeCapital files the capital as "the Peruvian capital" and "the capital of Peru", which are
// places only.
func (s *Source) describeCapital(c *Country, adjectives []string) {
	if c.CapitalID == "" {
		return
	}
	words := []string{"capital of " + c.Name}
	for _, a := range adjectives {
		words = append(words, a+" capital")
	}
	for _, w := range words {
		s.Names = append(s.Names, Name{Text: w, PlaceID: c.CapitalID, Reading: City})
	}
}

// addPeople files adjectives and the words for the people.
func (s *Source) addPeople(id string, adjectives []string, own row) {
	plural := own.list("people")
	if plural == nil {
		plural = peopleOf(adjectives)
	}
	s.addReading(id, Adjective, adjectives)
	s.addReading(id, People, plural)
	s.addReading(id, Citizen, own.list("citizen"))
}

func (s *Source) addReading(id string, reading Reading, words []string) {
	for _, w := range words {
		s.Names = append(s.Names, Name{Text: w, ActorID: id, Reading: reading})
	}
}

// peopleOf derives plurals where English forms them with -s: Russians, Iraqis, Uzbeks.
func peopleOf(adjectives []string) []string {
	var out []string
	for _, a := range adjectives {
		if strings.HasSuffix(a, ".") || strings.ToUpper(a) == a {
			continue
		}
		if last := a[len(a)-1]; strings.IndexByte("nitkb", last) >= 0 {
			out = append(out, a+"s")
		} else {
			out = append(out, a)
		}
	}
	return out
}

// addCapital files the capital with its spellings; own spellings come first.
func (s *Source) addCapital(code, stateID, generated string, own []string) string {
	names := own
	if names == nil && generated != "" {
		names = []string{generated}
	}
	if names == nil {
		return ""
	}
	name := strings.TrimPrefix(names[0], "~")
	if name == "Washington" {
		name = "Washington, D.C."
	}
	id := placeID(s, name, code)
	for i, w := range names {
		text, weak := strings.CutPrefix(w, "~")
		names[i] = text
		s.Names = append(s.Names, Name{Text: text, ActorID: stateID, PlaceID: id, Reading: Capital, Weak: weak})
	}
	s.addPlace(schema.Actor{ID: id, Name: name, Kind: schema.Place, Country: code}, names)
	return id
}
