package text

import "github.com/entente-kg/entente/schema"

// Token is one word or mark, with its place in the dependency tree.
type Token struct {
	schema.Span        // byte offsets into the text given to Analyze
	Form        string // the word with typography normalised (“ → ", ’ → ')
	Lemma       string // dictionary form, lower case except for proper nouns
	UPOS        string // universal part of speech: NOUN, PROPN, VERB …
	XPOS        string // Penn Treebank tag: NNP, VBD …
	Head        int    // index of the governing token in the sentence; -1 for the root
	Rel         string // universal dependency relation to Head, with subtype where the model has it: nsubj, nsubj:pass, obl …
}

// NameType is the type of a name span.
type NameType string

// The types of names.
const (
	PER NameType = "PER"
	ORG NameType = "ORG"
	LOC NameType = "LOC"
)

// Name is a run of tokens that names somebody or something: Tokens[First:Last].
type Name struct {
	First, Last int
	Type        NameType
}

// Sentence is a run of tokens with one tree over them.
//
// A sentence that was only split and not parsed has Parsed false, and its
// tokens no tags, heads or relations.
type Sentence struct {
	schema.Span
	Index  int // position in the document, from 0
	Par    int // paragraph number, from 0
	Tokens []Token
	Names  []Name
	Parsed bool
}

// Document is a text cut into sentences.
type Document struct {
	Text      string // as given
	Sentences []Sentence

	proper   map[string]bool   // words with a capital in mid-sentence and nowhere without, keyed in small letters
	surnames map[string]string // surnames that stand alone somewhere, with those that the network is shown for them
}
