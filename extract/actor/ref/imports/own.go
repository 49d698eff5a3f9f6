package imports

import (
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// ownActor is an actor of our YAML.
type ownActor struct {
	Name       string      `yaml:"name"`
	Kind       string      `yaml:"kind"`
	Country    string      `yaml:"country"` // alpha-3; a state of its own may bring a new code
	Sectors    []string    `yaml:"sectors"`
	Aliases    []string    `yaml:"aliases"`
	Adjectives []string    `yaml:"adjectives"` // of a state
	People     []string    `yaml:"people"`     // of a state: plural
	Capital    string      `yaml:"capital"`    // of a state
	Wikidata   string      `yaml:"wikidata"`
	Gender     string      `yaml:"gender"`
	Offices    []ownOffice `yaml:"offices"`
}

type ownOffice struct {
	Office string `yaml:"office"`
	Body   string `yaml:"body"`
	From   string `yaml:"from"`
	To     string `yaml:"to"`
}

type ownAgent struct {
	Words   string   `yaml:"words"`
	Plural  string   `yaml:"plural"`
	Sectors []string `yaml:"sectors"`
	Kind    string   `yaml:"kind"`
}

// readYAML reads our own file: lists under actors: and agents:. Entries are
// counted, and named by the line they begin on.
func (b *builder) readYAML(data []byte) {
	file, err := parser.ParseBytes(data, 0)
	if err != nil || len(file.Docs) == 0 || file.Docs[0].Body == nil {
		b.rep.Lines++
		b.rep.refuse(1, "", "not YAML: %v", err)
		return
	}
	root, ok := file.Docs[0].Body.(ast.MapNode)
	if !ok {
		b.rep.Lines++
		b.rep.refuse(1, "", "want lists under actors: and agents:")
		return
	}
	for it := root.MapRange(); it.Next(); {
		list, isList := it.Value().(*ast.SequenceNode)
		key := it.Key().String()
		if !isList || key != "actors" && key != "agents" {
			b.rep.Lines++
			b.rep.refuse(it.Key().GetToken().Position.Line, key, "want lists under actors: and agents:")
			continue
		}
		for _, node := range list.Values {
			b.rep.Lines++
			b.entry(key, node)
		}
	}
}

func (b *builder) entry(key string, node ast.Node) {
	line := node.GetToken().Position.Line
	var err error
	if key == "agents" {
		err = b.ownAgent(node)
	} else {
		err = b.ownActor(node, line)
	}
	if err != nil {
		b.rep.refuse(line, clip(node.String()), "%v", err)
		return
	}
	b.rep.Imported++
}

func (b *builder) ownAgent(node ast.Node) error {
	var a ownAgent
	if err := yaml.NodeToValue(node, &a, yaml.Strict()); err != nil {
		return err
	}
	if a.Words == "" || len(a.Sectors) == 0 {
		return fmt.Errorf("an agent needs words and sectors")
	}
	if err := checkSectors(a.Sectors); err != nil {
		return err
	}
	if a.Plural == "" {
		a.Plural = ref.Plural(a.Words)
	}
	if a.Kind == "" {
		a.Kind = "person"
	}
	b.source.Agents = append(b.source.Agents, ref.Agent{Words: a.Words, Plural: a.Plural, Sectors: a.Sectors, Kind: a.Kind})
	return nil
}

func checkSectors(sectors []string) error {
	for _, s := range sectors {
		known := false
		for _, x := range schema.Sectors {
			known = known || x.Code == s
		}
		if !known {
			return fmt.Errorf("%q is no PLOVER sector", s)
		}
	}
	return nil
}

func (b *builder) ownActor(node ast.Node, line int) error {
	var a ownActor
	if err := yaml.NodeToValue(node, &a, yaml.Strict()); err != nil {
		return err
	}
	if err := a.check(); err != nil {
		return err
	}
	if kindOf(a.Kind) == schema.State {
		return b.ownState(a)
	}
	country := b.countryOf(a.Country)
	if a.Country != "" && country == "" {
		return fmt.Errorf("country %q is not known; give an alpha-3 code, or define the state before", a.Country)
	}
	actor := schema.Actor{Name: a.Name, Kind: kindOf(a.Kind), Country: country, Sectors: a.Sectors, Aliases: a.Aliases, Wikidata: a.Wikidata}
	for _, o := range a.Offices {
		if len(actor.Sectors) == 0 {
			actor.Sectors = []string{b.sectorOf(b.office(o.Office, b.bodyOf(o.Body, o.Office, country)))}
		}
	}
	id := b.actor(actor)
	if p, ok := b.source.Persons[id]; ok && a.Gender != "" {
		p.Gender = a.Gender
		b.source.Persons[id] = p
	}
	for _, o := range a.Offices {
		body := b.bodyOf(o.Body, o.Office, country)
		b.tenure(ref.Tenure{PersonID: id, Body: body, Office: b.office(o.Office, body), From: o.From, To: o.To}, o.Office, line)
	}
	return nil
}

func (a *ownActor) check() error {
	if schema.Slug(a.Name) == "" {
		return fmt.Errorf("an actor needs a name")
	}
	if a.Wikidata != "" && item(a.Wikidata) != a.Wikidata {
		return fmt.Errorf("wikidata %q is no item such as Q42", a.Wikidata)
	}
	for _, o := range a.Offices {
		_, ok1 := date(o.From)
		_, ok2 := date(o.To)
		switch {
		case o.Office == "":
			return fmt.Errorf("an office without a name")
		case !ok1 || !ok2:
			return fmt.Errorf("office %q: want dates as 2014, 2014-05 or 2014-05-20", o.Office)
		case endsFirst(o.From, o.To):
			return fmt.Errorf("office %q ends before it begins", o.Office)
		}
	}
	return checkSectors(a.Sectors)
}

// ownState files a state the table does not know, with its people and capital.
func (b *builder) ownState(a ownActor) error {
	if len(a.Country) != 3 {
		return fmt.Errorf("a state needs a code of three letters under country")
	}
	c := ref.Country{Code: a.Country, Name: a.Name, Standing: "state"}
	if len(a.Adjectives) > 0 {
		c.Adjective = a.Adjectives[0]
	}
	id := b.actor(schema.Actor{Name: a.Name, Kind: schema.State, Country: a.Country, Sectors: []string{"GOV"}, Aliases: a.Aliases})
	b.readings(id, ref.Adjective, a.Adjectives)
	b.readings(id, ref.People, a.People)
	if a.Capital != "" {
		place := schema.Actor{ID: "place:" + schema.Slug(a.Capital), Name: a.Capital, Kind: schema.Place, Country: a.Country}
		b.source.Actors = append(b.source.Actors, place)
		b.source.Names = append(b.source.Names, ref.Name{Text: a.Capital, ActorID: id, PlaceID: place.ID, Reading: ref.Capital})
		c.CapitalID = place.ID
	}
	b.source.Countries = append(b.source.Countries, c)
	return nil
}

func (b *builder) readings(id string, reading ref.Reading, words []string) {
	for _, w := range words {
		b.source.Names = append(b.source.Names, ref.Name{Text: w, ActorID: id, Reading: reading})
	}
}
