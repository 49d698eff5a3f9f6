package when

import (
	"testing"

	"github.com/entente-kg/entente/extract/text"
)

// TestReadParsed runs the table once more on the model's tokens and trees,
// where the governing verb is found by the tree and not by the order of words.
func TestReadParsed(t *testing.T) {
	for _, c := range cases(t) {
		s := &text.Analyze(c.sentence).Sentences[0]
		if got := report(s, Read(s, c.published, Options{})); got != c.want {
			t.Errorf("%s | %s\n got %s\nwant %s", c.published, c.sentence, got, c.want)
		}
	}
}

// Only a tree tells these: the verb meant is not the nearest one, or stands in
// the present tense.
func TestReadByTree(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"The president of Peru visits Chile on Friday.", "Friday = 2022-01-21 day"},
		{"The minister who lost the vote will fly to Lima on Friday.", "Friday = 2022-01-21 day"},
		{"The envoy, who will leave soon, met the king on Friday.", "Friday = 2022-01-14 day"},
		{"The ministry announced on Friday that the talks will resume.", "Friday = 2022-01-14 day"},
	} {
		s := &text.Analyze(c.sentence).Sentences[0]
		if got := report(s, Read(s, "2022-01-18", Options{})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.sentence, got, c.want)
		}
	}
}
