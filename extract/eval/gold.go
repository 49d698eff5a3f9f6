package main

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// Gold is an article with its annotated sentences.
type Gold struct {
	Article   article.Article
	Sentences []Sentence
}

// Sentence is a stretch of a gold article with the edges it states.
type Sentence struct {
	schema.Span
	Edges []Edge
}

// Edge is one annotated edge: any of its readings is right.
type Edge struct {
	Readings []Statement
	Optional bool // may come out, need not
}

// Statement is one reading of an edge.
type Statement struct {
	Actor, Recipient string
	Relations        []string // any of them
	Status           schema.Status
	Place            string // "" when not annotated
	From, To         string // "" when not annotated
	Speaker          string // "" when not annotated
}

// readGold reads every .txt file under dir, in order of name; only those named
// when names are given.
func readGold(files fs.FS, dir string, only ...string) ([]Gold, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	golds := make([]Gold, 0, len(names))
	for _, name := range names {
		if len(only) > 0 && !slices.Contains(only, strings.TrimSuffix(path.Base(name), ".txt")) {
			continue
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		g, err := parseGold(name, string(data))
		if err != nil {
			return nil, err
		}
		golds = append(golds, g)
	}
	return golds, nil
}

// parseGold reads one article. Its ID is the name of the file.
func parseGold(name, data string) (Gold, error) {
	head, body, found := strings.Cut(data, "\n\n")
	if !found {
		return Gold{}, fmt.Errorf("%s: no blank line between header and sentences", name)
	}
	var g Gold
	g.Article.ID = strings.TrimSuffix(path.Base(name), ".txt")
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		switch value = strings.TrimSpace(value); key {
		case "title":
			g.Article.Title = value
		case "published":
			g.Article.Published = value
		default:
			return g, fmt.Errorf("%s: unknown header %q; want title or published", name, key)
		}
	}
	line := strings.Count(head, "\n") + 2
	for text := range strings.Lines(body) {
		line++
		if err := g.add(strings.TrimSpace(text)); err != nil {
			return g, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	return g, nil
}

// add appends one line of an article: a sentence, or the end of a paragraph.
func (g *Gold) add(line string) error {
	text := &g.Article.Text
	if line == "" {
		*text = strings.TrimSuffix(*text, " ") + "\n\n"
		return nil
	}
	sentence, edges, found := strings.Cut(line, " ### ")
	if !found {
		return fmt.Errorf("%q: want SENTENCE ### EDGES or ### nothing", line)
	}
	start := len(*text)
	*text += sentence + " "
	s := Sentence{Span: schema.Span{Start: start, End: start + len(sentence)}}
	if edges != "nothing" {
		for part := range strings.SplitSeq(edges, ";") {
			e, err := parseEdge(strings.TrimSpace(part))
			if err != nil {
				return err
			}
			s.Edges = append(s.Edges, e)
		}
	}
	g.Sentences = append(g.Sentences, s)
	return nil
}

// parseEdge reads "?A met-with|spoke-with B [planned] @ Lima on 2022-01-18|C met-with B".
func parseEdge(s string) (Edge, error) {
	rest, optional := strings.CutPrefix(s, "?")
	e := Edge{Optional: optional}
	for _, reading := range splitReadings(rest) {
		st, err := parseStatement(reading)
		if err != nil {
			return e, fmt.Errorf("edge %q: %w", s, err)
		}
		e.Readings = append(e.Readings, st)
	}
	return e, nil
}

// splitReadings splits at every "|" that does not stand between two relations.
func splitReadings(s string) []string {
	var out []string
	var words []string
	flush := func() { out, words = append(out, strings.Join(words, " ")), nil }
	for _, w := range strings.Fields(s) {
		if !strings.Contains(w, "|") || relations(w) != nil {
			words = append(words, w)
			continue
		}
		for i, piece := range strings.Split(w, "|") {
			if i > 0 {
				flush()
			}
			words = append(words, piece)
		}
	}
	flush()
	return out
}

// relations reads "met-with" or "met-with|spoke-with", nil when a part is no relation.
func relations(word string) []string {
	parts := strings.Split(word, "|")
	for _, p := range parts {
		if schema.RelationNamed(p) == nil {
			return nil
		}
	}
	return parts
}

// parseStatement reads "A relation B [status] @ PLACE on FROM..TO says SPEAKER".
func parseStatement(s string) (Statement, error) {
	st := Statement{Status: schema.Occurred}
	if left, speaker, found := strings.Cut(s, " says "); found {
		s, st.Speaker = left, strings.TrimSpace(speaker)
	}
	if left, days, found := strings.Cut(s, " on "); found {
		s = left
		st.From, st.To, found = strings.Cut(days, "..")
		if !found {
			st.To = st.From
		}
	}
	if left, place, found := strings.Cut(s, " @ "); found {
		s, st.Place = left, strings.TrimSpace(place)
	}
	if left, status, found := strings.Cut(s, "["); found {
		s, st.Status = left, schema.Status(strings.TrimRight(status, "] "))
	}
	if !slices.Contains(schema.Statuses[:], st.Status) {
		return st, fmt.Errorf("%q is no status; want one of %v", st.Status, schema.Statuses)
	}
	words := strings.Fields(s)
	at := slices.IndexFunc(words, func(w string) bool { return relations(w) != nil })
	if at < 1 {
		return st, fmt.Errorf("no actor, or no relation of relations.yaml, in %q", s)
	}
	st.Actor, st.Relations = strings.Join(words[:at], " "), relations(words[at])
	st.Recipient = strings.Join(words[at+1:], " ")
	return st, nil
}
