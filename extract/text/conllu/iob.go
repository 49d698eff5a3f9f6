package conllu

import (
	"bytes"
	"strings"
)

// Entity is a name over Words[First:Last].
type Entity struct {
	First, Last int
	Type        string // PER, ORG, LOC …
}

// Tagged is one sentence of an IOB2 file.
type Tagged struct {
	ID       string
	Text     string // "# text" comment, may be empty
	Forms    []string
	Entities []Entity
}

// ReadIOB reads an IOB2 file, plain or compressed: number, form, tag and any
// further columns, separated by tabs; sentences separated by empty lines. A tag
// I- that continues nothing begins a name, as usual.
func ReadIOB(path string) ([]Tagged, error) {
	data, err := readAll(path)
	if err != nil {
		return nil, err
	}
	var out []Tagged
	var cur Tagged
	n := 0
	for raw := range bytes.Lines(data) {
		n++
		line := strings.TrimRight(string(raw), "\r\n")
		switch {
		case line == "":
			out, cur = appendTagged(out, cur), Tagged{}
		case strings.HasPrefix(line, "# "):
			cur.comment(line)
		default:
			cols := strings.Split(line, "\t")
			if len(cols) < 3 {
				return nil, &FormatError{path, n, "want number, form and tag separated by tabs"}
			}
			cur.add(cols[1], cols[2])
		}
	}
	return appendTagged(out, cur), nil
}

func appendTagged(out []Tagged, t Tagged) []Tagged {
	if len(t.Forms) == 0 {
		return out
	}
	return append(out, t)
}

func (t *Tagged) comment(line string) {
	key, value, _ := strings.Cut(line[2:], "=")
	switch strings.TrimSpace(key) {
	case "sent_id":
		t.ID = strings.TrimSpace(value)
	case "text":
		t.Text = strings.TrimSpace(value)
	}
}

// add appends a word with its tag.
func (t *Tagged) add(form, tag string) {
	i := len(t.Forms)
	t.Forms = append(t.Forms, form)
	pos, typ, ok := strings.Cut(tag, "-")
	if !ok || pos == "O" {
		return
	}
	if n := len(t.Entities); pos == "I" && n > 0 && t.Entities[n-1].Last == i && t.Entities[n-1].Type == typ {
		t.Entities[n-1].Last = i + 1
		return
	}
	t.Entities = append(t.Entities, Entity{i, i + 1, typ})
}
