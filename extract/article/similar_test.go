package article

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// story makes a text of sentences that no other seed shares.
func story(seed, sentences int) []string {
	names := []string{"Lind", "Vasile", "Berg", "Costa", "Reyl", "Okoro", "Haddad", "Silva"}
	verbs := []string{"met", "called", "visited", "warned", "thanked", "praised", "urged", "received"}
	places := []string{"Lima", "Oslo", "Accra", "Riga", "Quito", "Tunis", "Dakar", "Minsk"}
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	var out []string
	for i := range sentences {
		out = append(out, fmt.Sprintf("%s %s %s in %s on day %d of talks number %d.",
			names[r.IntN(8)], verbs[r.IntN(8)], names[r.IntN(8)], places[r.IntN(8)], r.IntN(30), seed*1000+i))
	}
	return out
}

func fingerprint(id string, sentences []string) Fingerprint {
	a := &Article{Text: strings.Join(sentences, " ")}
	a.ID = id
	return FingerprintOf(a)
}

func TestFindCopies(t *testing.T) {
	one := story(1, 30)
	update := append([]string{"A new first sentence came in later that day."}, one[:28]...)
	cut := one[:24]
	prints := []Fingerprint{
		fingerprint("one", one), fingerprint("one-again", one), fingerprint("one-update", update), fingerprint("one-cut", cut),
		fingerprint("two", story(2, 30)), fingerprint("three", story(3, 30)), fingerprint("half", append(slices.Clone(one[:12]), story(4, 20)...)),
	}
	want := "one one-again one-cut one-update"
	for range 5 {
		got := FindCopies(prints)
		if len(got) != 1 || strings.Join(got[0].IDs, " ") != want {
			t.Fatalf("copies %+v, want %s", got, want)
		}
		rand.Shuffle(len(prints), func(i, j int) { prints[i], prints[j] = prints[j], prints[i] })
	}
}

func TestShare(t *testing.T) {
	a, b := fingerprint("a", story(1, 10)), fingerprint("b", story(2, 10))
	if a.Share(a) != 1 || a.Share(b) != b.Share(a) || a.Share(b) > 0.2 {
		t.Errorf("shares %v %v %v", a.Share(a), a.Share(b), b.Share(a))
	}
	if empty := fingerprint("e", nil); empty.Share(a) != 0 {
		t.Errorf("an empty text shares %v", empty.Share(a))
	}
}
