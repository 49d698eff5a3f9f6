package text

import (
	"strings"
	"testing"
)

func TestLemma(t *testing.T) {
	if _, err := readLemmas(lemmasGZ); err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(`
said VBD say; met VBD meet; stopped VBD stop; withdrew VBD withdraw; endorsed VBN endorse; swore VBD swear
denied VBD deny; rejecting VBG reject; accusing VBG accuse; escalating VBG escalate; tied VBN tie
aided VBD aid; barricaded VBN barricade; gassing VBG gas; hurled VBD hurl; buzzes VBZ buzz; stymied VBN stymie; leaned VBD lean
was VBD be; 's VBZ be; 's POS 's; n't RB not; 'll MD will; has VBZ have
countries NNS country; allies NNS ally; men NNS man; talks NNS talk; crises NNS crisis; forces NNS force
news NN news; bus NN bus; Moscow NNP Moscow; States NNPS State; Russians NNPS Russian
worse JJR bad; biggest JJS big; higher JJR high; he PRP he; them PRP they; THE DT the`, ";") {
		for line := range strings.Lines(strings.TrimSpace(c)) {
			f := strings.Fields(line)
			if got := Lemmas().Lemma(f[0], f[1]); !strings.EqualFold(got, f[2]) {
				t.Errorf("%s %s: got %q, want %q", f[0], f[1], got, f[2])
			}
		}
	}
	if got := Lemmas().Lemma("Kyiv", "NNP"); got != "Kyiv" {
		t.Errorf("a proper noun keeps its capitals: got %q", got)
	}
	if got := Lemmas().Lemma(strings.Repeat("x", 5000), "NNS"); len(got) < 4999 {
		t.Errorf("a long word: got %d bytes", len(got))
	}
}
