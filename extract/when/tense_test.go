package when

import (
	"strconv"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/text"
)

// tree builds a parsed sentence from words written form/XPOS/lemma/head/relation,
// heads counted from 1 as in CoNLL-U.
func tree(t *testing.T, words string) *text.Sentence {
	t.Helper()
	s := &text.Sentence{Parsed: true}
	for w := range strings.FieldsSeq(words) {
		f := strings.Split(w, "/")
		head, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatalf("%s: %v", w, err)
		}
		upos := "NOUN"
		if strings.HasPrefix(f[1], "V") && !strings.HasPrefix(f[4], "aux") {
			upos = "VERB"
		}
		s.Tokens = append(s.Tokens, text.Token{Form: f[0], XPOS: f[1], UPOS: upos, Lemma: f[2], Head: head - 1, Rel: f[4]})
	}
	return s
}

// The tree decides where the order of words would mislead.
func TestDirectionByTree(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"Ships/NNS/ship/2/nsubj sail/VBP/sail/0/root on/IN/on/4/case Friday/NNP/Friday/2/obl", "Friday = 2022-01-21 day"},
		{"They/PRP/they/2/nsubj said/VBD/say/0/root he/PRP/he/5/nsubj will/MD/will/5/aux leave/VB/leave/2/ccomp on/IN/on/7/case Friday/NNP/Friday/2/obl",
			"Friday = 2022-01-14 day"},
		{"They/PRP/they/2/nsubj agreed/VBD/agree/0/root to/TO/to/4/mark meet/VB/meet/2/xcomp on/IN/on/6/case Friday/NNP/Friday/4/obl",
			"Friday = 2022-01-21 day"},
		{"They/PRP/they/2/nsubj came/VBD/come/0/root to/TO/to/4/mark meet/VB/meet/2/advcl on/IN/on/6/case Friday/NNP/Friday/4/obl",
			"Friday = 2022-01-14 day"},
		{"They/PRP/they/3/nsubj have/VBP/have/3/aux met/VBN/meet/0/root on/IN/on/5/case Friday/NNP/Friday/3/obl",
			"Friday = 2022-01-14 day"},
		{"Talks/NNS/talk/2/nsubj planned/VBN/plan/1/acl for/IN/for/4/case Friday/NNP/Friday/2/obl failed/VBD/fail/0/root",
			"Friday = 2022-01-21 day"},
	} {
		s := tree(t, c.words)
		for i := range s.Tokens { // spans are only for printing
			s.Tokens[i].Start, s.Tokens[i].End = 2*i, 2*i+1
		}
		if got := report(s, Read(s, "2022-01-18", Options{})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.words, got, c.want)
		}
	}
}

// A broken tree must not hang the reader.
func TestCircularTree(t *testing.T) {
	s := tree(t, "Ships/NNS/ship/2/nsubj on/IN/on/1/case Friday/NNP/Friday/1/obl")
	Read(s, "2022-01-18", Options{})
}
