package text

import (
	"flag"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// checkTrees reports sentences without a tree: every token has one head, one
// token is the root, and no token is above itself.
func checkTrees(t *testing.T, doc *Document) {
	t.Helper()
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		roots := 0
		for j, tok := range s.Tokens {
			switch {
			case tok.Head == -1:
				roots++
			case tok.Head < 0 || tok.Head >= len(s.Tokens) || tok.Head == j:
				t.Fatalf("sentence %d: token %d has head %d", i, j, tok.Head)
			}
			if tok.UPOS == "" || tok.XPOS == "" || tok.Rel == "" || tok.Lemma == "" {
				t.Fatalf("sentence %d: token %d lacks a tag, a relation or a lemma: %+v", i, j, tok)
			}
			if above := s.depth(j); above >= len(s.Tokens) {
				t.Fatalf("sentence %d: token %d is above itself", i, j)
			}
		}
		if roots != 1 || !s.Parsed {
			t.Fatalf("sentence %d: %d roots, parsed %v", i, roots, s.Parsed)
		}
		last := 0
		for _, n := range s.Names {
			if n.First < last || n.Last <= n.First || n.Last > len(s.Tokens) {
				t.Fatalf("sentence %d: name %+v", i, n)
			}
			last = n.Last
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, c := range splitCases {
		f.Add(c.in)
	}
	f.Add("\xff\xfe\x00 ((((( \u202e")
	f.Add(strings.Repeat("a, ", 300))
	f.Add("B s 0 dont 0|||\x00\x00\x03\xe8xA")                // an object whose phrase begins the sentence
	f.Add("Ia\xc7&\xd1~\xa0+ he cCft!#0$T\x01esty s\x7fayx&") // a part of a name that owns the name
	for _, c := range asideCases {
		f.Add(c.text)
	}
	f.Add("0A,0)x,aaaed|||") // a name at the very end, behind a description
	f.Add("A, the B to be C, was, who is, did, a b said. On Monday the A, b, said, who was it, C said.")
	f.Fuzz(func(t *testing.T, in string) {
		doc := Analyze(in)
		checkSpans(t, doc)
		checkTrees(t, doc)
	})
}

func TestOverlongSentenceIsCut(t *testing.T) {
	doc := Analyze(strings.Repeat("the envoy of Norway , ", 400))
	checkSpans(t, doc)
	checkTrees(t, doc)
	for _, s := range doc.Sentences {
		if len(s.Tokens) > maxSentence {
			t.Errorf("a sentence of %d tokens", len(s.Tokens))
		}
		if last := s.Tokens[len(s.Tokens)-1].Form; s.Index < len(doc.Sentences)-1 && last != "," {
			t.Errorf("cut after %q, want after a comma", last)
		}
	}
}

// awkward texts, each a unit to repeat: the time to split must grow with the
// number of repetitions and not with its square.
var awkward = map[string]string{
	"words": "word ", "no space": "a", "dots": ".", "quotes": "\"", "apostrophes": "a'", "at signs": "a@", "mail": "a.b@c.",
	"addresses": "http://(", "brackets": "[1", "abbreviations": "No. ", "spaces": "No.          ", "lines": "a line\nb\n",
	"wrapped": "a line of some forty letters goes on here\nand on\n", "hyphens": "e-", "digits": "1-2", "commas": "1,", "umlauts": "é",
	"marks": "a\u0301\u0301\u0301", "joiners": "\u200d", "invalid": "\xe2\x80", "clitics": "n't", "questions": "?\" ", "closers": ".\")]",
}

func TestSplitTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, unit := range awkward {
		small, large := splitTime(unit, 1<<12), splitTime(unit, 1<<17)
		if large > 4*32*small && large > 300*time.Millisecond {
			t.Errorf("%s: %v for 4 KiB, %v for 128 KiB", name, small, large)
		}
	}
}

var long = flag.Bool("long", false, "also parse five megabytes")

// TestFiveMegabyteLine splits a line of five megabytes and, with -long, parses
// it: the time must not grow faster than the text.
func TestFiveMegabyteLine(t *testing.T) {
	if testing.Short() {
		t.Skip("5 MB of text")
	}
	in := strings.Repeat("the envoy of Norway met Mr. Berg's aides in Oslo; ", 5<<20/50)
	doc := Split(in)
	checkSpans(t, doc)
	for _, s := range doc.Sentences {
		if len(s.Tokens) > maxSentence {
			t.Fatalf("a sentence of %d tokens", len(s.Tokens))
		}
	}
	if !*long {
		return
	}
	small := analyzeTime(in[:len(in)/20])
	start := time.Now()
	doc = Analyze(in)
	large := time.Since(start)
	t.Logf("%d bytes: %v; %d bytes: %v", len(in)/20, small, len(in), large)
	if large > 3*20*small {
		t.Errorf("%v for a twentieth, %v for all", small, large)
	}
	checkTrees(t, doc)
}

func analyzeTime(in string) time.Duration {
	start := time.Now()
	Analyze(in)
	return time.Since(start)
}

func TestAnalyzeTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	Analyze(short)
	for name, unit := range awkward {
		in := strings.Repeat(unit, 1<<13/len(unit)+1)
		small, large := leastTime(func() { Analyze(in[:1<<11]) }), leastTime(func() { Analyze(in) })
		if large > 4*4*small && large > time.Second {
			t.Errorf("%s: %v for 2 KiB, %v for 8 KiB", name, small, large)
		}
	}
}

func splitTime(unit string, n int) time.Duration {
	in := strings.Repeat(unit, n/len(unit)+1)
	return leastTime(func() { Split(in) })
}

// leastTime is the least of three times that work takes: a machine that is busy
// with something else makes it longer, never shorter.
func leastTime(work func()) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		work()
		best = min(best, time.Since(start))
	}
	return best
}

const short = `TALLINN (Reuters) - Foreign Minister Ana Kasela told reporters on Tuesday that Norway's envoy, J. P. Berg, would meet her in Oslo on Jan. 18.
"We don't expect a break-through," she said, "but we'll talk." The U.S. and its allies, who imposed sanctions last week, welcomed the move.
In a statement following the call, the ministry accused Moscow of "bad faith" and said that no date had been set for a second round.
`

func TestSameTreesInParallel(t *testing.T) {
	want := dump(Analyze(short))
	for _, procs := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(procs)
		var wg sync.WaitGroup
		got := make([]string, 4)
		for i := range got {
			wg.Go(func() { got[i] = dump(Analyze(short)) })
		}
		wg.Wait()
		runtime.GOMAXPROCS(old)
		for _, g := range got {
			if g != want {
				t.Fatalf("GOMAXPROCS=%d gives other trees", procs)
			}
		}
	}
}

// TestParseOrder parses sentences backwards and twice: nothing may depend on order.
func TestParseOrder(t *testing.T) {
	want := dump(Analyze(short))
	doc := Split(short)
	for range 2 {
		for i := len(doc.Sentences) - 1; i >= 0; i-- {
			doc.Parse(i)
		}
	}
	if dump(doc) != want {
		t.Error("trees depend on the order of parsing")
	}
}

func dump(doc *Document) string {
	var b strings.Builder
	for i := range doc.Sentences {
		fmt.Fprintf(&b, "%+v\n", doc.Sentences[i])
	}
	return b.String()
}
