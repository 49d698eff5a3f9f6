package ref

import (
	"strings"
	"testing"
)

// TestAccuracy codes testdata/phrases.txt, whose expectations were written before
// the coder saw the phrases, and says how many it gets right: -v shows the rest.
func TestAccuracy(t *testing.T) {
	const leastCountry, leastSector = 0.97, 0.95
	cases := readCases(t, "testdata/phrases.txt")
	countries, sectors := 0, 0
	for _, c := range cases {
		got := Load().Code(c[0], "", "")
		first := "-"
		if len(got.Sectors) > 0 {
			first = got.Sectors[0]
		}
		want := strings.Fields(c[1])
		country, sector := orDash(got.Country) == want[0], want[1] == "*" || first == want[1]
		if country {
			countries++
		}
		if sector {
			sectors++
		}
		if !country || !sector {
			t.Logf("%s ### %s %s, want %s", c[0], orDash(got.Country), first, c[1])
		}
	}
	n := len(cases)
	t.Logf("of %d phrases %d have the country and %d the first sector expected", n, countries, sectors)
	if float64(countries) < leastCountry*float64(n) || float64(sectors) < leastSector*float64(n) {
		t.Errorf("of %d phrases only %d have the country and %d the first sector expected", n, countries, sectors)
	}
}
