package text

import (
	_ "embed"
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
	out    nn.Annotation
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
	b.words, b.at, b.asides = b.words[:0], b.at[:0], s.asides(b.asides[:0])
	mays := d.bearsMay()
	for i, hidden := 0, b.asides; i < len(s.Tokens); i++ {
		if len(hidden) > 0 && i == hidden[0].First {
			i, hidden = hidden[0].Last-1, hidden[1:]
			continue
		}
		b.at = append(b.at, i)
		if mays && s.Tokens[i].Form == "May" && !s.month(i) {
			b.words = append(b.words, "Mayer")
			continue
		}
		b.words = append(b.words, s.asRead(i))
	}
	n.model.Annotate(b.words, &b.out)
	clear(b.words)
	for k, i := range b.at {
		t := &s.Tokens[i]
		t.UPOS, t.XPOS, t.Rel, t.Head = b.out.UPOS[k], b.out.XPOS[k], b.out.Rel[k], int(b.out.Head[k])
		if t.Head >= 0 {
			t.Head = b.at[t.Head]
		}
	}
	s.Names = s.Names[:0]
	for _, name := range b.out.Names {
		if first, last := b.at[name.First], b.at[name.Last-1]+1; last-first == name.Last-name.First {
			s.Names = append(s.Names, Name{First: first, Last: last, Type: NameType(name.Type)})
		}
	}
	s.putBack(b.asides)
}
