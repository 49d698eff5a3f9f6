package conllu

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// Score counts how a parser's output agrees with a treebank on the same words.
// Relations are compared without subtypes ("nsubj:pass" counts as "nsubj").
type Score struct {
	Words, UPOS, XPOS, Lemma int // words; how many have the right tag, the right lemma whatever its case
	UAS, LAS                 int // how many have the right head, the right head and relation
	NoPunct, LASnp           int // words that are not punctuation; with the right head and relation
	Rels                     map[string]*F1
}

// Add counts one sentence; got has the words of gold.
func (s *Score) Add(gold, got *Sentence) error {
	if len(gold.Words) != len(got.Words) {
		return fmt.Errorf("sentence %s: %d words parsed, %d in the treebank", gold.ID, len(got.Words), len(gold.Words))
	}
	for i := range gold.Words {
		s.add(&gold.Words[i], &got.Words[i])
	}
	return nil
}

func (s *Score) add(gold, got *Word) {
	rel, found := BaseRel(gold.Rel), BaseRel(got.Rel)
	right := gold.Head == got.Head && rel == found
	s.Words++
	count(&s.UPOS, gold.UPOS == got.UPOS)
	count(&s.XPOS, gold.XPOS == got.XPOS)
	count(&s.Lemma, strings.EqualFold(gold.Lemma, got.Lemma))
	count(&s.UAS, gold.Head == got.Head)
	count(&s.LAS, right)
	if gold.UPOS != "PUNCT" {
		s.NoPunct++
		count(&s.LASnp, right)
	}
	s.rel(rel).Gold++
	s.rel(found).Found++
	count(&s.rel(rel).Right, right)
}

// BaseRel returns a relation without its subtype.
func BaseRel(rel string) string {
	base, _, _ := strings.Cut(rel, ":")
	return base
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

func (s *Score) rel(name string) *F1 {
	if s.Rels == nil {
		s.Rels = map[string]*F1{}
	}
	f := s.Rels[name]
	if f == nil {
		f = &F1{}
		s.Rels[name] = f
	}
	return f
}

// Write prints the table of relations and, last, the line that sums up.
func (s *Score) Write(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "relation\tgold\tfound\tright\tprecision\trecall\tF1\t")
	names := make([]string, 0, len(s.Rels))
	for name := range s.Rels {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := s.Rels[b].Gold - s.Rels[a].Gold; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		writeRow(tw, name, *s.Rels[name])
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "%d words\n%s\n", s.Words, s.Line())
	return err
}

func writeRow(w io.Writer, name string, f F1) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%.1f\t%.1f\t%.1f\t\n", name, f.Gold, f.Found, f.Right,
		percent(f.Right, f.Found), percent(f.Right, f.Gold), f.Value())
}

// Line sums up: accuracies in percent, then F1 of the relations that events
// are read from.
func (s *Score) Line() string {
	line := fmt.Sprintf("UPOS=%.1f XPOS=%.1f UAS=%.1f LAS=%.1f LASnp=%.1f LEMMA=%.1f",
		percent(s.UPOS, s.Words), percent(s.XPOS, s.Words), percent(s.UAS, s.Words),
		percent(s.LAS, s.Words), percent(s.LASnp, s.NoPunct), percent(s.Lemma, s.Words))
	for _, rel := range []string{"nsubj", "obj", "obl", "conj"} {
		line += fmt.Sprintf(" %s=%.1f", rel, s.rel(rel).Value())
	}
	return line
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// NameScore counts names found against names annotated. Types that are not
// scored (MISC and the like) are left out of both.
type NameScore struct {
	Typed, Untyped F1
	ByType         map[string]*F1
}

// NameTypes are the types of names that are scored.
var NameTypes = [...]string{"PER", "ORG", "LOC"}

// Add counts one sentence.
func (s *NameScore) Add(gold, got []Entity) {
	gold, got = scored(gold), scored(got)
	if s.ByType == nil {
		s.ByType = map[string]*F1{}
		for _, typ := range NameTypes {
			s.ByType[typ] = &F1{}
		}
	}
	for _, e := range got {
		s.Typed.Found++
		s.Untyped.Found++
		s.ByType[e.Type].Found++
	}
	for _, e := range gold {
		s.Typed.Gold++
		s.Untyped.Gold++
		s.ByType[e.Type].Gold++
		for _, g := range got {
			if g.First == e.First && g.Last == e.Last {
				s.Untyped.Right++
				count(&s.Typed.Right, g.Type == e.Type)
				count(&s.ByType[e.Type].Right, g.Type == e.Type)
			}
		}
	}
}

func scored(names []Entity) []Entity {
	return slices.DeleteFunc(slices.Clone(names), func(e Entity) bool {
		return !slices.Contains(NameTypes[:], e.Type)
	})
}

// Write prints a row a type and, last, the line that sums up.
func (s *NameScore) Write(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "type\tgold\tfound\tright\tprecision\trecall\tF1\t")
	for _, typ := range NameTypes {
		if f := s.ByType[typ]; f != nil {
			writeRow(tw, typ, *f)
		}
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, s.Line())
	return err
}

// Line sums up: F1 with and without types, in percent.
func (s *NameScore) Line() string {
	return fmt.Sprintf("NER=%.1f NERuntyped=%.1f", s.Typed.Value(), s.Untyped.Value())
}
