package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/extract/actor/ref/imports"
	"github.com/urfave/cli/v2"
)

func actorsCode() *cli.Command {
	return command(cli.Command{
		Name: "code", Usage: "code noun phrases into actor, country and sectors", ArgsUsage: "PHRASE...",
		Description: `  entente actors code "Peruvian gunboats" "a disgraced deputy premier"
  entente actors code "the secretary of state" --date 2022-01-18 --context "Washington said …"
  entente actors code --format jsonl - < phrases.jsonl

With '-' one JSON object a line is read ("text", optional "context" and "date"),
or a plain line as the text, and one written for each.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "date", Usage: "the `DAY` the phrase is from: 2022-01-18", Action: checkDay("date")},
			&cli.StringFlag{Name: "context", Usage: "the sentence or article around it"},
			&cli.StringSliceFlag{Name: "actors", Usage: "add the actors of `FILE`"},
			rowsFlag(),
		},
		Action: runActorsCode,
	})
}

// phrase is one line of input.
type phrase struct {
	Text    string `json:"text"`
	Context string `json:"context"`
	Date    string `json:"date"`
}

func runActorsCode(c *cli.Context) error {
	table, err := codingTable(c.StringSlice("actors"))
	if err != nil {
		return err
	}
	given := c.Args().Slice()
	if len(given) == 0 {
		return usagef(`which phrase? for example: entente actors code "Peruvian gunboats"`)
	}
	if len(given) == 1 && given[0] == "-" {
		return codeStream(c, table)
	}
	var codings []ref.Coding
	for _, text := range given {
		codings = append(codings, table.Code(text, c.String("context"), c.String("date")))
	}
	return printRows(c, codingColumns(), codings)
}

func codingTable(files []string) (*ref.Table, error) {
	if len(files) == 0 {
		return ref.Load(), nil
	}
	result, err := imports.Files(files, imports.Options{})
	if err != nil {
		return nil, usageError(err)
	}
	embedded, err := ref.Embedded()
	if err != nil {
		return nil, err
	}
	return ref.Build(embedded, result.Source), nil
}

// codeStream codes standard input line by line; JSON lines are answered as they
// come, the other formats at the end.
func codeStream(c *cli.Context, table *ref.Table) error {
	in := bufio.NewReader(c.App.Reader)
	stream := c.String("format") == "jsonl"
	enc := jsonEncoder(c.App.Writer)
	var codings []ref.Coding
	for line := 1; ; line++ {
		text, err := in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if text = strings.TrimSpace(text); text != "" {
			p, bad := phraseOf(text, c)
			if bad != nil {
				return badDataf("standard input, line %d: %w", line, bad)
			}
			coding := table.Code(p.Text, p.Context, p.Date)
			if coding.Sectors == nil {
				coding.Sectors = []string{}
			}
			if !stream {
				codings = append(codings, coding)
			} else if err := enc.Encode(coding); err != nil {
				return err
			}
		}
		if err != nil {
			break
		}
	}
	if stream {
		return nil
	}
	return printRows(c, codingColumns(), codings)
}

func phraseOf(line string, c *cli.Context) (phrase, error) {
	p := phrase{Text: line, Context: c.String("context"), Date: c.String("date")}
	if !strings.HasPrefix(line, "{") {
		return p, nil
	}
	p.Text = ""
	if err := json.Unmarshal([]byte(line), &p); err != nil {
		return p, fmt.Errorf("not a JSON record: %w", err)
	}
	return p, nil
}

func codingColumns() []column[ref.Coding] {
	return []column[ref.Coding]{
		{name: "text", value: func(c ref.Coding) string { return c.Text }},
		{name: "actor", value: func(c ref.Coding) string { return c.Actor }},
		{name: "name", value: func(c ref.Coding) string { return c.Name }},
		{name: "country", value: func(c ref.Coding) string { return c.Country }},
		{name: "sectors", value: func(c ref.Coding) string { return strings.Join(c.Sectors, " ") }},
		{name: "why", value: func(c ref.Coding) string { return c.Why }},
	}
}
