package picture

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func TestLabelsNeverOverlap(t *testing.T) {
	for _, n := range []int{1, 5, 30, 60} {
		for name, c := range pictures(n, Light) {
			checkLabels(t, fmt.Sprintf("%s of %d", name, n), c)
		}
	}
}

// TestLabelsOfRandomGraphsNeverOverlap draws made-up graphs of up to 60 actors
// whose names are of any script and length.
func TestLabelsOfRandomGraphsNeverOverlap(t *testing.T) {
	graphs := 6
	if testing.Short() {
		graphs = 1
	}
	for _, n := range []int{5, 30, 60} {
		for seed := range graphs {
			actors, events := randomGraph(rand.New(rand.NewPCG(uint64(n), uint64(seed))), n)
			o := Options{Theme: Light, Caption: Caption("all events", n, n, "0123456789abcdef")}
			for name, c := range map[string]*Canvas{
				"ego": Ego(actors[0], events, o), "matrix": Matrix(events, o), "travel": Travel(actors[0], events, o),
				"timeline": Timeline(actors[:1+seed%min(n, 12)], events, o),
			} {
				checkLabels(t, fmt.Sprintf("%s of %d, seed %d", name, n, seed), c)
			}
		}
	}
}

// syllables of several scripts: joined, they make names as long as any.
var syllables = [...]string{"ma", "Ly", "dør", "Nguyễn", "ж", "Совет", "ός", "Ελ", "习", "近平", "金", "محمود", "عباس", "שלום", "გია", "Հա", "서울", "さくら", "W", "fj", "-", "'", "ß", " "}

func randomName(r *rand.Rand) string {
	name := ""
	for range 1 + r.IntN(14) {
		name += syllables[r.IntN(len(syllables))]
	}
	return name
}

func randomGraph(r *rand.Rand, n int) (actors []schema.Actor, events []schema.Event) {
	kinds := kindsInOrder()
	for i := range n {
		actors = append(actors, schema.Actor{ID: fmt.Sprint("actor:", i), Name: randomName(r), Kind: kinds[r.IntN(len(kinds))]})
	}
	relations := []string{"met-with", "spoke-with", "hosted", "criticized", "travels-to", "withdrew-from"}
	for i := range 3 * n {
		day := fmt.Sprintf("20%02d-%02d-%02d", 10+r.IntN(5), 1+r.IntN(12), 1+r.IntN(28))
		e := schema.Event{
			ID: fmt.Sprint(i), Relation: relations[r.IntN(len(relations))], Root: "CONSULT", Status: schema.Statuses[r.IntN(len(schema.Statuses))], From: day, To: day,
			Article: schema.ArticleRef{ID: fmt.Sprint("a", r.IntN(n)), Published: day},
			Actors:  []schema.Participant{{Actor: actors[r.IntN(n)/(1+r.IntN(3))]}, {Actor: actors[r.IntN(n)]}},
		}
		if r.IntN(2) == 0 {
			e.Recipients = []schema.Participant{{Actor: actors[r.IntN(n)]}}
		}
		if r.IntN(3) == 0 {
			e.Place = &schema.Participant{Actor: schema.Actor{ID: "place:x", Name: randomName(r), Kind: schema.Place, Country: "PER"}}
		}
		if r.IntN(4) == 0 {
			e.From, e.To = "", ""
		}
		events = append(events, e)
	}
	return actors, events
}

func checkLabels(t *testing.T, name string, c *Canvas) {
	t.Helper()
	boxes := labelBoxes(c)
	for i, a := range boxes {
		if a.left < 0 || a.top < 0 || a.right > c.Width || a.bottom > c.Height {
			t.Errorf("%s: %q leaves the page", name, a.text)
		}
		for _, b := range boxes[i+1:] {
			if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
				t.Errorf("%s: %q overlaps %q", name, a.text, b.text)
			}
		}
	}
}

type labelBox struct {
	left, top, right, bottom float64
	text                     string
}

// labelBoxes are the boxes around the ink of every label: of the outlines of its
// glyphs, accents and descenders too.
func labelBoxes(c *Canvas) (boxes []labelBox) {
	for _, s := range c.shapes {
		l, ok := s.(label)
		if !ok {
			continue
		}
		set := setLine(l.text, l.size, l.bold)
		x := -set.width * float64(l.anchor) / 2
		box := labelBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), l.text}
		for _, outline := range set.outlines {
			for _, s := range outline {
				for _, p := range s.points[:argumentsOf(s.op)] {
					at := point{l.at.x + x + p.x, l.at.y + p.y}
					if l.turned {
						at = point{l.at.x + p.y, l.at.y - x - p.x}
					}
					box.left, box.right = math.Min(box.left, at.x), math.Max(box.right, at.x)
					box.top, box.bottom = math.Min(box.top, at.y), math.Max(box.bottom, at.y)
				}
			}
		}
		if !math.IsInf(box.left, 1) {
			boxes = append(boxes, box)
		}
	}
	return boxes
}

// TestWordsCanBeRead holds every ink that words are set in to the contrast that
// WCAG 2.2 asks of small text, and lines and marks to that of graphics.
func TestWordsCanBeRead(t *testing.T) {
	for name, theme := range map[string]Theme{"light": Light, "dark": Dark} {
		page := luminance(theme[Background])
		for _, ink := range []Ink{Text, Faint, PersonInk, StateInk, OrganisationInk, GroupInk, PlaceInk, Accent} {
			if c := contrast(luminance(theme[ink]), page); c < 4.5 {
				t.Errorf("%s: ink %d has contrast %.2f", name, ink, c)
			}
		}
		if c := contrast(luminance(theme[Line]), page); c < 3 {
			t.Errorf("%s: lines have contrast %.2f", name, c)
		}
		for most := 1; most <= 40; most++ {
			for count := 1; count <= most; count++ {
				shade := shadeOf(count, most)
				if c := contrast(luminance(theme[theme.readable(PersonInk, shade)]), theme.mixed(PersonInk, shade)); c < 4.5 {
					t.Errorf("%s: the number on a cell of %d among %d has contrast %.2f", name, count, most, c)
				}
			}
		}
	}
}

// TestEveryScriptIsPainted asks that no letter of these names becomes a box.
func TestEveryScriptIsPainted(t *testing.T) {
	for _, name := range []string{"Nguyễn Phú Trọng", "Владимир Зеленский", "Ελλάδα", "محمود عباس", "בנימין", "习近平", "金正恩", "서울", "さくら", "საქართველო", "Հայաստան"} {
		for _, r := range name {
			if _, ok := (&faces{}).ResolveFace(r).NominalGlyph(r); !ok {
				t.Errorf("%s: no font has %q", name, r)
			}
		}
	}
	if joined, apart := width("محمود", 13, false), width("م ح م و د", 13, false)-4*width(" ", 13, false); joined >= apart {
		t.Errorf("Arabic letters do not join: %.1f is as wide as %.1f", joined, apart)
	}
}
