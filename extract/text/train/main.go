package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

type options struct {
	eval, raw, evalLemmas string
	verbose               bool
	treebank, names, out  string
	lemmas, show          string
	people                string
	checkpoint, init      string
	average               string
	config                config
}

func main() {
	opts := options{config: defaults()}
	flag.StringVar(&opts.eval, "eval", "", "parse the tokens of this CoNLL-U `file`, or find the names of this .iob2 file, and report accuracy")
	flag.StringVar(&opts.raw, "eval-raw", "", "split the running text of this CoNLL-U `file` and report tokens and sentences")
	flag.StringVar(&opts.lemmas, "lemmas", "", "learn the lemma table from the treebank folder and write it to this `file`")
	flag.StringVar(&opts.evalLemmas, "eval-lemmas", "", "look up the lemmas of this CoNLL-U `file` by its own tags and report accuracy")
	flag.StringVar(&opts.show, "show", "", "print the tree of every sentence of this text `file`")
	flag.BoolVar(&opts.verbose, "v", false, "print what differs")
	flag.StringVar(&opts.treebank, "treebank", "", "train on the *-train.conllu(.gz) of this `folder`, choose on its *-dev.conllu(.gz)")
	flag.StringVar(&opts.names, "names", "", "train on the *.iob2 name files of this `folder` as well")
	flag.StringVar(&opts.people, "people", "", "give persons in the training data names out of the column person of the *.csv of this `folder`")
	flag.StringVar(&opts.out, "out", "weights.bin", "write the trained weights to this `file`")
	flag.StringVar(&opts.checkpoint, "checkpoint", "", "keep the state after each epoch in this `file`, and go on from it if it is there")
	flag.StringVar(&opts.init, "init", "", "begin with the averaged weights in this `file`, the -checkpoint of an earlier training")
	flag.StringVar(&opts.average, "average", "", "write the mean of the weights in these `files`, checkpoints separated by commas, instead of training")
	opts.config.flags(flag.CommandLine)
	flag.Parse()
	if err := run(os.Stdout, opts); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// rebuild writes the weights and, beside them, the lemma table.
func rebuild(w io.Writer, opts options) error {
	if err := train(w, opts); err != nil {
		return err
	}
	return learnLemmas(w, opts.treebank, filepath.Join(filepath.Dir(opts.out), "lemmas.tsv.gz"))
}

func run(w io.Writer, opts options) error {
	switch {
	case opts.eval != "":
		return evaluate(w, opts.eval)
	case opts.show != "":
		return show(w, opts.show)
	case opts.raw != "":
		return evalRaw(w, opts.raw, opts.verbose)
	case opts.lemmas != "":
		return learnLemmas(w, opts.treebank, opts.lemmas)
	case opts.evalLemmas != "":
		return evalLemmas(w, opts.evalLemmas, opts.verbose)
	case opts.average != "":
		return average(w, opts)
	case opts.treebank != "" && opts.names != "":
		return rebuild(w, opts)
	}
	return errors.New("nothing to do: give -treebank DIR -names DIR to train, -eval FILE or -eval-raw FILE to measure")
}
