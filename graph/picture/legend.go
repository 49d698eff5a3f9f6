package picture

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/entente-kg/entente/schema"
)

const (
	margin      = 28.0
	labelSize   = 13.0
	smallSize   = 11.5
	headingRoom = 62.0 // from the top of the page to where a drawing may begin
	legendGap   = 36.0 // from the end of a drawing to the legend
	legendRow   = 22.0
	legendWidth = 580.0 // a page is never narrower than this, so that the legend has room
)

// heading says on top of the page what is drawn, and below it of how much.
func (c *Canvas) heading(title, subtitle string) {
	c.run(margin, margin+12, label{text: shorten(title, 60), size: 18, ink: Text, bold: true})
	c.run(margin, margin+32, label{text: subtitle, size: smallSize, ink: Faint})
}

// key is one entry of the legend: a sample and its words.
type key struct {
	words  string
	width  float64                // of the sample
	sample func(at point) []shape // nil when the words are enough
}

func kindKey(k schema.Kind) key {
	return key{string(k), 12, func(at point) []shape { return []shape{marker(k, point{at.x + 6, at.y}, 5)} }}
}

func standingKey(st standing) key {
	words := [...]string{"happened", "planned", "denied, cancelled or only said to be possible"}[st]
	return key{words, 28, func(at point) []shape {
		a, b := at, point{at.x + 28, at.y}
		shapes := []shape{polyline{points: []point{a, b}, ink: Line, width: 2.2, dashed: st == planned}}
		if st == crossed {
			shapes = append(shapes, cross(between(a, b, 0.5), 4)...)
		}
		return shapes
	}}
}

// footer draws the legend below the end of the drawing, in as many rows as it
// needs, and under it the caption. It sets the height of the page.
func (c *Canvas) footer(end float64, caption string, keys []key) {
	c.widen(legendWidth - margin)
	x, y := margin, end+legendGap
	for _, k := range keys {
		if k.width > 0 {
			k.width += 6
		}
		w := k.width + width(k.words, smallSize, false)
		if x > margin && x+w > c.Width-margin {
			x, y = margin, y+legendRow
		}
		if k.sample != nil {
			c.add(k.sample(point{x, y - 4})...)
		}
		x = c.run(x+k.width, y, label{text: k.words, size: smallSize, ink: Faint}) + 14
	}
	if len(keys) > 0 {
		y += legendRow + 2
	}
	c.run(margin, y, label{text: shorten(caption, 160), size: smallSize, ink: Faint})
	c.Height = y + 22
}

// keysOf explains the kinds and standings that are drawn, no others.
func keysOf(kinds map[schema.Kind]bool, drawn [3]bool) (keys []key) {
	for _, k := range kindsInOrder() {
		if kinds[k] {
			keys = append(keys, kindKey(k))
		}
	}
	for st, is := range drawn {
		if is {
			keys = append(keys, standingKey(standing(st)))
		}
	}
	return keys
}

func kindsInOrder() []schema.Kind {
	return []schema.Kind{schema.Person, schema.State, schema.Organisation, schema.Group, schema.Place}
}

func compareKinds(a, b schema.Kind) int {
	return cmp.Compare(slices.Index(kindsInOrder(), a), slices.Index(kindsInOrder(), b))
}

// Caption is the line below a picture: what was asked, how many articles of how
// many it rests on, and the hash that names the corpus.
func Caption(filters string, articles, of int, corpusHash string) string {
	noun := "articles"
	if of == 1 {
		noun = "article"
	}
	return fmt.Sprintf("%s · %d of %d %s · corpus %s", filters, articles, of, noun, corpusHash[:min(12, len(corpusHash))])
}

// counted puts a number before a noun: "1 event", "3 events".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
