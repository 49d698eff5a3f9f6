package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// average writes the mean of the averaged weights of several trainings, each begun with
// the one before (Wortsman et al. 2022, model soups), and measures it on the
// development data.
func average(w io.Writer, opts options) error {
	data, err := readCorpus(opts.treebank, opts.names)
	if err != nil {
		return err
	}
	n := newNet(opts.config, newLabels(data))
	files := strings.Split(opts.average, ",")
	for _, file := range files {
		s, err := earlierState(file, n.params)
		if err != nil {
			return err
		}
		for i, p := range n.params {
			axpy(p.Mean, 1/float32(len(files)), s.Params[i].Mean)
		}
	}
	file, s, err := n.appraise(data)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "dev: %s, %d bytes\n", s, len(file))
	return os.WriteFile(opts.out, file, 0o644)
}
