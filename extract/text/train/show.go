package main

import (
	"fmt"
	"io"
	"os"

	"github.com/entente-kg/entente/extract/text"
)

// show prints every sentence of a text with its tree.
func show(w io.Writer, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	doc := text.Analyze(string(data))
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if _, err := fmt.Fprintf(w, "# %d %s\n%s\n", i, doc.Text[s.Start:s.End], s.TreeString()); err != nil {
			return err
		}
	}
	return nil
}
