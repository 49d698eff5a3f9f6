package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func actorsShow() *cli.Command {
	return command(cli.Command{
		Name: "show", Usage: "who an actor is and why: spellings, roles, decisions, candidates", ArgsUsage: "ACTOR",
		Description: `  entente actors show "Antony Blinken"
  entente actors show actor:petru-vasile --format json`,
		Flags:  []cli.Flag{storeFlag(), formatFlag("table", "table", "json")},
		Action: asking(runActorsShow),
	})
}

// who is what the graph and the journal say about the identity of an actor.
type who struct {
	ID         string               `json:"id"`
	Name       string               `json:"name"`
	Kind       schema.Kind          `json:"kind"`
	Codes      []string             `json:"codes"` // country and sectors, as articles gave them
	Wikidata   string               `json:"wikidata,omitempty"`
	Spellings  []string             `json:"spellings,omitempty"`
	Roles      []heldRole           `json:"roles,omitempty"`
	Joined     []standsFor          `json:"joined,omitempty"`
	Decisions  []string             `json:"decisions,omitempty"`
	Candidates []identity.Candidate `json:"candidates,omitempty"`
}

// heldRole is an office or title with when and on whose word.
type heldRole struct {
	Role   string `json:"role"`
	Of     string `json:"of,omitempty"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Source string `json:"source"` // an article, or the reference table
	Quote  string `json:"quote,omitempty"`
}

// standsFor is an actor that stands under this one's ID.
type standsFor struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}

func runActorsShow(c *cli.Context, store *graph.Store) error {
	name, err := oneName(c, `"Antony Blinken"`)
	if err != nil {
		return err
	}
	k, err := openCuration(c, store)
	if err != nil {
		return err
	}
	ids, err := store.Identity(c.Context, k.journal)
	if err != nil {
		return err
	}
	id, err := actorID(c, store, name)
	if err != nil {
		return nameError(err)
	}
	w := who{ID: ids.Canonical(id)}
	if err := w.read(c, k, store, ids); err != nil {
		return err
	}
	if w.Name == "" {
		return usagef("no article speaks of %s: 'entente actors list' shows all actors", id)
	}
	if c.String("format") == "json" {
		enc := jsonEncoder(c.App.Writer)
		enc.SetIndent("", "  ")
		return enc.Encode(w)
	}
	return w.write(c.App.Writer)
}

// read gathers what the articles, the tables and the journal say.
func (w *who) read(c *cli.Context, k *curation, store *graph.Store, ids *identity.Identity) error {
	names := map[string]string{}
	for x, err := range store.Extracted(c.Context) {
		if err != nil {
			return err
		}
		for _, a := range x.Actors {
			names[a.ID] = a.Name
			if ids.Canonical(a.ID) == w.ID {
				w.describe(&a)
			}
		}
		for _, f := range x.Facts {
			if f.Relation == "holds-role" && ids.Canonical(f.Subject) == w.ID {
				w.Roles = append(w.Roles, heldRole{f.Role, cmp.Or(names[f.Object], f.Object), f.From, f.To, cmp.Or(x.Article.Title, x.Article.ID), f.Evidence.Text})
			}
		}
	}
	w.tabled(ref.Load())
	for _, id := range ids.Joined() {
		if ids.Canonical(id) == w.ID {
			w.Joined = append(w.Joined, standsFor{id, ids.Why(id)})
		}
	}
	w.decided(k.journal, ids)
	for _, pair := range ids.Candidates() {
		if ids.Canonical(pair.A) == w.ID || ids.Canonical(pair.B) == w.ID {
			w.Candidates = append(w.Candidates, pair)
		}
	}
	w.sort(ids)
	return nil
}

// describe adds what one article says; the description under the actor's own ID names it.
func (w *who) describe(a *schema.Actor) {
	if w.Name == "" || a.ID == w.ID {
		w.Name, w.Kind = a.Name, a.Kind
	}
	w.Wikidata = cmp.Or(w.Wikidata, a.Wikidata)
	w.Spellings = append(append(w.Spellings, a.Name), a.Aliases...)
	if code := strings.TrimSpace(a.Country + " " + strings.Join(a.Sectors, " ")); code != "" {
		w.Codes = append(w.Codes, code)
	}
}

// tabled adds the offices that the reference table knows.
func (w *who) tabled(t *ref.Table) {
	for _, x := range t.Tenures(w.ID) {
		r := heldRole{Role: x.Office, Of: x.Body, From: x.From, To: x.To, Source: "reference table"}
		if o, ok := t.OfficeByKey(x.Office); ok {
			r.Role = o.Title
		}
		if land, ok := t.Country(x.Body); ok {
			r.Of = land.Name
		} else if body := t.Actor(x.Body); body != nil {
			r.Of = body.Name
		}
		w.Roles = append(w.Roles, r)
	}
}

// decided lists the decisions that name the actor or who stands under it.
func (w *who) decided(j *identity.Journal, ids *identity.Identity) {
	standing := map[int]bool{}
	for _, d := range j.Standing() {
		standing[d.Number] = true
	}
	for _, d := range j.Decisions {
		if d.Verb == identity.Undo || ids.Canonical(d.Actor) != w.ID && (d.Other == "" || ids.Canonical(d.Other) != w.ID) {
			continue
		}
		line := d.String()
		if !standing[d.Number] {
			line += " (undone)"
		}
		w.Decisions = append(w.Decisions, line)
	}
}

func (w *who) sort(ids *identity.Identity) {
	w.Spellings = append(w.Spellings, ids.Aliases(w.ID)...)
	slices.Sort(w.Spellings)
	w.Spellings = slices.DeleteFunc(slices.Compact(w.Spellings), func(s string) bool { return s == w.Name })
	slices.Sort(w.Codes)
	w.Codes = slices.Compact(w.Codes)
	slices.SortFunc(w.Roles, func(a, b heldRole) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Of, b.Of), cmp.Compare(a.Source, b.Source))
	})
	w.Roles = slices.Compact(w.Roles)
}

func (w *who) write(out io.Writer) error {
	s := screenOf(out)
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n", s.bold(visible(w.Name)), s.faint(w.ID))
	fmt.Fprintf(&b, "%s\n", visible(commas(string(w.Kind), strings.Join(w.Codes, " or "), w.Wikidata)))
	if len(w.Spellings) > 0 {
		fmt.Fprintf(&b, "also written %s\n", visible(strings.Join(w.Spellings, ", ")))
	}
	section(&b, s, "ROLES", w.roleLines())
	section(&b, s, "STANDS FOR", lines(w.Joined, func(j standsFor) string { return j.ID + " by " + j.Why }))
	section(&b, s, "DECISIONS", w.Decisions)
	section(&b, s, "MAY BE", lines(w.Candidates, func(p identity.Candidate) string { return p.A + " and " + p.B + ": " + p.Why }))
	_, err := io.WriteString(out, b.String())
	return err
}

func (w *who) roleLines() (out []string) {
	for _, r := range w.Roles {
		line := r.Role
		if r.Of != "" {
			line += ", " + r.Of
		}
		if r.From != "" || r.To != "" {
			line += " (" + cmp.Or(r.From, "?") + " to " + cmp.Or(r.To, "now") + ")"
		}
		out = append(out, line+" — "+r.Source)
		if r.Quote != "" {
			out = append(out, "    “"+r.Quote+"”")
		}
	}
	return out
}

func lines[T any](list []T, line func(T) string) (out []string) {
	for _, x := range list {
		out = append(out, line(x))
	}
	return out
}
