// Command train measures the text package on treebanks.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

type options struct {
	eval, raw string
	verbose   bool
}

func main() {
	var opts options
	flag.StringVar(&opts.eval, "eval", "", "parse the tokens of this CoNLL-U `file`, or find the names of this .iob2 file, and report accuracy")
	flag.StringVar(&opts.raw, "eval-raw", "", "split the running text of this CoNLL-U `file` and report tokens and sentences")
	flag.BoolVar(&opts.verbose, "v", false, "print what differs")
	flag.Parse()
	if err := run(os.Stdout, opts); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, opts options) error {
	switch {
	case opts.eval != "":
		return evaluate(w, opts.eval)
	case opts.raw != "":
		return evalRaw(w, opts.raw, opts.verbose)
	}
	return errors.New("nothing to do: give -eval FILE or -eval-raw FILE")
}
