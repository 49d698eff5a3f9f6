package text

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/entente-kg/entente/extract/text/nn"
)

// weights are what extract/text/train made of the treebanks that NOTICE names.
//
//go:embed weights.bin
var weights []byte

// model returns the embedded network, loaded at the first call and shared.
var model = sync.OnceValue(func() annotator {
	m, err := nn.Load(weights)
	if err != nil {
		return nil // a test loads the embedded weights: this is a broken build
	}
	return &network{model: m}
})

// network annotates sentences with the neural model.
type network struct {
	model *nn.Model
	pool  sync.Pool
}

// buffer is the working memory for one sentence.
type buffer struct {
	words  []string
	at     []int // where in the sentence each of the words stands
	asides []aside
	kept   []Token // what was read already
	out    nn.Annotation
	again  nn.Annotation
}

func (n *network) annotate(d *Document, s *Sentence) {
	b, ok := n.pool.Get().(*buffer)
	if !ok {
		b = &buffer{}
	}
	defer n.pool.Put(b)
	n.read(d, s, b)
	d.retagProper(s)
	s.retag()
	s.lemmatize()
	s.repair()
}

// read sets the tags, the tree and the names of a sentence to what the network says.
func (n *network) read(d *Document, s *Sentence, b *buffer) {
	b.asides = s.asides(b.asides[:0])
	if !n.readParts(d, s, b, s.attribution()) {
		b.asides = slices.DeleteFunc(b.asides, func(a aside) bool { return a.Apart || a.Front })
		n.readParts(d, s, b, 0)
	}
	slices.SortFunc(s.Names, func(a, b Name) int { return a.First - b.First })
}

// readParts reads what is said before the comma and who says it behind, or all at once where there is none. It reports whether
// all is what it seems.
func (n *network) readParts(d *Document, s *Sentence, b *buffer, comma int) bool {
	last := len(s.Tokens)
	s.Names = s.Names[:0]
	if comma == 0 {
		n.show(d, s, b, 0, last)
		if !n.readApart(d, s, b) {
			return false
		}
		s.putBack(b.asides)
		return true
	}
	n.show(d, s, b, 0, comma, last-1)
	clause := s.rootAmong(0, comma)
	if clause < 0 || s.child(clause, "nsubj") < 0 || !n.readApart(d, s, b) {
		return false
	}
	n.show(d, s, b, comma+1, last)
	said := s.rootAmong(comma+1, last)
	if said < 0 || !saysSo(s.Tokens[said].Form) || s.child(said, "nsubj") < 0 {
		return false
	}
	s.joinSource(comma, clause, said)
	s.putBack(b.asides)
	return true
}

// show gives the network the words of tokens first to last, without asides, and those of more tokens behind them. Where it does
// not take a surname of the document for one, it is shown another and reads again.
func (n *network) show(d *Document, s *Sentence, b *buffer, first, last int, more ...int) {
	b.at, b.words = b.at[:0], b.words[:0]
	hidden := b.asides
	for i := first; i < last; i++ {
		for len(hidden) > 0 && hidden[0].Last <= i {
			hidden = hidden[1:]
		}
		if len(hidden) > 0 && i == hidden[0].First {
			i = hidden[0].Last - 1
			continue
		}
		b.at = append(b.at, i)
	}
	b.at = append(b.at, more...)
	mays := d.bearsMay()
	for _, i := range b.at {
		switch {
		case mays && s.Tokens[i].Form == "May" && !s.month(i):
			b.words = append(b.words, "Mayer")
		case s.surelyPast(i, b.asides):
			b.words = append(b.words, "saw")
		default:
			b.words = append(b.words, s.asRead(i))
		}
	}
	n.model.Annotate(b.words, &b.out)
	if len(d.surnames) > 0 && s.renamed(d, b) {
		n.model.Annotate(b.words, &b.out)
	}
	n.findVerb(s, b)
	clear(b.words)
	for k, i := range b.at {
		t := &s.Tokens[i]
		t.UPOS, t.XPOS, t.Rel, t.Head = b.out.UPOS[k], b.out.XPOS[k], b.out.Rel[k], int(b.out.Head[k])
		if t.Head >= 0 {
			t.Head = b.at[t.Head]
		}
	}
	for _, name := range b.out.Names {
		if first, last := b.at[name.First], b.at[name.Last-1]+1; last-first == name.Last-name.First {
			s.Names = append(s.Names, Name{First: first, Last: last, Type: NameType(name.Type)})
		}
	}
}

// renamed puts other surnames in the place of those that the network has misread, and reports whether there are any.
func (s *Sentence) renamed(d *Document, b *buffer) bool {
	any := false
	for k, i := range b.at {
		other := d.surnames[s.Tokens[i].Form]
		if other == "" || !s.standsAlone(i) {
			continue
		}
		rel := baseRel(b.out.Rel[k])
		if b.out.UPOS[k] != "PROPN" || rel == "amod" || rel == "advmod" || rel == "xcomp" || s.isSubject(i) && rel != "nsubj" && rel != "conj" && rel != "appos" && rel != "flat" {
			b.words[k], any = other, true
		}
	}
	return any
}

// findVerb reads a sentence again whose root is no verb and none of it is "is", with a past that can be nothing else in the
// place of one that was taken for an attribute: "India armed Pakistan." It keeps what was read at first if that does not help.
func (n *network) findVerb(s *Sentence, b *buffer) {
	last := len(b.at) - 1
	if last < 3 || s.Tokens[b.at[last]].Form != "." {
		return
	}
	root := slices.Index(b.out.Head, -1)
	if root < 0 || b.out.UPOS[root] == "VERB" || b.out.UPOS[root] == "AUX" {
		return
	}
	for k := range b.out.Head {
		if int(b.out.Head[k]) == root && (b.out.Rel[k] == "cop" || baseRel(b.out.Rel[k]) == "nsubj") {
			return
		}
	}
	tried := 0
	for k := 1; k < last && tried < 2; k++ {
		i := b.at[k]
		if !pastForm(s.Tokens[i].Form) || namesWhat(s.Tokens[i].Form) || noParticiple(s.Tokens[i].Form) || b.out.Rel[k] != "amod" && b.out.Rel[k] != "acl" || b.out.UPOS[k-1] != "PROPN" && b.out.UPOS[k-1] != "NOUN" || b.at[k-1] != i-1 {
			continue
		}
		if next := s.Tokens[b.at[k+1]].Form; !capital(next) && !bareNoun(next) && !beginsObject(next) {
			continue
		}
		tried++
		word := b.words[k]
		b.words[k] = "saw"
		n.model.Annotate(b.words, &b.again)
		if b.again.Head[k] == -1 && b.again.UPOS[k] == "VERB" {
			b.out, b.again = b.again, b.out
			return
		}
		b.words[k] = word
	}
}

// namesWhat holds for participles that tell what something is called or where it belongs, as no verb of a sentence does.
func namesWhat(form string) bool {
	switch form {
	case "titled", "entitled", "named", "called", "dubbed", "based", "born", "aged", "backed", "led", "held", "made":
		return true
	}
	return false
}
