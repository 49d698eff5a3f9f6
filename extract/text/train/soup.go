package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/entente-kg/entente/extract/text/nn"
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
		s, err := readState(file, n.params)
		if err != nil {
			return err
		}
		if s == nil {
			return fmt.Errorf("no state in %q: name the -checkpoint of a training", file)
		}
		for i, p := range n.params {
			axpy(p.Mean, 1/float32(len(files)), s.Params[i].Mean)
		}
	}
	file := n.export().Encode()
	m, err := nn.Load(file)
	if err != nil {
		return err
	}
	s, err := measure(m, data.Dev, data.NamesDev)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "dev: %s, %d bytes\n", s, len(file))
	return os.WriteFile(opts.out, file, 0o644)
}
