package export

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"strconv"

	"github.com/entente-kg/entente/schema"
)

// ploverRecord is a record of the PLOVER manual (2.0 draft), JSON Lines.
type ploverRecord struct {
	ID         string         `json:"id"`
	Date       string         `json:"date"`
	EndDate    string         `json:"enddate,omitempty"`
	Actor      []ploverEntity `json:"actor"`
	Recipient  []ploverEntity `json:"recipient,omitempty"`
	Event      []string       `json:"event"`
	Mode       []string       `json:"mode,omitempty"`
	QuadCode   string         `json:"quad_code,omitempty"`
	Status     string         `json:"status,omitempty"`
	EventText  string         `json:"event_text,omitempty"`
	EventLoc   *ploverPlace   `json:"event_loc,omitempty"`
	Text       string         `json:"text,omitempty"`
	CiteInfo   ploverCitation `json:"cite_info"`
	Comment    string         `json:"comment,omitempty"`
	Confidence float64        `json:"confidence,omitempty"`
}

type ploverEntity struct {
	Code       string   `json:"code"`
	Sector     []string `json:"sector,omitempty"`
	EntityText string   `json:"entity_text"`
	ID         string   `json:"identifier_id"`
	IDText     string   `json:"identifier_text"`
}

type ploverPlace struct {
	Text    string `json:"text"`
	Country string `json:"country,omitempty"`
}

type ploverCitation struct {
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
	Date        string `json:"date,omitempty"`
}

func writePLOVER(ctx context.Context, src Source, files map[string]io.Writer) error {
	enc := json.NewEncoder(files["events.plover.jsonl"])
	for e, err := range src.Events(ctx) {
		if err != nil {
			return err
		}
		if e.Root == "" {
			continue
		}
		if err := enc.Encode(PLOVER(&e)); err != nil {
			return err
		}
	}
	return nil
}

// PLOVER turns an event into a PLOVER record. A planned meeting is filed where
// PLOVER files it, under AGREE; the record's status says what it was.
func PLOVER(e *schema.Event) any {
	root := e.Root
	if root == "CONSULT" && e.Status == schema.Planned {
		root = "AGREE"
	}
	class, _ := schema.RootNamed(root)
	r := ploverRecord{
		ID: e.ID, Date: cmp.Or(e.From, e.Article.Published), EndDate: e.To,
		Actor: ploverEntities(e.Actors), Recipient: ploverEntities(e.Recipients),
		Event: []string{root}, QuadCode: strconv.Itoa(class.QuadClass), Status: ploverStatus(e.Status),
		EventText: clean(e.Evidence.Trigger.Text), Text: clean(e.Evidence.Text), Confidence: e.Confidence,
		CiteInfo: ploverCitation{clean(e.Article.URL), clean(e.Article.Title), clean(e.Article.Publisher), e.Article.Published},
	}
	if e.Mode != "" {
		r.Mode = []string{e.Mode}
	}
	if e.Place != nil {
		r.EventLoc = &ploverPlace{clean(e.Place.Name), e.Place.Country}
	}
	return r
}

func ploverEntities(ps []schema.Participant) []ploverEntity {
	out := make([]ploverEntity, 0, len(ps))
	for _, p := range ps {
		text := p.Name
		if len(p.Mentions) > 0 {
			text = p.Mentions[0].Text
		}
		out = append(out, ploverEntity{p.Country, p.Sectors, clean(text), p.ID, clean(p.Name)})
	}
	return out
}

// ploverStatus names our status in the manual's terms; what happened has none.
func ploverStatus(s schema.Status) string {
	switch s {
	case schema.Planned:
		return "future"
	case schema.Denied, schema.Cancelled:
		return "negation"
	case schema.Hypothetical:
		return "hypothetical"
	}
	return ""
}
