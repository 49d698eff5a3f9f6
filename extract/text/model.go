package text

import (
	_ "embed"
	"strings"
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
	words []string
	out   nn.Annotation
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
	b.words = b.words[:0]
	mays := d.bearsMay()
	for i := range s.Tokens {
		if mays && s.Tokens[i].Form == "May" && !s.month(i) {
			b.words = append(b.words, "Mayer")
			continue
		}
		b.words = append(b.words, s.asRead(i))
	}
	n.model.Annotate(b.words, &b.out)
	clear(b.words)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.UPOS, t.XPOS, t.Rel, t.Head = b.out.UPOS[i], b.out.XPOS[i], b.out.Rel[i], int(b.out.Head[i])
	}
	s.Names = s.Names[:0]
	for _, name := range b.out.Names {
		s.Names = append(s.Names, Name{First: name.First, Last: name.Last, Type: NameType(name.Type)})
	}
}

// asRead is the word that the network is shown for token i: for a "will" that is
// somebody's, which it takes for the auxiliary, one that can only be a noun.
func (s *Sentence) asRead(i int) string {
	form := s.Tokens[i].Form
	if i == 0 || i+1 == len(s.Tokens) {
		return form
	}
	if form == "transport" && s.Tokens[i-1].Form == "and" && (s.Tokens[i+1].Form == "links" || s.Tokens[i+1].Form == "ties") {
		return "commercial" // no verb
	}
	if form == "plans" && s.Tokens[i-1].Form == "longer" {
		return "intends"
	}
	if form != "will" {
		return form
	}
	before, after := strings.ToLower(s.Tokens[i-1].Form), s.Tokens[i+1].Form
	switch before {
	case "political", "popular", "democratic", "collective", "necessary":
		return "desire"
	case "the", "their", "its", "his", "her", "our", "no", "'s", "a", "sovereign", "free", "good", "ill":
		if after == "of" || after == "to" || after == "." || after == "," {
			return "desire"
		}
	}
	return form
}

// bearsMay reports whether the document names a person whose last name is May, which the network takes for the month or
// the auxiliary.
func (d *Document) bearsMay() bool {
	return strings.Contains(d.Text, "Theresa May") || strings.Contains(d.Text, "Minister May") || strings.Contains(d.Text, "Mrs May") || strings.Contains(d.Text, "Mrs. May")
}

// month reports whether the May of token i is the month, by the words around it.
func (s *Sentence) month(i int) bool {
	if i+1 < len(s.Tokens) {
		if r := firstRune(s.Tokens[i+1].Form); r >= '0' && r <= '9' {
			return true
		}
	}
	if i == 0 {
		return false
	}
	switch before := strings.ToLower(s.Tokens[i-1].Form); before {
	case "in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "-", "through", "during":
		return true
	default:
		r := firstRune(before)
		return r >= '0' && r <= '9'
	}
}
