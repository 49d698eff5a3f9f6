// Command train measures the text package on treebanks.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	raw := flag.String("eval-raw", "", "split the running text of this CoNLL-U `file` and report tokens and sentences")
	verbose := flag.Bool("v", false, "print what differs")
	flag.Parse()
	if err := run(os.Stdout, *raw, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, raw string, verbose bool) error {
	if raw == "" {
		return fmt.Errorf("nothing to do: give -eval-raw FILE")
	}
	return evalRaw(w, raw, verbose)
}
