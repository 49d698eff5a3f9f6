package ref

import (
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

// Whatever the phrase, its sectors are PLOVER's, none twice, its country is
// known or empty, and coding twice says the same.
func FuzzCode(f *testing.F) {
	for _, c := range []string{"Peruvian gunboats", "ex-'s , of", "the (", "U.S.-led", "Ünïcode ministers of", "ex-", "général"} {
		f.Add(c, "The Danish army, said Vasile", "2020-01-01")
	}
	known := map[string]bool{"": true}
	for _, c := range codes {
		known[c] = true
	}
	f.Fuzz(func(t *testing.T, phrase, context, date string) {
		got := Load().Code(phrase, context, date)
		if _, ok := Load().Country(got.Country); !ok && !known[got.Country] {
			t.Errorf("country %q", got.Country)
		}
		seen := map[string]bool{}
		for _, s := range got.Sectors {
			sound := false
			for _, x := range schema.Sectors {
				sound = sound || x.Code == s
			}
			if !sound || seen[s] {
				t.Errorf("sectors %v", got.Sectors)
			}
			seen[s] = true
		}
		if again := Load().Code(phrase, context, date); again.String() != got.String() || again.Why != got.Why {
			t.Errorf("%+v, then %+v", got, again)
		}
	})
}

func FuzzMatch(f *testing.F) {
	f.Add("The U.S. - led coalition 's al - Qaida , Washington , D.C. said")
	f.Fuzz(func(t *testing.T, text string) {
		tokens := strings.Fields(text)
		for i := range tokens {
			n, hits := Load().Match(tokens, i)
			if n < 0 || i+n > len(tokens) || (n > 0) != (len(hits) > 0) {
				t.Errorf("%q at %d: %d tokens, %d hits", tokens, i, n, len(hits))
			}
		}
	})
}
