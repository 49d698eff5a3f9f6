package ref

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Embedded reads the tables that come with the program.
func Embedded() (*Source, error) {
	s := &Source{Persons: map[string]Person{}, places: map[string]bool{}}
	for _, read := range []func(*Source) error{
		readStates, readOrganisations, readMetonyms, readRegions, readCities, readOffices, readPersons, readTenures, readAgents, readMembers,
	} {
		if err := read(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// addActor files an actor with its spellings.
func (s *Source) addActor(a schema.Actor, reading func(string) Reading, aliases []string) {
	id := a.ID
	for _, text := range append([]string{a.Name}, aliases...) {
		text, weak := strings.CutPrefix(text, "~")
		text, days, dated := strings.Cut(text, "@") // "US-led coalition@2014-09..2019-03"
		from, to, _ := strings.Cut(days, "..")
		s.Names = append(s.Names, Name{Text: text, ActorID: id, Reading: reading(text), Weak: weak, From: from, To: to})
		if text != a.Name && !dated {
			a.Aliases = append(a.Aliases, text)
		}
	}
	slices.Sort(a.Aliases)
	a.Aliases = slices.Compact(a.Aliases)
	s.Actors = append(s.Actors, a)
}

// readingOf tells an abbreviation from a name.
func readingOf(text string) Reading {
	short := strings.ReplaceAll(text, ".", "")
	if len(short) <= 7 && !strings.Contains(short, " ") && strings.ToUpper(short) == short && strings.ToLower(short) != short {
		return Abbreviation
	}
	return FullName
}

// readOrganisations reads the tables that share the columns name, code, sectors, aliases.
func readOrganisations(s *Source) error {
	for _, file := range []string{"intergovernmental.tsv", "institutions.tsv", "armed-groups.tsv", "media.tsv", "business.tsv"} {
		rows, err := readTable(file)
		if err != nil {
			return err
		}
		for _, r := range rows {
			name, weak := strings.CutPrefix(r.get("name"), "~")
			a := schema.Actor{
				ID: "actor:" + schema.Slug(name), Name: name, Kind: schema.Organisation,
				Country: r.get("code"), Wikidata: r.get("wikidata"),
			}
			if r.get("sectors") != "" {
				a.Sectors = strings.Split(r.get("sectors"), ",")
			}
			s.addActor(a, readingOf, r.list("aliases"))
			s.Names[len(s.Names)-1-len(r.list("aliases"))].Weak = weak
		}
	}
	return nil
}

// readMetonyms reads seats of government: words, who acts, the place.
func readMetonyms(s *Source) error {
	rows, err := readTable("metonyms.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		actor := ""
		if who := r.get("acts"); who != "" {
			actor = s.bodyID(who)
		}
		place := schema.Actor{ID: "place:" + schema.Slug(r.get("place")), Name: r.get("place"), Kind: schema.Place, Country: r.get("country")}
		words := r.list("words")
		for _, w := range words {
			s.Names = append(s.Names, Name{Text: w, ActorID: actor, PlaceID: place.ID, Reading: Metonym})
		}
		s.addPlace(place, words)
	}
	return nil
}

// addPlace files a place without names of its own.
func (s *Source) addPlace(a schema.Actor, aliases []string) {
	for _, text := range aliases {
		if text != a.Name {
			a.Aliases = append(a.Aliases, text)
		}
	}
	slices.Sort(a.Aliases)
	s.places[a.ID] = true
	s.Actors = append(s.Actors, a)
}

// bodyID is the actor ID of a country code or an organisation's name.
func (s *Source) bodyID(body string) string {
	for i := range s.Countries {
		if s.Countries[i].Code == body {
			return "actor:" + schema.Slug(s.Countries[i].Name)
		}
	}
	return "actor:" + schema.Slug(body)
}

// readRegions reads continents, seas and the like: places without a state.
func readRegions(s *Source) error {
	rows, err := readTable("regions.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		a := schema.Actor{ID: "place:" + schema.Slug(r.get("name")), Name: r.get("name"), Kind: schema.Place, Country: r.get("country")}
		for _, w := range append([]string{a.Name}, r.list("aliases")...) {
			s.Names = append(s.Names, Name{Text: w, PlaceID: a.ID, Reading: Region})
		}
		s.addPlace(a, r.list("aliases"))
	}
	return nil
}

// readCities reads cities and regions that are no capitals.
func readCities(s *Source) error {
	rows, err := readTable("cities.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		name, weak := strings.CutPrefix(r.get("name"), "~")
		a := schema.Actor{ID: placeID(s, name, r.get("country")), Name: name, Kind: schema.Place, Country: r.get("country")}
		reading, actor := City, ""
		if r.get("kind") == "region" {
			reading = Region
		}
		if r.get("kind") == "seat" { // The Hague, Tel Aviv: acts like a capital
			reading, actor = Capital, s.bodyID(a.Country)
		}
		for _, w := range append([]string{name}, r.list("aliases")...) {
			s.Names = append(s.Names, Name{Text: w, ActorID: actor, PlaceID: a.ID, Reading: reading, Weak: weak})
		}
		s.addPlace(a, r.list("aliases"))
	}
	return nil
}

// placeID is "place:cambridge", with the country where the name is taken.
func placeID(s *Source, name, country string) string {
	id := "place:" + schema.Slug(name)
	if s.places[id] {
		return id + "-" + strings.ToLower(country)
	}
	return id
}

// bodies turns the names of organisations in a list into actor IDs; codes stay.
func (s *Source) bodies(list []string) []string {
	for i, b := range list {
		if len(b) != 3 {
			list[i] = s.bodyID(b)
		}
	}
	return list
}

func readOffices(s *Source) error {
	rows, err := readTable("offices.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		o := Office{Key: r.get("key"), Title: r.get("title"), Sector: r.get("sector"), Single: r.get("single") == "yes"}
		for _, p := range r.list("phrases") {
			words, bodies, limited := strings.Cut(p, "@")
			phrase := Phrase{Words: words}
			if limited {
				phrase.Bodies = s.bodies(strings.Split(bodies, ","))
			}
			o.Phrases = append(o.Phrases, phrase)
		}
		s.Offices = append(s.Offices, o)
	}
	return nil
}
