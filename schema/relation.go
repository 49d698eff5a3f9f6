package schema

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"
)

// Relation is one thing that can be said of two actors.
type Relation struct {
	Name      string `yaml:"name" json:"name"`
	Root      string `yaml:"root" json:"root"`
	CAMEO     string `yaml:"cameo" json:"cameo,omitempty"`
	Mode      string `yaml:"mode" json:"mode,omitempty"`
	Symmetric bool   `yaml:"symmetric" json:"symmetric,omitempty"`
	Standing  bool   `yaml:"standing" json:"standing,omitempty"`
	Domain    []Kind `yaml:"domain" json:"domain"`
	Range     []Kind `yaml:"range" json:"range"`
	Inverse   string `yaml:"inverse" json:"inverse,omitempty"`
	Why       string `yaml:"why" json:"why,omitempty"`
	Example   string `yaml:"example" json:"example"`
}

// Allows reports whether actor may stand on the acting side of the relation.
func (r *Relation) Allows(actor Kind) bool { return slices.Contains(r.Domain, actor) }

// Reaches reports whether recipient may stand on the receiving side.
func (r *Relation) Reaches(recipient Kind) bool { return slices.Contains(r.Range, recipient) }

//go:embed relations.yaml
var relationsYAML []byte

var loadRelations = sync.OnceValue(func() []Relation {
	rs, err := parseRelations(relationsYAML)
	if err != nil {
		panic("schema: relations.yaml: " + err.Error()) // the file is part of the program and linted by its tests
	}
	return rs
})

// Relations lists every relation in the order of relations.yaml. The slice is
// shared: do not change it.
func Relations() []Relation { return loadRelations() }

var relationsByName = sync.OnceValue(func() map[string]*Relation {
	rs := Relations()
	byName := make(map[string]*Relation, len(rs))
	for i := range rs {
		byName[rs[i].Name] = &rs[i]
	}
	return byName
})

// RelationNamed returns the relation of that name, or nil.
func RelationNamed(name string) *Relation { return relationsByName()[name] }

func parseRelations(data []byte) ([]Relation, error) {
	var file struct {
		Relations []Relation `yaml:"relations"`
	}
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.Strict()); err != nil {
		return nil, err
	}
	anyone := []Kind{Person, State, Organisation, Group}
	for i := range file.Relations {
		r := &file.Relations[i]
		if r.Name == "" {
			return nil, fmt.Errorf("relation %d has no name", i+1)
		}
		if r.Domain == nil {
			r.Domain = anyone
		}
		if r.Range == nil {
			r.Range = anyone
		}
	}
	return file.Relations, nil
}
