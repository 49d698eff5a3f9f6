package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-kg/entente/extract"
)

// folder is where the gold articles lie, seen from the root of the repository.
const folder = "extract/eval/testdata"

func main() {
	if err := command(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// command runs one evaluation.
func command(args []string, w io.Writer) error {
	flags := flag.NewFlagSet("eval", flag.ContinueOnError)
	verbose := flags.Bool("v", false, "list what is missed, wrong and too much")
	update := flags.Bool("update", false, "rewrite testdata/report.txt")
	rel := flags.String("relations", "", "score a development set of dyads, JSON lines, instead of the gold articles")
	fold := flags.Int("fold", 0, "with -relations: only every fifth line, from this one (1 to 5)")
	number := flags.Int("draw", 0, "draw so many direct edges at random from the article files given, with their sentences, to judge")
	seed := flags.Uint64("seed", 1, "with -draw: which edges")
	verbs := flags.String("verbs", "", "list the verbs of a CAMEO dictionary that start no rule")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	if *verbs != "" {
		return compareVerbs(w, *verbs)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	if *number > 0 {
		return draw(w, x.Extract, *number, *seed, flags.Args())
	}
	if *rel != "" {
		return runRelations(w, x.Extract, *rel, *fold, *verbose)
	}
	golds, err := readGold(os.DirFS(folder), "gold", flags.Args()...)
	if err != nil {
		return err
	}
	if len(golds) == 0 {
		return fmt.Errorf("no gold articles in %s: run from the root of the repository", folder)
	}
	b := run(x.Extract, golds)
	if *verbose {
		for _, n := range b.notes {
			fmt.Fprintln(w, n)
		}
	}
	if *update {
		return b.save(filepath.Join(folder, "report.txt"))
	}
	return b.write(w)
}

// save writes the report to its golden file.
func (b *board) save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("golden report: %w", err)
	}
	return errors.Join(b.write(f), f.Close())
}
