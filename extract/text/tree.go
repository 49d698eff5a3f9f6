package text

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

// TreeString draws the tree of a parsed sentence for people to read, one token
// a line: number, form indented by its depth, lemma, tags, relation, governor, name.
//
//	0    Envoys  envoy  NOUN NNS   nsubj  1 met
//	1  met       meet   VERB VBD   root   ROOT
//	2    in      …
func (s *Sentence) TreeString() string {
	names := make([]string, len(s.Tokens))
	for _, n := range s.Names {
		for i := n.First; i < n.Last; i++ {
			names[i] = string(n.Type)
		}
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head := "ROOT"
		if t.Head >= 0 {
			head = fmt.Sprintf("%d %s", t.Head, s.Tokens[t.Head].Form)
		}
		fmt.Fprintf(w, "%d\t%s%s\t%s\t%s %s\t%s\t%s\t%s\n",
			i, strings.Repeat("  ", s.depth(i)), t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel, head, names[i])
	}
	w.Flush()
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// depth counts the governors above a token; it stops at the number of tokens,
// which only a broken tree reaches.
func (s *Sentence) depth(i int) int {
	n := 0
	for i >= 0 && s.Tokens[i].Head >= 0 && n < len(s.Tokens) {
		i = s.Tokens[i].Head
		n++
	}
	return n
}
