package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/urfave/cli/v2"
)

// curateCommands are the commands by which people correct who is who.
func curateCommands() []*cli.Command {
	return []*cli.Command{
		actorsCandidates(),
		deciding(identity.Merge, "ACTOR INTO", "two are one: ACTOR becomes INTO", `  entente actors merge actor:vasile-syv "Petru Vasile" --why "same minister"`, 2),
		deciding(identity.Split, "ACTOR OTHER", "two are two, whatever looks alike", `  entente actors split actor:juan-soto actor:juana-soto`, 2),
		deciding(identity.Alias, "ACTOR NAME", "give an actor one more name", `  entente actors alias "Petru Vasile" "P. Vasile"`, 2),
		deciding(identity.Reject, "ACTOR", "this is no actor: leave it out", `  entente actors reject actor:monday`, 1),
		deciding(identity.Undo, "NUMBER", "take decision NUMBER back", `  entente actors undo 3`, 1),
		actorsJournal(),
	}
}

func deciding(verb identity.Verb, args, usage, example string, n int) *cli.Command {
	return command(cli.Command{
		Name: string(verb), Usage: usage, ArgsUsage: args, Description: example,
		Flags: []cli.Flag{storeFlag(), &cli.StringFlag{Name: "why", Usage: "note `TEXT` beside the decision: who, when, why"}},
		Action: func(c *cli.Context) error {
			if c.Args().Len() != n {
				return usagef("actors %s takes %s", verb, args)
			}
			return decide(c, identity.Decision{Verb: verb, Note: c.String("why")})
		},
	})
}

// decide adds a decision to the journal and replays it over the store.
func decide(c *cli.Context, d identity.Decision) (err error) {
	store, err := openWrite(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := nameError(arguments(c, store, &d)); err != nil {
		return err
	}
	k, err := openCuration(c, store)
	if err != nil {
		return err
	}
	if d, err = k.journal.Add(d); err != nil {
		return usageError(err)
	}
	changed, err := k.replay(c.Context, store)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "%s\n%s changed; take it back with: entente actors undo %d\n", d, count(changed, "article"), d.Number)
	return nil
}

// arguments reads those of a decision; names become the IDs they stand for.
func arguments(c *cli.Context, store *graph.Store, d *identity.Decision) (err error) {
	first, second := c.Args().First(), c.Args().Get(1)
	if d.Verb == identity.Undo {
		if d.Of, err = strconv.Atoi(first); err != nil {
			return usagef("%q is no number of a decision; 'entente actors journal' shows them", first)
		}
		return nil
	}
	if d.Actor, err = actorID(c, store, first); err != nil {
		return err
	}
	switch d.Verb {
	case identity.Merge, identity.Split:
		d.Other, err = actorID(c, store, second)
	case identity.Alias:
		d.Name = second
	}
	return err
}

// actorID is the ID a name stands for. An ID stands for itself, even one that
// an earlier decision took out of the graph.
func actorID(c *cli.Context, store *graph.Store, name string) (string, error) {
	if strings.HasPrefix(name, "actor:") || strings.HasPrefix(name, "place:") {
		return name, nil
	}
	found, err := store.Resolve(c.Context, name)
	return found.ID, err
}

func actorsCandidates() *cli.Command {
	return command(cli.Command{
		Name: "candidates", Usage: "pairs of actors that may be one",
		Description: `  entente actors candidates
  entente actors candidates --format csv`,
		Flags:  []cli.Flag{storeFlag(), rowsFlag(), failEmptyFlag()},
		Action: asking(runCandidates),
	})
}

func runCandidates(c *cli.Context, store *graph.Store) error {
	k, err := openCuration(c, store)
	if err != nil {
		return err
	}
	ids, err := store.Identity(c.Context, k.journal)
	if err != nil {
		return err
	}
	list := ids.Candidates()
	err = printRows(c, []column[identity.Candidate]{
		{name: "keep", value: func(x identity.Candidate) string { return x.A }},
		{name: "merge", value: func(x identity.Candidate) string { return x.B }},
		{name: "why", value: func(x identity.Candidate) string { return x.Why }},
	}, list)
	if err != nil {
		return err
	}
	return emptyIs(c, len(list))
}

func actorsJournal() *cli.Command {
	return command(cli.Command{
		Name: "journal", Usage: "print the decisions, or take them over from FILE", ArgsUsage: "[FILE]",
		Description: `  entente actors journal > decisions.txt
  entente actors journal decisions.txt              and replay them`,
		Flags: []cli.Flag{storeFlag()},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return takeJournal(c)
			}
			return asking(printJournal)(c)
		},
	})
}

func printJournal(c *cli.Context, store *graph.Store) error {
	k, err := openCuration(c, store)
	if err == nil {
		_, err = k.journal.WriteTo(c.App.Writer)
	}
	return err
}

// takeJournal puts the decisions of a file in the place of those that hold.
func takeJournal(c *cli.Context) (err error) {
	k := &curation{path: journalPath(c)}
	if k.journal, err = readJournalFile(c.Args().First()); err != nil {
		return err
	}
	store, err := openWrite(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	changed, err := k.replay(c.Context, store)
	if err == nil {
		fmt.Fprintf(c.App.ErrWriter, "%s, %s changed\n", count(len(k.journal.Decisions), "decision"), count(changed, "article"))
	}
	return err
}
