package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/entente-kg/entente/graph/picture"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func pictureCommand() *cli.Command {
	flags := []cli.Flag{
		storeFlag(),
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`; .png paints, anything else is SVG"},
		&cli.BoolFlag{Name: "png", Usage: "paint PNG to standard output"},
		&cli.BoolFlag{Name: "dark", Usage: "light on dark"},
		&cli.IntFlag{Name: "most", Value: 60, Usage: "show at most `N` actors, or moments of a timeline"},
		&cli.StringFlag{Name: "since", Usage: "only from this `DAY` on: 2022-01-18", Action: checkDay("since")},
		&cli.StringFlag{Name: "until", Usage: "only up to this `DAY`", Action: checkDay("until")},
		&cli.StringSliceFlag{Name: "relation", Usage: "only this relation or PLOVER root: `met-with`, CONSULT", Action: checkEach(checkRelation)},
		&cli.StringSliceFlag{Name: "status", Usage: "only these: occurred, ongoing, planned, cancelled, denied, hypothetical", Action: checkEach(checkStatus)},
	}
	return command(cli.Command{
		Name:      "picture",
		Usage:     "draw the graph as SVG or PNG",
		ArgsUsage: "ego|timeline|matrix|travel [ACTOR…]",
		Description: `  entente picture ego "Antony Blinken" -o blinken.svg      an actor and everybody it deals with
  entente picture timeline Blinken Lavrov -o talks.png     a lane for each, meetings join them
  entente picture matrix -o who.svg                        who met whom, how often
  entente picture matrix --relation ASSAULT -o who.svg     who attacked whom
  entente picture travel Blinken --dark -o travel.svg      where somebody went

People are round, organisations, states and groups square, places pins. What
happened is a solid line, what is planned dashed, what was denied or cancelled
crossed.`,
		Flags:  flags,
		Action: asking(runPicture),
	})
}

func runPicture(c *cli.Context, store *graph.Store) error {
	kind, names := c.Args().First(), c.Args().Tail()
	if err := checkPicture(kind, len(names)); err != nil {
		return err
	}
	actors, err := resolveAll(c, store, names)
	if err != nil {
		return err
	}
	selection, err := selectionOf(c, store)
	if err != nil {
		return err
	}
	for _, a := range actors {
		if kind != "ego" { // an ego network shows ties among neighbours too
			selection.Actors = append(selection.Actors, a.ID)
		}
	}
	if kind == "matrix" && len(selection.Relations) == 0 {
		selection.Relations = []string{"CONSULT"} // who met whom
	}
	narrow := func(events []schema.Event) []schema.Event {
		if kind == "ego" {
			return picture.Around(actors[0].ID, events)
		}
		return events
	}
	events, caption, err := eventsAndCaption(c, store, selection, narrow)
	if err != nil {
		return err
	}
	canvas := draw(kind, actors, events, picture.Options{Theme: theme(c), Caption: caption, Most: c.Int("most")})
	return writeTo(c, func(w io.Writer) error {
		if c.Bool("png") || strings.HasSuffix(c.String("output"), ".png") {
			return canvas.WritePNG(w)
		}
		return canvas.WriteSVG(w)
	})
}

func checkPicture(kind string, names int) error {
	switch kind {
	case "ego", "travel":
		if names != 1 {
			return usagef("%s is about one actor, in quotes where the name has several words: entente picture %s \"Antony Blinken\"", kind, kind)
		}
	case "timeline":
		if names == 0 {
			return usagef("a timeline of whom? for example: entente picture timeline \"Antony Blinken\" \"Sergey Lavrov\"")
		}
	case "matrix":
		if names > 0 {
			return usagef("a matrix is of everybody: narrow it with --relation, --since and --most")
		}
	default:
		return usagef("there is no picture %q: it is one of ego, timeline, matrix, travel", kind)
	}
	return nil
}

func draw(kind string, actors []schema.Actor, events []schema.Event, o picture.Options) *picture.Canvas {
	switch kind {
	case "ego":
		return picture.Ego(actors[0], events, o)
	case "timeline":
		return picture.Timeline(actors, events, o)
	case "travel":
		return picture.Travel(actors[0], events, o)
	}
	return picture.Matrix(events, o)
}

func theme(c *cli.Context) picture.Theme {
	if c.Bool("dark") {
		return picture.Dark
	}
	return picture.Light
}

func resolveAll(c *cli.Context, store *graph.Store, names []string) ([]schema.Actor, error) {
	actors := make([]schema.Actor, 0, len(names))
	for _, name := range names {
		found, err := store.Resolve(c.Context, name)
		if err != nil {
			return nil, err
		}
		actor, err := store.Actor(c.Context, found.ID)
		if err != nil {
			return nil, err
		}
		actors = append(actors, actor)
	}
	return actors, nil
}

// eventsAndCaption reads the events of a selection, narrows them, and says in a caption what
// was asked, how many articles of how many it rests on, and of which corpus: the
// hash of the hashes of all their texts.
func eventsAndCaption(c *cli.Context, store *graph.Store, s export.Selection, narrow func([]schema.Event) []schema.Event) (events []schema.Event, caption string, err error) {
	telling := map[string]bool{}
	for e, err := range export.Select(store, s).Events(c.Context) {
		if err != nil {
			return nil, "", err
		}
		events = append(events, e)
	}
	events = narrow(events)
	for i := range events {
		telling[events[i].Article.ID] = true
	}
	articles, sum := 0, sha256.New()
	for a, err := range export.Select(store, export.Selection{}).Articles(c.Context) {
		if err != nil {
			return nil, "", err
		}
		articles++
		sum.Write([]byte(a.Hash))
	}
	return events, picture.Caption(filterWords(c, s), len(telling), articles, hex.EncodeToString(sum.Sum(nil))), nil
}

// filterWords says what was asked for, in the words of the command line.
func filterWords(c *cli.Context, s export.Selection) string {
	var words []string
	for _, flag := range []string{"since", "until"} {
		if v := c.String(flag); v != "" {
			words = append(words, flag+" "+v)
		}
	}
	for _, v := range [][]string{s.Relations, c.StringSlice("status")} {
		if len(v) > 0 {
			words = append(words, strings.Join(v, ", "))
		}
	}
	if len(words) == 0 {
		return "all events"
	}
	return strings.Join(words, " · ")
}
