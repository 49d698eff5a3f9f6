package picture

import (
	"math"

	"github.com/entente-kg/entente/schema"
)

// footer draws the key and the caption at the bottom of the page, and widens
// the page where they need more room.
func (c *Canvas) footer(caption string, kinds []schema.Kind) {
	x, y := margin, c.Height-44
	for _, k := range kinds {
		c.add(marker(k, point{x + 6, y - 4}, 5))
		x = c.key(string(k), x+18, y)
	}
	for st, name := range [...]string{"happened", "planned", "denied or cancelled"} {
		a, b := point{x, y - 4}, point{x + 26, y - 4}
		c.add(polyline{points: []point{a, b}, ink: Line, width: 2, dashed: standing(st) == planned})
		if standing(st) == crossed {
			c.add(cross(between(a, b, 0.5), 4)...)
		}
		x = c.key(name, x+32, y)
	}
	c.Width = math.Max(c.Width, x+margin)
	if caption != "" {
		caption = shorten(caption, 160)
		c.add(label{at: point{margin, c.Height - 18}, text: caption, size: 11, ink: Faint})
		c.Width = math.Max(c.Width, width(caption, 11, false)+2*margin)
	}
}

func (c *Canvas) key(name string, x, y float64) (next float64) {
	c.add(label{at: point{x, y}, text: name, size: 11, ink: Faint})
	return x + width(name, 11, false) + 16
}
