package conllu

import (
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = `# newdoc id = d1
# sent_id = d1-1
# text = They don't wait.
1	They	they	PRON	PRP	Number=Plur	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	_	_	_	_	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = d1-2
# text = Go
1	Go	go	VERB	VB	_	0	root	_	Entity=(1|SpaceAfter=No
`

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(sample), "sample")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || !got[0].NewDoc || got[1].NewDoc {
		t.Fatalf("sentences: %+v", got)
	}
	s := got[0]
	if want := []string{"They", "do", "n't", "wait", "."}; !cmp.Equal(s.Forms(), want) {
		t.Errorf("forms %q, want %q", s.Forms(), want)
	}
	if want := []Multiword{{1, 3, "don't", false}}; !cmp.Equal(s.Multi, want) {
		t.Errorf("multiword tokens %v, want %v", s.Multi, want)
	}
	if s.Words[3].Head != -1 || s.Words[0].Head != 3 || !s.Words[3].NoSpace || s.Words[4].NoSpace {
		t.Errorf("words: %+v", s.Words)
	}
	if s.Text != "They don't wait." || s.ID != "d1-1" || !got[1].Words[0].NoSpace {
		t.Errorf("text %q, id %q", s.Text, s.ID)
	}
}

func TestReadSaysWhere(t *testing.T) {
	for in, want := range map[string]string{
		"1\ta\n":                              "f:1: 2 columns, want 10 separated by tabs",
		"2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n":   `f:1: word number "2", want 1`,
		"1\ta\ta\tX\tX\t_\t1\troot\t_\t_\n":   `f:1: bad head "1"`,
		"1\ta\ta\tX\tX\t_\t7\troot\t_\t_\n\n": "f:2: sentence : word 1 has its head outside the sentence",
		"2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n":    `f:1: bad token range "2-1"`,
	} {
		_, err := Read(strings.NewReader(in), "f")
		var bad *FormatError
		if !errors.As(err, &bad) || err.Error() != want {
			t.Errorf("%q: error %v, want %s", in, err, want)
		}
	}
}

func TestReadFileCompressed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.conllu.gz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	z.Write([]byte(sample))
	z.Close()
	f.Close()
	got, err := ReadFile(path)
	if err != nil || len(got) != 2 {
		t.Fatalf("%d sentences, %v", len(got), err)
	}
}

func TestReadIOB(t *testing.T) {
	path := filepath.Join(t.TempDir(), "n.iob2")
	in := "# text = Anna of Red Cross\n1\tAnna\tB-PER\t-\n2\tof\tO\t-\n3\tRed\tI-ORG\t-\n4\tCross\tI-ORG\t-\n\n1\tno\tO\n"
	if err := os.WriteFile(path, []byte(in), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadIOB(path)
	if err != nil {
		t.Fatal(err)
	}
	want := []Tagged{
		{Text: "Anna of Red Cross", Forms: []string{"Anna", "of", "Red", "Cross"}, Entities: []Entity{{0, 1, "PER"}, {2, 4, "ORG"}}},
		{Forms: []string{"no"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
