package quadstore

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"
)

// Among finds what looking every subject up finds: where all match and where
// few do, on an engine that keeps keys in order and on one that does not.
func TestAmongFindsWhatLookingUpFinds(t *testing.T) {
	ordered, err := OpenBolt(filepath.Join(t.TempDir(), "bolt.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer ordered.Close()
	unordered, err := OpenMemory(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer unordered.Close()
	for _, s := range []Store{ordered, unordered} {
		fillForAmong(t, s)
		v, err := s.View(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(rt *rapid.T) { checkAmong(rt, v) })
		v.Close()
	}
}

const amongSubjects = 400

func iriOf(kind string, n int) quad.Value { return quad.IRI(fmt.Sprint(kind, n)) }

// fillForAmong gives every subject one object of predicate p1, every second of
// p2, every seventh of p7 …, and the others another object.
func fillForAmong(t *testing.T, s Store) {
	var quads []quad.Quad
	for i := range amongSubjects {
		for _, every := range []int{1, 2, 7, 90} {
			quads = append(quads, quad.Quad{Subject: iriOf("s", i), Predicate: iriOf("p", every), Object: iriOf("o", min(i%every, 1)), Label: iriOf("l", 0)})
		}
	}
	if err := s.Update(context.Background(), func(View) (Change, error) { return Change{Add: quads}, nil }); err != nil {
		t.Fatal(err)
	}
}

func checkAmong(rt *rapid.T, v View) {
	ref := func(kind string, n int) Ref {
		ref, err := v.Ref(iriOf(kind, n))
		if err != nil {
			rt.Fatal(err)
		}
		return ref
	}
	every := rapid.SampledFrom([]int{1, 2, 7, 90}).Draw(rt, "every")
	numbers := rapid.SliceOfDistinct(rapid.IntRange(0, amongSubjects-1), rapid.ID[int]).Draw(rt, "asked")
	for object := range 3 { // there is no third
		var asked, want []Ref
		for _, i := range numbers {
			asked = append(asked, ref("s", i))
			if min(i%every, 1) == object {
				want = append(want, ref("s", i))
			}
		}
		slices.Sort(asked)
		slices.Sort(want)
		found, err := Among(v, ref("p", every), ref("o", object), asked)
		if err != nil || !slices.Equal(found, want) {
			rt.Fatalf("object %d: found %v, %v, want %v", object, found, err, want)
		}
	}
}
