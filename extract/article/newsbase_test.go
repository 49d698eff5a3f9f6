package article_test

import (
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

// Two articles as each news database exports them.
const (
	lead  = "Foreign Minister Hanna Lind met her counterpart Petru Vasile in Lima on Monday to talk about the border."
	later = "The two ministers said that they would meet again in spring, and that trade was the next thing to settle."
)

const nexisExport = `Ministers meet in Lima
The Daily
January 18, 2022 Tuesday 10:14 AM GMT

Copyright 2022 The Daily All Rights Reserved

Section: WORLD
Length: 40 words
Byline: Jon Berg
Body

` + lead + `

` + later + `

Load-Date: January 19, 2022


End of Document

Storm closes ports
The Daily
January 19, 2022

Body

A storm closed three ports on the southern coast, and the ferries waited until the wind had died down at night.

Load-Date: January 19, 2022

End of Document
`

const factivaExport = `World
Ministers meet in Lima
By Jon Berg
40 words
18 January 2022
10:14
The Daily
DLY
English
Copyright 2022. The Daily.

` + lead + `

` + later + `

Document DAILY0000020220118ei1i0004x

Storm closes ports
22 words
19 January 2022
The Daily
DLY
English
(c) 2022 The Daily

A storm closed three ports on the southern coast, and the ferries waited until the wind had died down at night.

Document DAILY0000020220119ei1j0007q
`

const lexisExport = `                               1 of 2 DOCUMENTS

                                  The Daily

                            January 18, 2022 Tuesday

HEADLINE: Ministers meet in Lima

BYLINE: Jon Berg

BODY:
` + lead + `

` + later + `

LOAD-DATE: January 19, 2022

                               2 of 2 DOCUMENTS

                                  The Daily

                            January 19, 2022

HEADLINE: Storm closes ports

BODY:
A storm closed three ports on the southern coast, and the ferries waited until the wind had died down at night.
`

func TestNewsDatabases(t *testing.T) {
	for name, export := range map[string]string{"Nexis Uni": nexisExport, "Factiva": factivaExport, "LexisNexis": lexisExport} {
		articles, failures := read(t, article.Options{}, write(t, t.TempDir(), "export.txt", export))
		if len(articles) != 2 || len(failures) != 0 {
			t.Errorf("%s: %d articles, failures %q", name, len(articles), failures)
			continue
		}
		first, second := articles[0], articles[1]
		if first.Title != "Ministers meet in Lima" || first.Published != "2022-01-18" || first.Publisher != "The Daily" || first.Author != "Jon Berg" {
			t.Errorf("%s: title %q, published %q, publisher %q, author %q", name, first.Title, first.Published, first.Publisher, first.Author)
		}
		if got := strings.Join(strings.Fields(first.Text), " "); got != lead+" "+later {
			t.Errorf("%s: text %q", name, got)
		}
		if second.Title != "Storm closes ports" || second.Published != "2022-01-19" || !strings.HasPrefix(second.Text, "A storm closed") {
			t.Errorf("%s: second article %+v", name, second)
		}
	}
}

func TestTextsThatAreNoExports(t *testing.T) {
	for _, text := range []string{
		lead + "\n\nEnd of Document\n", "Body\n\n" + lead, "The report ran to\n512 words\nin all. " + lead, "Document 12 of the treaty says so. " + lead,
	} {
		articles, _ := read(t, article.Options{}, write(t, t.TempDir(), "a.txt", text))
		if len(articles) != 1 || !strings.Contains(articles[0].Text, lead) {
			t.Errorf("%.40q: %d articles", text, len(articles))
		}
	}
}
