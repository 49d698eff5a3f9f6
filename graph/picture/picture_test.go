package picture

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

var keep = flag.String("keep", "", "folder to keep the drawn pictures in, to look at")

// circleOf is an actor with n neighbours of all kinds and standings.
func circleOf(n int) (schema.Actor, []schema.Event) {
	center := schema.Actor{ID: "actor:hanna-lind", Name: "Hanna Lind", Kind: schema.Person}
	names := []string{"Petru Vasile", "República del Perú", "Совет Безопасности", "Ελλάδα", "习近平", "محمود عباس", "Andean Community of Nations and Friends", "O'Brien & Sons <Ltd>"}
	kinds := []schema.Kind{schema.Person, schema.State, schema.Organisation, schema.Group, schema.Place}
	statuses := []schema.Status{schema.Occurred, schema.Occurred, schema.Planned, schema.Denied}
	var events []schema.Event
	for i := range n {
		other := schema.Actor{ID: fmt.Sprintf("actor:%03d", i), Name: fmt.Sprintf("%s %d", names[i%len(names)], i), Kind: kinds[i%len(kinds)]}
		for j := range i%3 + 1 {
			events = append(events, schema.Event{
				ID: fmt.Sprint(i, j), Relation: "met-with", Status: statuses[(i+j)%len(statuses)], From: fmt.Sprintf("2024-%02d-%02d", i%12+1, i%28+1),
				Actors: []schema.Participant{{Actor: center}, {Actor: other}},
			})
		}
		events = append(events, schema.Event{
			ID: fmt.Sprint("t", i), Relation: "travels-to", Status: statuses[i%len(statuses)], From: fmt.Sprintf("2024-%02d-%02d", i%12+1, i%28+1),
			Actors: []schema.Participant{{Actor: center}}, Recipients: []schema.Participant{{Actor: schema.Actor{ID: fmt.Sprintf("place:%d", i), Name: "Lima " + fmt.Sprint(i), Kind: schema.Place, Country: "PER"}}},
		})
		if i > 2 {
			third := schema.Actor{ID: fmt.Sprintf("actor:%03d", i/2), Name: fmt.Sprintf("%s %d", names[(i/2)%len(names)], i/2), Kind: kinds[(i/2)%len(kinds)]}
			events = append(events, schema.Event{ID: fmt.Sprint("n", i), Relation: "met-with", Status: schema.Occurred, From: "2024-03-01", Actors: []schema.Participant{{Actor: third}, {Actor: other}}})
		}
	}
	return center, events
}

// pictures draws every kind of picture at a size.
func pictures(n int, theme Theme) map[string]*Canvas {
	center, events := circleOf(n)
	meetings := slices.DeleteFunc(slices.Clone(events), func(e schema.Event) bool { return e.Relation == "travels-to" })
	o := Options{Theme: theme, Caption: Caption("Hanna Lind, 2024, all relations", n, n+40, "0123456789abcdef")}
	lanes := []schema.Actor{center}
	for _, e := range meetings[:min(3, len(meetings))] {
		if a := e.Actors[1].Actor; !slices.ContainsFunc(lanes, func(b schema.Actor) bool { return a.ID == b.ID }) {
			lanes = append(lanes, a)
		}
	}
	return map[string]*Canvas{
		"ego": Ego(center, meetings, o), "matrix": Matrix(meetings, o), "timeline": Timeline(lanes, meetings, o), "travel": Travel(center, events, o),
	}
}

func TestPicturesAreStableAndWellFormed(t *testing.T) {
	for _, n := range []int{0, 1, 5, 30, 60} {
		for name, c := range pictures(n, Light) {
			var first, second bytes.Buffer
			if err := c.WriteSVG(&first); err != nil {
				t.Fatal(err)
			}
			if err := pictures(n, Light)[name].WriteSVG(&second); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Errorf("%s of %d differs between two runs", name, n)
			}
			if err := xml.Unmarshal(first.Bytes(), new(struct{})); err != nil {
				t.Errorf("%s of %d: %v", name, n, err)
			}
			if strings.Contains(first.String(), "NaN") || strings.Contains(first.String(), "Inf") {
				t.Errorf("%s of %d has impossible coordinates", name, n)
			}
		}
	}
}

func TestHostileNames(t *testing.T) {
	evil := schema.Actor{ID: "actor:x", Name: "<script>alert(1)</script>\x1b[31m\u202e&\x00", Kind: schema.Person}
	event := schema.Event{ID: "1", Relation: "met-with", Status: schema.Occurred, From: "2024-01-01", Actors: []schema.Participant{{Actor: evil}, {Actor: schema.Actor{ID: "actor:y", Name: evil.Name, Kind: schema.State}}}}
	var b bytes.Buffer
	if err := Ego(evil, []schema.Event{event}, Options{Theme: Dark}).WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\x00\u202e") || strings.Contains(b.String(), "<script") {
		t.Errorf("passed on: %s", b.String())
	}
}

func TestPNG(t *testing.T) {
	for theme, colours := range map[string]Theme{"light": Light, "dark": Dark} {
		for _, n := range []int{5, 30, 60} {
			for name, c := range pictures(n, colours) {
				if n > 5 && *keep == "" {
					continue
				}
				var b bytes.Buffer
				if err := c.WritePNG(&b); err != nil {
					t.Fatal(err)
				}
				if _, err := png.Decode(bytes.NewReader(b.Bytes())); err != nil {
					t.Errorf("%s of %d: %v", name, n, err)
				}
				if *keep != "" {
					os.WriteFile(filepath.Join(*keep, fmt.Sprintf("%s-%d-%s.png", name, n, theme)), b.Bytes(), 0o644)
				}
			}
		}
	}
}
