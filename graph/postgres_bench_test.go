package graph_test

import (
	"context"
	"slices"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/graph/quadstore/pgtest"
	"github.com/jackc/pgx/v5"
)

// rowByRow is how many quads cayley's own writer is given: it sends the server
// one statement for each.
const rowByRow = 10_000

// sameRows is the least a server can do: the rows that Fill wrote, sorted, into
// tables with the same columns and indexes, without a byte over the network.
const sameRows = `
CREATE TABLE raw_nodes (LIKE nodes INCLUDING ALL); CREATE TABLE raw_quads (LIKE quads INCLUDING ALL); CREATE TABLE raw_keys (LIKE entente_keys INCLUDING ALL);
INSERT INTO raw_nodes SELECT * FROM nodes ORDER BY hash;
INSERT INTO raw_quads SELECT * FROM quads ORDER BY subject_hash, predicate_hash, object_hash, label_hash;
INSERT INTO raw_keys SELECT * FROM entente_keys ORDER BY key, subject;`

// BenchmarkWritersPostgres writes the same quads by cayley (the first of them),
// by updates, and by Fill, each into a database of its own. It wants a server;
// see pgtest.
func BenchmarkWritersPostgres(b *testing.B) {
	quads := someQuads(*benchQuads)
	for b.Loop() {
		byCayley := rate(rowByRow, func() { writeCayleyPostgres(b, quads[:rowByRow]) })
		update := rate(len(quads), func() {
			fillPostgres(b, func(s quadstore.Store) error { return updateAll(s, quads) })
		})
		var url string
		fill := rate(len(quads), func() {
			url = fillPostgres(b, func(s quadstore.Store) error {
				return s.Fill(context.Background(), func(yield func(quad.Quad, error) bool) {
					for _, q := range quads {
						if !yield(q, nil) {
							return
						}
					}
				})
			})
		})
		raw := rate(len(quads), func() { onServer(b, url, sameRows) })
		b.ReportMetric(byCayley, "cayley-quads/s")
		b.ReportMetric(update, "update-quads/s")
		b.ReportMetric(fill, "fill-quads/s")
		b.ReportMetric(fill/byCayley, "fill-x-cayley")
		b.ReportMetric(raw/fill, "fill/raw")
	}
}

// rate is how many quads a second some work came to.
func rate(quads int, work func()) float64 {
	began := time.Now()
	work()
	return float64(quads) / time.Since(began).Seconds()
}

func fillPostgres(b *testing.B, write func(quadstore.Store) error) (url string) {
	url = pgtest.Database(b)
	s, err := quadstore.OpenPostgres(url, quadstore.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := write(s); err != nil {
		b.Fatal(err)
	}
	return url
}

func updateAll(s quadstore.Store, quads []quad.Quad) error {
	for part := range slices.Chunk(quads, 10_000) {
		add := func(quadstore.View) (quadstore.Change, error) { return quadstore.Change{Add: part}, nil }
		if err := s.Update(context.Background(), add); err != nil {
			return err
		}
	}
	return nil
}

func writeCayleyPostgres(b *testing.B, quads []quad.Quad) {
	url := pgtest.Database(b)
	if err := cayley.InitQuadStore("postgres", url, nil); err != nil {
		b.Fatal(err)
	}
	qs, err := cayley.NewQuadStore("postgres", url, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer qs.Close()
	w, err := cayley.NewQuadWriter("single", qs, cayley.Options{"ignore_missing": true, "ignore_duplicate": true})
	if err == nil {
		err = w.AddQuadSet(quads)
	}
	if err != nil {
		b.Fatal(err)
	}
}

func onServer(b *testing.B, url, sql string) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, sql); err != nil {
		b.Fatal(err)
	}
}
