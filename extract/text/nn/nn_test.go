package nn

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/*.golden")

func load(t testing.TB) *Model {
	t.Helper()
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sentences returns the lines of testdata/sentences.txt, cut at blanks.
func sentences(t testing.TB) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		out = append(out, strings.Fields(line))
	}
	return out
}

// TestGolden compares every tag, arc and name of the sentences with the committed
// ones: the arithmetic must give the same bytes on every platform.
func TestGolden(t *testing.T) {
	m := load(t)
	var got bytes.Buffer
	var a Annotation
	for _, words := range sentences(t) {
		m.Annotate(words, &a)
		for i, w := range words {
			fmt.Fprintf(&got, "%d\t%s\t%s\t%s\t%d\t%s\n", i+1, w, a.UPOS[i], a.XPOS[i], a.Head[i]+1, a.Rel[i])
		}
		for _, n := range a.Names {
			fmt.Fprintf(&got, "# %s %s\n", n.Type, strings.Join(words[n.First:n.Last], " "))
		}
		got.WriteByte('\n')
	}
	path := filepath.Join("testdata", "sentences.golden")
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("annotations differ from %s; after a new training run with -update and read the difference", path)
	}
}

// TestConcurrent wants the same answers from goroutines that share a model.
func TestConcurrent(t *testing.T) {
	m, all := load(t), sentences(t)
	want := make([]Annotation, len(all))
	for i, words := range all {
		m.Annotate(words, &want[i])
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			var a Annotation
			for i, words := range all {
				m.Annotate(words, &a)
				if fmt.Sprint(a) != fmt.Sprint(want[i]) {
					t.Errorf("sentence %d differs", i)
				}
			}
		})
	}
	wait.Wait()
}

func TestAnnotateDoesNotAllocate(t *testing.T) {
	m, all := load(t), sentences(t)
	var a Annotation
	m.Annotate(all[0], &a)
	if n := testing.AllocsPerRun(20, func() { m.Annotate(all[0], &a) }); n > 1 {
		t.Errorf("%v allocations a sentence", n)
	}
}

// TestDamagedWeights flips and cuts bytes of the file.
func TestDamagedWeights(t *testing.T) {
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	damaged := map[string][]byte{"empty": nil, "magic only": data[:len(magic)], "cut": data[:len(data)/2], "foreign": []byte("PK\x03\x04 something else")}
	for _, at := range []int{2, len(magic) + 1, 1000, len(data) / 2} {
		b := bytes.Clone(data)
		b[at] ^= 0x20
		damaged[fmt.Sprint("byte ", at)] = b
	}
	for name, b := range damaged {
		var bad *FormatError
		if _, err := Load(b); !errors.As(err, &bad) {
			t.Errorf("%s: error %v, want a FormatError", name, err)
		}
	}
}

// TestWrongSizes wants an error where matrices do not fit together.
func TestWrongSizes(t *testing.T) {
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"word", "input", "heads", "rel", "arcdist", LayerName(0)} {
		w, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		x := w.Tensors[name]
		x.Rows--
		w.Tensors[name] = x
		if _, err := New(w); err == nil {
			t.Errorf("%s with a row less is accepted", name)
		}
	}
}

// TestDense compares both forms of a matrix with plain multiplication.
func TestDense(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, size := range [][3]int{{1, 2, 1}, {8, 4, 3}, {13, 96, 4}, {100, 384, 9}, {33, 7, 5}} {
		out, in, n := size[0], size[1], size[2]
		x := Tensor{Rows: out, Cols: in, Scale: make([]float32, out), Q: make([]int8, out*in)}
		for i := range x.Q {
			x.Q[i] = int8(r.IntN(255) - 127)
		}
		for i := range x.Scale {
			x.Scale[i] = 1
		}
		q := make([]int16, n*in)
		for i := range q {
			q[i] = int16(r.IntN(4095) - 2047)
		}
		for _, blocks := range []bool{false, hasBlocks()} {
			d := newDense(&Weights{Tensors: map[string]Tensor{"m": x}}, "m", 1, blocks)
			y := make([]float32, n*out)
			d.apply(q, in, n, y, new([]float64))
			for i := range y {
				sum := int32(0)
				for c, v := range q[i/out*in : i/out*in+in] {
					sum += int32(v) * int32(x.Q[i%out*in+c])
				}
				if want := float32(sum) * (1 / actScale(in)); y[i] != want {
					t.Fatalf("%d by %d, blocks %v: output %d is %v, want %v", out, in, blocks, i, y[i], want)
				}
			}
		}
	}
}

// TestPortableTwin wants the same annotations from both forms of the matrices.
func TestPortableTwin(t *testing.T) {
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	w, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	portable, err := newModel(w, false)
	if err != nil {
		t.Fatal(err)
	}
	m := load(t)
	var a, b Annotation
	for i, words := range sentences(t) {
		m.Annotate(words, &a)
		portable.Annotate(words, &b)
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("sentence %d differs", i)
		}
	}
}

// TestGenerated wants dense_amd64.s to be what gen writes.
func TestGenerated(t *testing.T) {
	want, err := exec.Command("go", "run", "./gen").Output()
	if err != nil {
		t.Skip("cannot run go:", err)
	}
	got, err := os.ReadFile("dense_amd64.s")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("dense_amd64.s is not what gen writes (%v): run go generate", err)
	}
}

// TestEisner compares with the best of all projective trees of up to five words.
func TestEisner(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	for n := 1; n <= 5; n++ {
		for range 50 {
			var s treeScratch
			for range (n + 1) * n {
				s.score = append(s.score, float32(r.NormFloat64()))
			}
			got := s.total(s.eisner(n))
			want := float32(math.Inf(-1))
			heads := make([]int32, n)
			forests(heads, 0, func() {
				if projectiveTree(heads) {
					want = max(want, s.total(heads))
				}
			})
			if !projectiveTree(s.heads) || math.Abs(float64(got-want)) > 1e-4 {
				t.Fatalf("%d words: tree %v scores %v, the best %v", n, s.heads, got, want)
			}
		}
	}
}

func (t *treeScratch) total(heads []int32) float32 {
	var sum float32
	for d, h := range heads {
		sum += t.score[(int(h)+1)*len(heads)+d]
	}
	return sum
}

// forests calls f for every way to give each word from i on a head.
func forests(heads []int32, i int, f func()) {
	if i == len(heads) {
		f()
		return
	}
	for h := -1; h < len(heads); h++ {
		if heads[i] = int32(h); h != i {
			forests(heads, i+1, f)
		}
	}
}

// projectiveTree reports one root, no cycle, no crossing arcs.
func projectiveTree(heads []int32) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
			continue
		}
		for d := range heads {
			inside := d > min(i, int(h)) && d < max(i, int(h))
			if inside && !dominated(heads, d, int(h)) {
				return false
			}
		}
		if !dominated(heads, i, int(h)) || dominated(heads, int(h), i) {
			return false
		}
	}
	return roots == 1
}

// dominated reports whether the path from d upwards meets h.
func dominated(heads []int32, d, h int) bool {
	for range len(heads) + 1 {
		if d == h {
			return true
		}
		if heads[d] < 0 {
			return false
		}
		d = int(heads[d])
	}
	return false
}

// FuzzAnnotate wants a tree and names inside the sentence for any words.
func FuzzAnnotate(f *testing.F) {
	m := load(f)
	f.Add("The minister met her counterpart .", 1)
	f.Add("", 1)
	f.Add("\xff\xfe \x00 ﬁ", 300)
	f.Fuzz(func(t *testing.T, text string, times int) {
		var words []string
		for range max(0, min(times, 600)) {
			words = append(words, strings.Split(text, " ")...)
			if len(words) > 600 {
				break
			}
		}
		var a Annotation
		m.Annotate(words, &a)
		checkAnnotation(t, &a, len(words))
	})
}

func checkAnnotation(t *testing.T, a *Annotation, n int) {
	t.Helper()
	if len(a.XPOS) != n || len(a.UPOS) != n || len(a.Rel) != n || len(a.Head) != n {
		t.Fatalf("%d words, %d tags, %d heads", n, len(a.UPOS), len(a.Head))
	}
	roots := 0
	for i, h := range a.Head {
		if h < 0 {
			roots++
		}
		if steps := climb(a.Head, i); steps > n || int(h) >= n {
			t.Fatalf("word %d has head %d, no way to the root", i, h)
		}
	}
	if n > 0 && roots != 1 {
		t.Fatalf("%d roots", roots)
	}
	last := 0
	for _, name := range a.Names {
		if name.First < last || name.Last <= name.First || name.Last > n {
			t.Fatalf("name %v of %d words after %d", name, n, last)
		}
		last = name.Last
	}
}

// climb counts the steps from word i to the root, more than all words in a cycle.
func climb(heads []int32, i int) int {
	steps := 0
	for ; i >= 0 && steps <= len(heads); steps++ {
		i = int(heads[i])
	}
	return steps
}
