package main

import (
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/text/conllu"
)

// TestNamesOf spells words as form/XPOS/head/entity and wants the names.
func TestNamesOf(t *testing.T) {
	for in, want := range map[string]string{
		"General/NNP/2/(1-person-new Ann/NNP/0/_ Lee/NNP/2/1)":                                      "PER Ann Lee",
		"the/DT/3/(1-organization-new Ugandan/NNP/3/_ Navy/NNP/0/1)":                                "ORG Ugandan Navy",
		"the/DT/2/(1-organization-new Bank/NNP/0/_ of/IN/5/_ the/DT/5/_ Nile/NNP/2/(2-place-new)1)": "ORG Bank of the Nile",
		"a/DT/2/(1-person-new sailor/NN/0/_ from/IN/4/_ Oslo/NNP/2/(2-place-new)1)":                 "LOC Oslo",
		"the/DT/2/(1-place-new coast/NN/0/1)":                                                       "",
		"Kurds/NNPS/0/(1-person-new)":                                                               "",
		"Ann/NNP/0/(1-person-new left/VBD/1/_ Lima/NNP/2/(2-place-new)":                             "LOC Lima",
		"Ann/NNP/0/(1-person-new)(2-abstract-new) and/CC/3/2) Bo/NNP/1/(3-person)":                  "PER Ann, PER Bo",
	} {
		var s conllu.Sentence
		for field := range strings.FieldsSeq(in) {
			c := strings.Split(field, "/")
			s.Words = append(s.Words, conllu.Word{Form: c[0], XPOS: c[1], Head: int(c[2][0]-'0') - 1, Misc: "Entity=" + c[3]})
		}
		var got []string
		for _, e := range namesOf(&s) {
			var words []string
			for _, w := range s.Words[e.First:e.Last] {
				words = append(words, w.Form)
			}
			got = append(got, e.Type+" "+strings.Join(words, " "))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}
