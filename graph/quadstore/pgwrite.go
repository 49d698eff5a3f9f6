package quadstore

import (
	"context"
	"fmt"
	"sort"

	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"
)

// pgWriter applies a change within a transaction. Rows come in by COPY into
// temporary tables and go on from there in one statement each.
type pgWriter struct {
	ctx    context.Context
	tx     pgx.Tx
	keysOf func(quad.Quad) []string
	refs   map[hash]int64 // value → change of its count
	keys   map[pgKey]int64
	size   int64
}

type pgKey struct {
	key     string
	subject hash
}

const staging = `
CREATE TEMP TABLE IF NOT EXISTS in_nodes (LIKE nodes) ON COMMIT DELETE ROWS;
ALTER TABLE in_nodes ALTER refs DROP NOT NULL;
CREATE TEMP TABLE IF NOT EXISTS in_quads (s BYTEA, p BYTEA, o BYTEA, l BYTEA) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS in_refs (hash BYTEA, n BIGINT) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS in_keys (key TEXT COLLATE "C", subject BYTEA, n BIGINT) ON COMMIT DELETE ROWS;
TRUNCATE in_nodes, in_quads, in_refs, in_keys;`

func (w *pgWriter) apply(change Change) error {
	steps := []func() error{
		func() error { return w.exec(staging) },
		func() error { return w.remove(change.Remove) },
		func() error { return w.add(change.Add) },
		w.count,
		w.file,
		func() error { return w.note(change.Notes) },
		func() error { return w.exec("UPDATE entente_meta SET value = value + $1 WHERE key = 'size'", w.size) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (w *pgWriter) exec(sql string, args ...any) error {
	_, err := w.tx.Exec(w.ctx, sql, args...)
	return err
}

// stage copies quads into in_quads and returns them by their hashes.
func (w *pgWriter) stage(quads []quad.Quad) (map[[4]hash]quad.Quad, error) {
	byHash := make(map[[4]hash]quad.Quad, len(quads))
	var rows [][]any
	for _, q := range quads {
		var key [4]hash
		row := make([]any, 4)
		for i, d := range quad.Directions {
			v := q.Get(d)
			if v == nil && i != Label {
				return nil, fmt.Errorf("quad without subject, predicate or object: %v", q)
			}
			if v != nil {
				key[i] = hashOf(v)
				row[i] = append([]byte{}, key[i][:]...)
			}
		}
		if _, twice := byHash[key]; !twice {
			byHash[key] = q
			rows = append(rows, row)
		}
	}
	_, err := w.tx.CopyFrom(w.ctx, pgx.Identifier{"in_quads"}, []string{"s", "p", "o", "l"}, pgx.CopyFromRows(rows))
	return byHash, err
}

// done reads back which of the staged quads a statement touched, and counts them.
func (w *pgWriter) done(sql string, staged map[[4]hash]quad.Quad, n int64) error {
	rows, err := w.tx.Query(w.ctx, sql)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var s, p, o, l []byte
		if err := rows.Scan(&s, &p, &o, &l); err != nil {
			return err
		}
		var key [4]hash
		for i, b := range [][]byte{s, p, o, l} {
			copy(key[i][:], b)
			if b != nil {
				w.refs[key[i]] += n
			}
		}
		w.size += n
		for _, k := range w.keysOf(staged[key]) {
			w.keys[pgKey{k, key[Subject]}] += n
		}
	}
	return rows.Err()
}

func (w *pgWriter) remove(quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	staged, err := w.stage(quads)
	if err != nil {
		return err
	}
	err = w.done(`DELETE FROM quads USING in_quads WHERE subject_hash = s AND predicate_hash = p AND object_hash = o
		AND label_hash IS NOT DISTINCT FROM l RETURNING subject_hash, predicate_hash, object_hash, label_hash`, staged, -1)
	if err != nil {
		return err
	}
	return w.exec("DELETE FROM in_quads")
}

func (w *pgWriter) add(quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	if err := w.addNodes(quads); err != nil {
		return err
	}
	staged, err := w.stage(quads)
	if err != nil {
		return err
	}
	return w.done(`INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
		SELECT s, p, o, l, now() FROM in_quads ORDER BY s, p, o, l ON CONFLICT DO NOTHING
		RETURNING subject_hash, predicate_hash, object_hash, label_hash`, staged, +1)
}

func (w *pgWriter) addNodes(quads []quad.Quad) error {
	seen := map[quad.Value]bool{}
	var rows [][]any
	for _, q := range quads {
		for _, d := range quad.Directions {
			v := q.Get(d)
			if v == nil || seen[v] {
				continue
			}
			seen[v] = true
			row, err := pgRow(v)
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
	}
	columns := []string{
		"hash", "value", "value_string", "datatype", "language", "iri", "bnode", "value_int", "value_bool", "value_float", "value_time",
	}
	if _, err := w.tx.CopyFrom(w.ctx, pgx.Identifier{"in_nodes"}, columns, pgx.CopyFromRows(rows)); err != nil {
		return err
	}
	return w.exec(`INSERT INTO nodes (refs, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time)
		SELECT 0, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time
		FROM in_nodes ORDER BY hash ON CONFLICT DO NOTHING`)
}

// count brings the counts of values up to date and drops the unused.
func (w *pgWriter) count() error {
	var rows [][]any
	for h, n := range w.refs {
		rows = append(rows, []any{append([]byte{}, h[:]...), n})
	}
	if _, err := w.tx.CopyFrom(w.ctx, pgx.Identifier{"in_refs"}, []string{"hash", "n"}, pgx.CopyFromRows(rows)); err != nil {
		return err
	}
	if err := w.exec("UPDATE nodes SET refs = refs + n FROM in_refs WHERE nodes.hash = in_refs.hash AND n <> 0"); err != nil {
		return err
	}
	return w.exec("DELETE FROM nodes USING in_refs WHERE nodes.hash = in_refs.hash AND refs <= 0")
}

func (w *pgWriter) note(notes []Note) error {
	var batch pgx.Batch
	for _, n := range notes {
		if n.Text == nil {
			batch.Queue("DELETE FROM entente_notes WHERE key = $1", n.Key)
			continue
		}
		batch.Queue("INSERT INTO entente_notes VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET text = EXCLUDED.text", n.Key, n.Text)
	}
	return w.tx.SendBatch(w.ctx, &batch).Close()
}

func (w *pgWriter) file() error {
	var rows [][]any
	for k, n := range w.keys {
		if n != 0 {
			rows = append(rows, []any{k.key, append([]byte{}, k.subject[:]...), n})
		}
	}
	if rows == nil {
		return nil
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i][0].(string) < rows[j][0].(string) })
	if _, err := w.tx.CopyFrom(w.ctx, pgx.Identifier{"in_keys"}, []string{"key", "subject", "n"}, pgx.CopyFromRows(rows)); err != nil {
		return err
	}
	if err := w.exec(`INSERT INTO entente_keys SELECT key, subject, n FROM in_keys
		ON CONFLICT (key, subject) DO UPDATE SET uses = entente_keys.uses + EXCLUDED.uses`); err != nil {
		return err
	}
	return w.exec("DELETE FROM entente_keys WHERE uses <= 0")
}
