package conllu

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Word is one syntactic word: a numbered line of a CoNLL-U file.
type Word struct {
	Form    string
	Lemma   string // "_" where the treebank has none and the form is not "_"
	UPOS    string
	XPOS    string
	Feats   string // "Number=Sing|…", "" when empty
	Head    int    // index into Sentence.Words; -1 for the root
	Rel     string // relation with subtype: "nsubj:pass"
	Misc    string // last column, "" when empty
	NoSpace bool   // no white space follows in the text (SpaceAfter=No)
}

// Multiword is one written token over Words[First:Last].
type Multiword struct {
	First, Last int
	Form        string
	NoSpace     bool
}

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID     string
	Text   string // "# text" comment
	NewDoc bool   // a document begins here
	NewPar bool   // a paragraph begins here
	Words  []Word
	Multi  []Multiword
}

// Forms returns the forms of the words.
func (s *Sentence) Forms() []string {
	forms := make([]string, len(s.Words))
	for i := range s.Words {
		forms[i] = s.Words[i].Form
	}
	return forms
}

// A FormatError says which line of a file is not what the format asks for.
type FormatError struct {
	File string
	Line int
	What string
}

func (e *FormatError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.What) }

// ReadFile reads a CoNLL-U file, plain or gzip-compressed.
func ReadFile(path string) ([]Sentence, error) {
	data, err := readAll(path)
	if err != nil {
		return nil, err
	}
	return Read(bytes.NewReader(data), path)
}

// readAll returns the content of a file, decompressed if need be.
func readAll(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	data, err = io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// Read reads CoNLL-U text; name is what errors call it.
func Read(r io.Reader, name string) ([]Sentence, error) {
	p := reader{name: name}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		p.line++
		if err := p.read(strings.TrimSuffix(sc.Text(), "\r")); err != nil {
			return nil, err
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p.out, p.flush()
}

// reader collects the lines of one sentence after another.
type reader struct {
	name string
	line int
	cur  Sentence
	out  []Sentence
}

func (p *reader) errorf(format string, args ...any) error {
	return &FormatError{p.name, p.line, fmt.Sprintf(format, args...)}
}

func (p *reader) read(line string) error {
	switch {
	case line == "":
		return p.flush()
	case line[0] == '#':
		p.comment(line)
		return nil
	}
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return p.errorf("%d columns, want 10 separated by tabs", len(cols))
	}
	if first, last, ok := strings.Cut(cols[0], "-"); ok {
		return p.multiword(first, last, cols)
	}
	if strings.Contains(cols[0], ".") {
		return nil
	}
	return p.word(cols)
}

func (p *reader) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	switch strings.TrimSpace(key) {
	case "sent_id":
		p.cur.ID = strings.TrimSpace(value)
	case "text":
		p.cur.Text = strings.TrimSpace(value)
	case "newdoc", "newdoc id":
		p.cur.NewDoc = true
	case "newpar", "newpar id":
		p.cur.NewPar = true
	}
}

func (p *reader) multiword(first, last string, cols []string) error {
	a, err1 := strconv.Atoi(first)
	b, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || a != len(p.cur.Words)+1 || b <= a {
		return p.errorf("bad token range %q", cols[0])
	}
	p.cur.Multi = append(p.cur.Multi, Multiword{a - 1, b, cols[1], noSpace(cols[9])})
	return nil
}

func (p *reader) word(cols []string) error {
	id, err := strconv.Atoi(cols[0])
	if err != nil || id != len(p.cur.Words)+1 {
		return p.errorf("word number %q, want %d", cols[0], len(p.cur.Words)+1)
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil || head < 0 || head == id {
		return p.errorf("bad head %q", cols[6])
	}
	p.cur.Words = append(p.cur.Words, Word{
		Form: cols[1], Lemma: cols[2], UPOS: cols[3], XPOS: cols[4],
		Feats: unset(cols[5]), Head: head - 1, Rel: cols[7],
		Misc: unset(cols[9]), NoSpace: noSpace(cols[9]),
	})
	return nil
}

// flush ends the sentence that was being read, if any.
func (p *reader) flush() error {
	s := p.cur
	p.cur = Sentence{}
	if len(s.Words) == 0 {
		p.cur.NewDoc, p.cur.NewPar = s.NewDoc, s.NewPar
		return nil
	}
	for i := range s.Words {
		if s.Words[i].Head >= len(s.Words) {
			return p.errorf("sentence %s: word %d has its head outside the sentence", s.ID, i+1)
		}
	}
	if n := len(s.Multi); n > 0 && s.Multi[n-1].Last > len(s.Words) {
		return p.errorf("sentence %s: token range ends outside the sentence", s.ID)
	}
	p.out = append(p.out, s)
	return nil
}

func unset(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

func noSpace(misc string) bool {
	for field := range strings.SplitSeq(misc, "|") {
		if field == "SpaceAfter=No" {
			return true
		}
	}
	return false
}
