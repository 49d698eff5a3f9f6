package picture

import (
	"fmt"
	"math"
)

// Series is a named line of a chart.
type Series struct {
	Name   string
	Points []Sample // by ascending X
}

// Sample is a measured point.
type Sample struct{ X, Y float64 }

// Axes name the axes of a chart, with their units.
type Axes struct{ Title, X, Y string }

// The chart's paper in pixels.
const (
	chartWidth, chartHeight = 720.0, 380.0
	chartLeft, chartRight   = 70.0, 150.0
	chartTop, chartBottom   = headingRoom + 14, 56.0
)

// Chart draws lines over a common ground that begins at zero. The name of a
// line stands where it ends.
func Chart(axes Axes, series []Series, o Options) *Canvas {
	c := &Canvas{Width: chartWidth, Height: chartHeight, Title: axes.Title, Theme: o.Theme}
	var far Sample
	for _, s := range series {
		for _, p := range s.Points {
			far = Sample{math.Max(far.X, p.X), math.Max(far.Y, p.Y)}
		}
	}
	stepX, stepY := step(far.X), step(far.Y)
	ground := plot{right: stepX * math.Max(1, math.Ceil(far.X/stepX)), top: stepY * math.Max(1, math.Ceil(far.Y/stepY))}
	c.heading(axes.Title, axes.Y)
	c.marks(ground, stepX, stepY)
	c.add(label{at: point{chartWidth - chartRight, chartHeight - 16}, text: axes.X, size: smallSize, ink: Faint, anchor: end})
	inks := []Ink{PersonInk, StateInk, OrganisationInk, GroupInk}
	for i, s := range series {
		c.line(ground, s, inks[i%len(inks)])
	}
	return c
}

// plot is the ground of a chart: what its right and upper edge stand for.
type plot struct{ right, top float64 }

func (g plot) at(p Sample) point {
	return point{
		chartLeft + p.X/g.right*(chartWidth-chartLeft-chartRight),
		chartHeight - chartBottom - p.Y/g.top*(chartHeight-chartTop-chartBottom),
	}
}

func (c *Canvas) marks(g plot, stepX, stepY float64) {
	for y := 0.0; y <= g.top; y += stepY {
		from, to := g.at(Sample{0, y}), g.at(Sample{g.right, y})
		c.add(polyline{points: []point{from, to}, ink: Faint, width: 0.5, faded: true},
			label{at: point{from.x - 8, from.y + 4}, text: short(y), size: smallSize, ink: Faint, anchor: end})
	}
	for x := 0.0; x <= g.right; x += stepX {
		at := g.at(Sample{x, 0})
		c.add(label{at: point{at.x, at.y + 18}, text: short(x), size: smallSize, ink: Faint, anchor: middle})
	}
}

func (c *Canvas) line(g plot, s Series, ink Ink) {
	if len(s.Points) == 0 {
		return
	}
	points := make([]point, len(s.Points))
	for i, p := range s.Points {
		points[i] = g.at(p)
	}
	last := points[len(points)-1]
	c.add(polyline{points: points, ink: ink, width: 2},
		label{at: point{last.x + 8, last.y + 4}, text: s.Name, size: labelSize, ink: ink, bold: true})
}

// step is the distance of about five round marks from zero to far.
func step(far float64) float64 {
	if far <= 0 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(far/4)))
	for _, times := range []float64{1, 2, 5} {
		if far/(unit*times) <= 5 {
			return unit * times
		}
	}
	return unit * 10
}

// short writes a mark: 200 k, 5 M.
func short(v float64) string {
	switch {
	case v >= 1e6:
		return fmt.Sprintf("%.4g M", v/1e6)
	case v >= 1e3:
		return fmt.Sprintf("%.4g k", v/1e3)
	}
	return fmt.Sprintf("%.4g", v)
}
