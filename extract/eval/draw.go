package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// drawn is one direct edge with the event it comes from.
type drawn struct {
	event *schema.Event
	dyad  schema.Dyad
}

// draw prints n edges drawn at random from the articles of the files, each with
// its sentence, for a reader to judge: actors, relation, status, place, time and
// speaker. The same seed draws the same edges from the same extraction.
func draw(w io.Writer, x extractor, n int, seed uint64, files []string) error {
	if len(files) == 0 {
		return errors.New("-draw wants article files to draw from")
	}
	edges, err := directEdges(x, files)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
	if _, err := fmt.Fprintf(w, "%d of %d edges, seed %d\n", min(n, len(edges)), len(edges), seed); err != nil {
		return err
	}
	for i := range min(n, len(edges)) {
		if _, err := fmt.Fprintf(w, "\n%d. %s\n", i+1, edges[i]); err != nil {
			return err
		}
	}
	return nil
}

// directEdges are the edges that a graph of the articles draws: of what occurred,
// goes on or is planned.
func directEdges(x extractor, files []string) ([]drawn, error) {
	var edges []drawn
	for a, err := range article.Read(context.Background(), files, article.Options{}) {
		if err != nil {
			return nil, fmt.Errorf("drawing edges: %w", err)
		}
		events := x(a).Events
		for i := range events {
			if !events[i].Status.Direct() {
				continue
			}
			for _, d := range events[i].Dyads() {
				if d.Target != nil {
					edges = append(edges, drawn{&events[i], d})
				}
			}
		}
	}
	return edges, nil
}

// String writes the edge in one line and its sentence in the next.
func (d drawn) String() string {
	e := d.event
	s := fmt.Sprintf("%s %s %s [%s]", d.dyad.Source.Name, e.Relation, d.dyad.Target.Name, e.Status)
	if e.Place != nil {
		s += " @ " + e.Place.Name
	}
	if e.From != "" || e.To != "" {
		s += " on " + e.From + ".." + e.To
	}
	if e.Speaker != nil {
		s += " says " + e.Speaker.Name
	}
	return fmt.Sprintf("%s  (published %q, rule %s, confidence %.2f)\n   %s", s, e.Article.Published, e.Evidence.Rule, e.Confidence, e.Evidence.Text)
}
