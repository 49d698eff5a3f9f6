package picture

import (
	"bytes"
	"strings"
	"testing"
)

func TestChart(t *testing.T) {
	series := []Series{
		{"rising", []Sample{{0, 1}, {200_000, 4}, {5_000_000, 11}}},
		{"flat & <low>", []Sample{{0, 2}, {5_000_000, 2}}},
		{"nothing", nil},
	}
	var b bytes.Buffer
	if err := Chart(Axes{"Cost", "quads", "µs"}, series, Options{Theme: Light}).WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">Cost<", ">quads<", ">µs<", ">rising<", "flat &amp; &lt;low&gt;", ">5 M<", ">0<", `points="70,`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in the chart", want)
		}
	}
	if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), ">nothing<") {
		t.Error("a line without points was drawn")
	}
	if err := Chart(Axes{Title: "Nothing"}, nil, Options{Theme: Light}).WriteSVG(&b); err != nil || strings.Contains(b.String(), "NaN") {
		t.Errorf("an empty chart: %v", err)
	}
}

func TestSteps(t *testing.T) {
	for far, want := range map[float64]float64{0: 1, 1: 0.2, 4: 1, 5: 1, 9: 2, 11: 5, 20: 5, 5e6: 1e6, 31: 10} {
		if got := step(far); got < want*0.999 || got > want*1.001 {
			t.Errorf("up to %g: steps of %g, want %g", far, got, want)
		}
	}
}
