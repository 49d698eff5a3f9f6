package export

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

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

// writeParquet writes actors.parquet, and a folder each for articles, events
// and mentions that is cut into months as Hive does it: events/month=2024-05/part-0.parquet.
// DuckDB, pandas, arrow and Spark read such a folder as one table with the
// column month; the files themselves do not repeat it.
func writeParquet(ctx context.Context, src Source, to *folder) error {
	if err := parquetActors(ctx, src, to); err != nil {
		return err
	}
	articles := newMonths[parquetArticle](to, "articles")
	for a, err := range src.Articles(ctx) {
		if err != nil {
			return err
		}
		if err := articles.put(a.Published, parquetArticle{a.ID, a.URL, a.Title, a.Publisher, a.Published, a.Hash}); err != nil {
			return err
		}
	}
	if err := articles.close(); err != nil {
		return err
	}
	return parquetEvents(ctx, src, to)
}

func parquetActors(ctx context.Context, src Source, to *folder) error {
	out, err := to.create("actors.parquet")
	if err != nil {
		return err
	}
	w := parquetWriter[parquetActor](out)
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		if _, err := w.Write([]parquetActor{{a.ID, a.Name, string(a.Kind), a.Country, a.Sectors, a.Aliases, a.Wikidata}}); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return out.close()
}

func parquetEvents(ctx context.Context, src Source, to *folder) error {
	events, mentions := newMonths[parquetEvent](to, "events"), newMonths[parquetMention](to, "mentions")
	for e, err := range src.Events(ctx) {
		if err != nil {
			return err
		}
		day := cmp.Or(e.From, e.Article.Published)
		if err := events.put(day, eventRow(&e)); err != nil {
			return err
		}
		if err := mentions.put(day, mentionRows(&e)...); err != nil {
			return err
		}
	}
	if err := events.close(); err != nil {
		return err
	}
	return mentions.close()
}

// months is a table cut into months. Rows come in any order of time, so they
// wait in memory; when there are too many the fullest month is written out as
// one more part. An open Parquet file costs megabytes, a part that is closed
// nothing, so memory is bounded whatever the number of months.
type months[T any] struct {
	to      *folder
	table   string
	waiting map[string][]T
	rows    int
	parts   map[string]int // written, by month
}

// mostWaiting is how many rows of a table wait at most.
const mostWaiting = 50_000

func newMonths[T any](to *folder, table string) *months[T] {
	return &months[T]{to: to, table: table, waiting: map[string][]T{}, parts: map[string]int{}}
}

func (m *months[T]) put(day string, rows ...T) error {
	month := "__HIVE_DEFAULT_PARTITION__" // what Hive and arrow call the partition of null
	if len(day) >= 7 {
		month = day[:7]
	}
	m.waiting[month] = append(m.waiting[month], rows...)
	m.rows += len(rows)
	if m.rows < mostWaiting {
		return nil
	}
	fullest := ""
	for _, month := range slices.Sorted(maps.Keys(m.waiting)) {
		if fullest == "" || len(m.waiting[month]) > len(m.waiting[fullest]) {
			fullest = month
		}
	}
	return m.write(fullest)
}

// write writes what waits of a month as its next part.
func (m *months[T]) write(month string) error {
	out, err := m.to.create(fmt.Sprintf("%s/month=%s/part-%d.parquet", m.table, month, m.parts[month]))
	if err != nil {
		return err
	}
	w := parquetWriter[T](out)
	if _, err := w.Write(m.waiting[month]); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	m.rows -= len(m.waiting[month])
	delete(m.waiting, month)
	m.parts[month]++
	return out.close()
}

// close writes all that waits. A table without rows is one empty part, so that
// readers find its columns.
func (m *months[T]) close() error {
	if len(m.waiting) == 0 && len(m.parts) == 0 {
		m.waiting["__HIVE_DEFAULT_PARTITION__"] = nil
	}
	for _, month := range slices.Sorted(maps.Keys(m.waiting)) {
		if err := m.write(month); err != nil {
			return err
		}
	}
	return nil
}

func parquetWriter[T any](out *pendingFile) *parquet.GenericWriter[T] {
	return parquet.NewGenericWriter[T](out.buf, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(mostWaiting), parquet.CreatedBy("entente", "1", ""))
}

func eventRow(e *schema.Event) parquetEvent {
	return parquetEvent{
		ID: e.ID, Relation: e.Relation, Event: e.Root, Mode: e.Mode, CAMEO: e.CAMEO, QuadClass: int32(e.QuadClass),
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
