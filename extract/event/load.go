package event

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

//go:embed rules/*.yaml
var embedded embed.FS

// Book is a set of rule files read together: classes expanded, frames filled
// in, everything checked.
type Book struct {
	Rules    []*Rule
	Cues     []*Cue
	Discards []*DiscardRule
	classes  map[string]Words
	frames   map[string]*Frame
}

// LoadRules reads the built-in rules and then the given files, whose rules may
// use the built-in classes and frames, and replace a built-in rule by its ID.
func LoadRules(files ...string) (*Book, error) {
	b := &Book{classes: map[string]Words{}, frames: map[string]*Frame{}}
	names, err := fs.Glob(embedded, "rules/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("listing built-in rules: %w", err)
	}
	for _, name := range names {
		data, err := embedded.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading built-in rules: %w", err)
		}
		if err := b.add(name, data); err != nil {
			return nil, err
		}
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading rules: %w", err)
		}
		if err := b.add(name, data); err != nil {
			return nil, err
		}
	}
	return b, b.finish()
}

// add reads one file into the book.
func (b *Book) add(name string, data []byte) error {
	f, err := parseFile(name, data)
	if err != nil {
		return err
	}
	for _, class := range slices.Sorted(maps.Keys(f.Classes)) {
		b.classes[class] = f.Classes[class]
	}
	for _, frame := range f.Frames {
		b.frames[frame.Name] = frame
	}
	for _, r := range f.Rules {
		if i := slices.IndexFunc(b.Rules, func(old *Rule) bool { return old.ID == r.ID && old.at.File != name }); i >= 0 {
			b.Rules[i] = r
			continue
		}
		b.Rules = append(b.Rules, r)
	}
	b.Cues = append(b.Cues, f.Cues...)
	b.Discards = append(b.Discards, f.Discards...)
	return nil
}

// parseFile decodes a rule file and notes the line each entry starts on.
func parseFile(name string, data []byte) (*File, error) {
	var f File
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, yamlError(name, err)
	}
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, yamlError(name, err)
	}
	at := func(section string, i int) Position {
		lines := entryLines(tree, section)
		if i < len(lines) {
			return Position{name, lines[i]}
		}
		return Position{name, 1}
	}
	for i, x := range f.Frames {
		x.at = at("frames", i)
	}
	for i, x := range f.Rules {
		x.at = at("rules", i)
	}
	for i, x := range f.Cues {
		x.at = at("cues", i)
	}
	for i, x := range f.Discards {
		x.at = at("discards", i)
	}
	return &f, nil
}

// entryLines gives the line of every entry of a top-level list.
func entryLines(tree *ast.File, section string) []int {
	path, err := yaml.PathString("$." + section)
	if err != nil {
		return nil
	}
	node, err := path.FilterFile(tree)
	if err != nil {
		return nil
	}
	seq, ok := node.(*ast.SequenceNode)
	if !ok {
		return nil
	}
	lines := make([]int, len(seq.Values))
	for i, v := range seq.Values {
		lines[i] = firstLine(v)
	}
	return lines
}

// firstLine is the line a node's text begins on; a mapping's own token is the
// colon after its first key.
func firstLine(n ast.Node) int {
	switch n := n.(type) {
	case *ast.MappingNode:
		if n.IsFlowStyle || len(n.Values) == 0 {
			return n.Start.Position.Line
		}
		return n.Values[0].Key.GetToken().Position.Line
	case *ast.MappingValueNode:
		return n.Key.GetToken().Position.Line
	}
	return n.GetToken().Position.Line
}

// yamlError turns an error of the YAML reader into file:line and its message.
func yamlError(name string, err error) error {
	e := &RuleError{Position: Position{name, 1}, Msg: err.Error()}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Msg = y.GetMessage()
		if tk := y.GetToken(); tk != nil {
			e.Line = tk.Position.Line
		}
	}
	return e
}

// finish expands classes and fills in what frames give, then checks every entry.
func (b *Book) finish() error {
	for _, r := range b.Rules {
		if err := b.fillRule(r); err != nil {
			return err
		}
	}
	for _, c := range b.Cues {
		for _, w := range []*Words{&c.Verbs, &c.Nouns, &c.Adjectives, &c.Aux, &c.Modifiers, &c.Marks} {
			if err := b.expand(w); err != nil {
				return &RuleError{c.at, "cue " + string(c.Status), err.Error()}
			}
		}
	}
	for _, d := range b.Discards {
		for _, w := range []*Words{&d.Words, &d.Unless} {
			if err := b.expand(w); err != nil {
				return &RuleError{d.at, d.ID, err.Error()}
			}
		}
	}
	return b.lint()
}

// fillRule applies the defaults, the frame and the classes to a rule.
func (b *Book) fillRule(r *Rule) error {
	if r.Frame == "" {
		r.Frame = "transitive"
	}
	frame := b.frames[r.Frame]
	if frame == nil {
		return &RuleError{r.at, r.ID, fmt.Sprintf("no frame %q; known: %s", r.Frame, strings.Join(slices.Sorted(maps.Keys(b.frames)), ", "))}
	}
	for _, f := range []struct{ own, given *Slots }{
		{&r.Actor, &frame.Actor},
		{&r.Recipient, &frame.Recipient},
		{&r.NounActor, &frame.NounActor},
		{&r.NounRecipient, &frame.NounRecipient},
	} {
		if *f.own == nil {
			*f.own = *f.given
		}
	}
	if r.Needs == nil {
		r.Needs = Words{"actor", "recipient"}
	}
	if r.Prior == 0 {
		r.Prior = 0.8
	}
	for _, w := range []*Words{&r.Verbs, &r.Nouns, &r.ActorWords, &r.RecipientWords, &r.Only, &r.Unless} {
		if err := b.expand(w); err != nil {
			return &RuleError{r.at, r.ID, err.Error()}
		}
	}
	r.Nouns = unhyphened(r.Nouns)
	return nil
}

// unhyphened adds to each hyphened noun the one of two words, as the tokeniser
// cuts most hyphens: "cease-fire", "cease fire".
func unhyphened(words Words) Words {
	for _, w := range words {
		if strings.Contains(w, "-") {
			words = append(words, strings.ReplaceAll(w, "-", " "))
		}
	}
	return words
}

// expand replaces every <class> by its words, classes inside classes too.
func (b *Book) expand(w *Words) error {
	out, err := b.expandWords(*w, nil)
	if err == nil {
		*w = out
	}
	return err
}

func (b *Book) expandWords(list Words, open []string) (Words, error) {
	var out Words
	for _, item := range list {
		name, isClass := className(item)
		if !isClass {
			out = append(out, item)
			continue
		}
		if slices.Contains(open, name) {
			return nil, fmt.Errorf("class <%s> contains itself", name)
		}
		class, ok := b.classes[name]
		if !ok {
			return nil, fmt.Errorf("no class <%s>", name)
		}
		words, err := b.expandWords(class, append(open, name))
		if err != nil {
			return nil, err
		}
		out = append(out, words...)
	}
	return out, nil
}

// className is the name inside <…>.
func className(item string) (name string, ok bool) {
	if len(item) > 2 && item[0] == '<' && item[len(item)-1] == '>' {
		return item[1 : len(item)-1], true
	}
	return "", false
}
