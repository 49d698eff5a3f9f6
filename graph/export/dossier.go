package export

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/entente-kg/entente/graph/picture"
	"github.com/entente-kg/entente/schema"
)

// Dossier is what an offline HTML page shows of one actor.
type Dossier struct {
	Actor   schema.Actor
	Events  []schema.Event
	Caption string // filters, number of articles, corpus hash: see picture.Caption
}

//go:embed dossier.html
var dossierHTML string

//go:embed dossier.css
var dossierCSS string

// dossierStyle is the page's style and its hash, by which alone the policy of
// the page lets it apply. The last rules of the file are those for dark screens.
func dossierStyle() (css template.CSS, hash string) {
	css = template.CSS("\n" + dossierCSS + picture.DarkRules() + "}\n")
	sum := sha256.Sum256([]byte(css))
	return css, base64.StdEncoding.EncodeToString(sum[:])
}

// dossierRow is an event as the page's table shows it.
type dossierRow struct {
	From, To, Reported               string
	Relation, Status, Place, Speaker string
	Actors, Recipients               []schema.Participant
	Quote                            []quotePart
	Note                             int // number of the article's footnote
}

// quotePart is a piece of the quoted sentence; Mark is its role in the event, or "".
type quotePart struct{ Text, Mark string }

type footnote struct {
	Number int
	schema.ArticleRef
}

// WriteDossier writes one HTML page that needs no other file and reaches no
// network: picture, timeline, a table of events with their sentences, and the
// articles as footnotes. Its policy allows no script and no request.
func WriteDossier(w io.Writer, d Dossier) error {
	page, err := template.New("dossier").Funcs(template.FuncMap{"clean": clean, "join": joinNames}).Parse(dossierHTML)
	if err != nil {
		return err
	}
	events := slices.SortedFunc(slices.Values(d.Events), func(a, b schema.Event) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.From, a.Article.Published), cmp.Or(b.From, b.Article.Published)), cmp.Compare(a.ID, b.ID))
	})
	ego, err := inlineSVG(picture.Ego(d.Actor, events, picture.Options{Theme: picture.Light, Caption: d.Caption, Most: 40}))
	if err != nil {
		return err
	}
	timeline, err := inlineSVG(picture.Timeline([]schema.Actor{d.Actor}, events, picture.Options{Theme: picture.Light, Caption: d.Caption, Most: 50}))
	if err != nil {
		return err
	}
	notes := footnotes(events)
	style, hash := dossierStyle()
	return page.Execute(w, map[string]any{
		"Style": style, "StyleHash": template.HTMLAttr(hash), "Actor": d.Actor, "Caption": d.Caption, "Ego": ego, "Timeline": timeline,
		"Rows": dossierRows(events, notes), "Notes": notes,
	})
}

// inlineSVG renders a drawing for the page. The picture escapes all it is
// given, so its output is markup of ours alone.
func inlineSVG(c *picture.Canvas) (template.HTML, error) {
	var b strings.Builder
	err := c.WriteSVG(&b)
	return template.HTML(b.String()), err
}

// footnotes numbers the articles in the order the events first cite them.
func footnotes(events []schema.Event) (notes []footnote) {
	seen := map[string]bool{}
	for i := range events {
		if a := events[i].Article; !seen[a.ID] {
			seen[a.ID] = true
			notes = append(notes, footnote{len(notes) + 1, a})
		}
	}
	return notes
}

func dossierRows(events []schema.Event, notes []footnote) []dossierRow {
	number := map[string]int{}
	for _, n := range notes {
		number[n.ID] = n.Number
	}
	rows := make([]dossierRow, len(events))
	for i := range events {
		e := &events[i]
		rows[i] = dossierRow{
			From: e.From, To: e.To, Reported: e.Article.Published, Relation: e.Relation, Status: string(e.Status), Place: nameOf(e.Place), Speaker: nameOf(e.Speaker),
			Actors: e.Actors, Recipients: e.Recipients, Quote: quote(e), Note: number[e.Article.ID],
		}
	}
	return rows
}

// quote cuts the evidence into parts, the trigger and the participants marked.
// Spans that leave the sentence or overlap one marked before stay unmarked.
func quote(e *schema.Event) (parts []quotePart) {
	type mark struct {
		schema.Span
		role string
	}
	marks := []mark{{e.Evidence.Trigger.Span, "trigger"}}
	add := func(role string, ps []schema.Participant) {
		for _, p := range ps {
			for _, m := range p.Mentions {
				marks = append(marks, mark{m.Span, role})
			}
		}
	}
	add("actor", e.Actors)
	add("recipient", e.Recipients)
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	at, sentence := e.Evidence.Start, e.Evidence.Span
	text := func(from, to int) string {
		return e.Evidence.Text[from-sentence.Start : to-sentence.Start]
	}
	if len(e.Evidence.Text) != sentence.End-sentence.Start {
		return []quotePart{{Text: e.Evidence.Text}}
	}
	for _, m := range marks {
		if m.Start < at || m.End > sentence.End || m.End <= m.Start {
			continue
		}
		parts = append(parts, quotePart{text(at, m.Start), ""}, quotePart{text(m.Start, m.End), m.role})
		at = m.End
	}
	return append(parts, quotePart{text(at, sentence.End), ""})
}

func joinNames(ps []schema.Participant) string {
	names := make([]string, len(ps))
	for i, p := range ps {
		names[i] = clean(p.Name)
	}
	return strings.Join(names, ", ")
}
