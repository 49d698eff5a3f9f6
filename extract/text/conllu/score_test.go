package conllu

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScore(t *testing.T) {
	gold, err := Read(strings.NewReader(sample), "sample")
	if err != nil {
		t.Fatal(err)
	}
	got := gold[0]
	got.Words = append([]Word(nil), got.Words...)
	got.Words[0].Rel = "nsubj:pass" // the subtype does not count
	got.Words[0].Lemma = "THEY"     // nor does case
	got.Words[1].Head = 0
	got.Words[2].Rel = "obj"
	got.Words[4].UPOS = "SYM"
	var s Score
	if err := s.Add(&gold[0], &got); err != nil {
		t.Fatal(err)
	}
	want := "UPOS=80.0 XPOS=100.0 UAS=80.0 LAS=60.0 LASnp=50.0 LEMMA=100.0 nsubj=100.0 obj=0.0 obl=100.0 conj=100.0"
	if got := s.Line(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if err := s.Add(&gold[0], &gold[1]); err == nil {
		t.Error("sentences of different length were scored")
	}
}

func TestNameScore(t *testing.T) {
	var s NameScore
	s.Add([]Entity{{0, 2, "PER"}, {4, 5, "LOC"}, {6, 7, "MISC"}}, []Entity{{0, 2, "ORG"}, {4, 5, "LOC"}})
	s.Add(nil, []Entity{{1, 2, "PER"}})
	if got, want := s.Line(), "NER=40.0 NERuntyped=80.0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDocuments(t *testing.T) {
	sents, err := Read(strings.NewReader(sample), "sample")
	if err != nil {
		t.Fatal(err)
	}
	docs := Documents(sents, func(*Sentence) string { return "\n" })
	want := []Raw{{
		Text:      "They don't wait.\nGo",
		Words:     []Span{{0, 4}, {5, 7}, {7, 10}, {11, 15}, {15, 16}, {17, 19}},
		Sentences: []Span{{0, 16}, {17, 19}},
	}}
	if d := cmp.Diff(want, docs); d != "" {
		t.Error(d)
	}
	f := F1{}
	f.AddSpans(docs[0].Words, []Span{{0, 4}, {5, 10}, {11, 15}, {15, 16}})
	if f != (F1{Gold: 6, Found: 4, Right: 3}) {
		t.Errorf("spans: %+v", f)
	}
}
