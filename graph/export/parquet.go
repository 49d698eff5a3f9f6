package export

import (
	"context"
	"io"

	"github.com/entente-kg/entente/schema"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

type parquetActor struct {
	ID       string   `parquet:"id"`
	Name     string   `parquet:"name"`
	Kind     string   `parquet:"kind,dict"`
	Country  string   `parquet:"country,dict"`
	Sectors  []string `parquet:"sectors,list"`
	Aliases  []string `parquet:"aliases,list"`
	Wikidata string   `parquet:"wikidata"`
}

type parquetArticle struct {
	ID        string `parquet:"id"`
	URL       string `parquet:"url"`
	Title     string `parquet:"title"`
	Publisher string `parquet:"publisher,dict"`
	Published string `parquet:"published,dict"`
	SHA256    string `parquet:"sha256"`
}

type parquetEvent struct {
	ID         string   `parquet:"id"`
	Month      string   `parquet:"month,dict"` // of From, else of publication: the column to partition by
	Relation   string   `parquet:"relation,dict"`
	Event      string   `parquet:"event,dict"`
	Mode       string   `parquet:"mode,dict"`
	CAMEO      string   `parquet:"cameo,dict"`
	QuadClass  int32    `parquet:"quad_class"`
	Status     string   `parquet:"status,dict"`
	Actors     []string `parquet:"actors,list"`
	Recipients []string `parquet:"recipients,list"`
	Place      string   `parquet:"place,dict"`
	From       string   `parquet:"from,dict"`
	To         string   `parquet:"to,dict"`
	Speaker    string   `parquet:"speaker,dict"`
	Article    string   `parquet:"article,dict"`
	Sentence   string   `parquet:"sentence"`
	Rule       string   `parquet:"rule,dict"`
	Confidence float64  `parquet:"confidence"`
}

type parquetMention struct {
	Event   string `parquet:"event"`
	Actor   string `parquet:"actor,dict"`
	Role    string `parquet:"role,dict"` // actor, recipient, place, speaker
	Article string `parquet:"article,dict"`
	Start   int64  `parquet:"start"` // byte offsets into the article's text
	End     int64  `parquet:"end"`
	Text    string `parquet:"text"`
}

func writeParquet(ctx context.Context, src Source, files map[string]io.Writer) error {
	if err := parquetTable(files["actors.parquet"], func(put func(parquetActor) error) error {
		for a, err := range src.Actors(ctx) {
			if err != nil {
				return err
			}
			if err := put(parquetActor{a.ID, a.Name, string(a.Kind), a.Country, a.Sectors, a.Aliases, a.Wikidata}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	if err := parquetTable(files["articles.parquet"], func(put func(parquetArticle) error) error {
		for a, err := range src.Articles(ctx) {
			if err != nil {
				return err
			}
			if err := put(parquetArticle{a.ID, a.URL, a.Title, a.Publisher, a.Published, a.Hash}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	return parquetEvents(ctx, src, files)
}

func parquetEvents(ctx context.Context, src Source, files map[string]io.Writer) error {
	return parquetTable(files["events.parquet"], func(putEvent func(parquetEvent) error) error {
		return parquetTable(files["mentions.parquet"], func(putMention func(parquetMention) error) error {
			for e, err := range src.Events(ctx) {
				if err != nil {
					return err
				}
				if err := putEvent(eventRow(&e)); err != nil {
					return err
				}
				for _, m := range mentionRows(&e) {
					if err := putMention(m); err != nil {
						return err
					}
				}
			}
			return nil
		})
	})
}

// parquetTable hands fill a function that adds a row and closes the table after it.
func parquetTable[T any](out io.Writer, fill func(put func(T) error) error) error {
	w := parquet.NewGenericWriter[T](out, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(50_000), parquet.CreatedBy("entente", "1", ""))
	row := make([]T, 1)
	err := fill(func(v T) error {
		row[0] = v
		_, err := w.Write(row)
		return err
	})
	if err != nil {
		return err
	}
	return w.Close()
}

func eventRow(e *schema.Event) parquetEvent {
	day := e.From
	if day == "" {
		day = e.Article.Published
	}
	return parquetEvent{
		ID: e.ID, Month: head(day, 7), Relation: e.Relation, Event: e.Root, Mode: e.Mode, CAMEO: e.CAMEO, QuadClass: int32(e.QuadClass),
		Status: string(e.Status), Actors: ids(e.Actors), Recipients: ids(e.Recipients), Place: idOf(e.Place), From: e.From, To: e.To,
		Speaker: idOf(e.Speaker), Article: e.Article.ID, Sentence: e.Evidence.Text, Rule: e.Evidence.Rule, Confidence: e.Confidence,
	}
}

func mentionRows(e *schema.Event) (rows []parquetMention) {
	add := func(role string, ps ...schema.Participant) {
		for _, p := range ps {
			for _, m := range p.Mentions {
				rows = append(rows, parquetMention{e.ID, p.ID, role, e.Article.ID, int64(m.Start), int64(m.End), m.Text})
			}
		}
	}
	add("actor", e.Actors...)
	add("recipient", e.Recipients...)
	if e.Place != nil {
		add("place", *e.Place)
	}
	if e.Speaker != nil {
		add("speaker", *e.Speaker)
	}
	return rows
}

func ids(ps []schema.Participant) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.ID
	}
	return out
}

func idOf(p *schema.Participant) string {
	if p == nil {
		return ""
	}
	return p.ID
}
