package export

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// PLOVERLoss says what a PLOVER record cannot bring back.
const PLOVERLoss = "places of the words in the article (spans), the finer relation where PLOVER has only the root, aliases, kinds of actors, speakers, facts; " +
	"AGREE with status future comes back as a planned CONSULT only where its mode says so"

// RecordError is a PLOVER record that cannot be read.
type RecordError struct {
	Line int
	Why  string
}

func (e *RecordError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Why) }

// ReadPLOVER reads PLOVER records, one JSON object a line, as extractions: one
// for each run of records of one article. A bad record is an error about that
// record; reading goes on.
func ReadPLOVER(in io.Reader) iter.Seq2[schema.Extraction, error] {
	return func(yield func(schema.Extraction, error) bool) {
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, 16<<20)
		var x schema.Extraction
		for n := 1; lines.Scan(); n++ {
			if len(bytes.TrimSpace(lines.Bytes())) == 0 {
				continue
			}
			event, err := readPLOVER(lines.Bytes())
			if err != nil {
				if !yield(schema.Extraction{}, &RecordError{n, err.Error()}) {
					return
				}
				continue
			}
			if x.Article.ID != event.Article.ID {
				if len(x.Events) > 0 && !yield(withActors(x), nil) {
					return
				}
				x = schema.Extraction{Article: event.Article}
			}
			event.Evidence.Sentence = len(x.Events)
			x.Events = append(x.Events, event)
		}
		if len(x.Events) > 0 && !yield(withActors(x), nil) {
			return
		}
		if err := lines.Err(); err != nil {
			yield(schema.Extraction{}, err)
		}
	}
}

func readPLOVER(line []byte) (e schema.Event, err error) {
	var r ploverRecord
	if err := json.Unmarshal(line, &r); err != nil {
		return e, fmt.Errorf("not a PLOVER record: %w", err)
	}
	if r.ID == "" || len(r.Event) == 0 || len(r.Actor) == 0 {
		return e, fmt.Errorf("a PLOVER record needs id, event and actor")
	}
	class, ok := schema.RootNamed(r.Event[0])
	if !ok {
		return e, fmt.Errorf("%q is no PLOVER event type", r.Event[0])
	}
	e = schema.Event{
		Schema: schema.Version, ID: r.ID, Root: class.Name, QuadClass: class.QuadClass, Status: statusOfPLOVER(r.Status), From: r.Date,
		To: cmp.Or(r.EndDate, r.Date), Confidence: r.Confidence, Actors: participants(r.Actor), Recipients: participants(r.Recipient),
		Evidence: schema.Evidence{Span: schema.Span{End: len(r.Text)}, Text: r.Text, Trigger: schema.Text{Text: r.EventText}, Rule: "plover-import"},
	}
	if len(r.Mode) > 0 {
		e.Mode = r.Mode[0]
	}
	e.Relation, e.CAMEO = relationOf(class.Name, e.Mode)
	if r.EventLoc != nil && r.EventLoc.Text != "" {
		e.Place = &schema.Participant{Actor: schema.Actor{ID: "place:" + schema.Slug(r.EventLoc.Text), Name: r.EventLoc.Text, Kind: schema.Place, Country: r.EventLoc.Country}}
	}
	e.Article = schema.ArticleRef{ID: cmp.Or(r.CiteInfo.URL, r.CiteInfo.Title, "plover:"+r.ID), URL: r.CiteInfo.URL, Title: r.CiteInfo.Title, Publisher: r.CiteInfo.Publication, Published: cmp.Or(r.CiteInfo.Date, r.Date)}
	e.Article.Hash = "plover"
	return e, nil
}

// relationOf is the first relation of a root, of that mode where one has it.
func relationOf(root, mode string) (name, cameo string) {
	for _, r := range schema.Relations() {
		if r.Root == root && (name == "" || mode != "" && r.Mode == mode) {
			name, cameo = r.Name, r.CAMEO
		}
	}
	return name, cameo
}

func statusOfPLOVER(s string) schema.Status {
	switch s {
	case "future":
		return schema.Planned
	case "negation":
		return schema.Denied
	case "hypothetical":
		return schema.Hypothetical
	}
	return schema.Occurred
}

// participants reads PLOVER's entities. Their kind is not told: a name with
// GOV and no identifier may be a state or a person, so it is left open as a group.
func participants(entities []ploverEntity) (ps []schema.Participant) {
	for _, e := range entities {
		name := cmp.Or(e.IDText, e.EntityText, e.Code)
		id := e.ID
		if id == "" {
			id = "actor:" + schema.Slug(name)
		}
		ps = append(ps, schema.Participant{
			Actor:    schema.Actor{ID: id, Name: name, Kind: schema.Group, Country: e.Code, Sectors: e.Sector},
			Mentions: []schema.Text{{Text: e.EntityText}},
		})
	}
	return ps
}

// withActors lists the actors of an extraction's events, once each, by ID.
func withActors(x schema.Extraction) schema.Extraction {
	byID := map[string]schema.Actor{}
	for i := range x.Events {
		for _, p := range everybody(&x.Events[i]) {
			byID[p.ID] = p.Actor
		}
	}
	for _, a := range byID {
		x.Actors = append(x.Actors, a)
	}
	slices.SortFunc(x.Actors, func(a, b schema.Actor) int { return cmp.Compare(a.ID, b.ID) })
	return x
}
