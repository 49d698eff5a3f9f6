package quadstore

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/jackc/pgx/v5"
)

// pgView reads within a transaction. Refs are numbers the view gives to hashes
// as it meets them. A value is fetched together with others that were met and
// not yet asked for: a round trip costs more than a value.
type pgView struct {
	ctx     context.Context
	tx      pgx.Tx
	done    func() error
	refs    map[hash]Ref
	hashes  []hash // by ref, from 1
	values  map[Ref]quad.Value
	waiting []Ref // met, not fetched
	cursors int
}

func newPgView(ctx context.Context, tx pgx.Tx) *pgView {
	return &pgView{ctx: ctx, tx: tx, refs: map[hash]Ref{}, hashes: make([]hash, 1), values: map[Ref]quad.Value{}}
}

func (v *pgView) Close() error {
	if v.done == nil {
		return nil
	}
	return v.done()
}

func (v *pgView) Size() (n int64, err error) {
	err = v.tx.QueryRow(v.ctx, "SELECT value FROM entente_meta WHERE key = 'size'").Scan(&n)
	return n, err
}

// number returns the ref of a hash, 0 for no hash.
func (v *pgView) number(b []byte) Ref {
	if len(b) != len(hash{}) {
		return 0
	}
	h := hash(b)
	if r := v.refs[h]; r != 0 {
		return r
	}
	r := Ref(len(v.hashes))
	v.hashes = append(v.hashes, h)
	v.refs[h] = r
	v.waiting = append(v.waiting, r)
	return r
}

func (v *pgView) Ref(val quad.Value) (Ref, error) {
	if val == nil {
		return 0, nil
	}
	h := hashOf(val)
	if r := v.refs[h]; r != 0 {
		return r, nil
	}
	var one int
	err := v.tx.QueryRow(v.ctx, "SELECT 1 FROM nodes WHERE hash = $1", h[:]).Scan(&one)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	r := v.number(h[:])
	v.values[r] = val
	return r, nil
}

// fetchAtOnce is how many values are fetched with one that is asked for.
const fetchAtOnce = 1000

func (v *pgView) Value(r Ref) (quad.Value, error) {
	if r == 0 {
		return nil, nil
	}
	if val, ok := v.values[r]; ok {
		return val, nil
	}
	if int(r) >= len(v.hashes) {
		return nil, fmt.Errorf("ref %d is of another view", r)
	}
	wanted := [][]byte{v.hashes[r][:]}
	for ; len(v.waiting) > 0 && len(wanted) < fetchAtOnce; v.waiting = v.waiting[:len(v.waiting)-1] {
		next := v.waiting[len(v.waiting)-1]
		if _, ok := v.values[next]; !ok {
			wanted = append(wanted, v.hashes[next][:])
		}
	}
	if err := v.fetch(wanted); err != nil {
		return nil, err
	}
	val, ok := v.values[r]
	if !ok {
		return nil, errCorrupt("nodes", v.hashes[r][:])
	}
	return val, nil
}

func (v *pgView) fetch(hashes [][]byte) error {
	rows, err := v.tx.Query(v.ctx, `SELECT hash, value, value_string, datatype, language, iri, bnode,
		value_int, value_bool, value_float, value_time FROM nodes WHERE hash = ANY($1)`, hashes)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n pgNode
		if err := rows.Scan(&n.hash, &n.value, &n.text, &n.datatype, &n.language, &n.iri, &n.bnode, &n.integer, &n.boolean, &n.float, &n.time); err != nil {
			return err
		}
		val, err := n.decode()
		if err != nil {
			return err
		}
		v.values[v.number(n.hash)] = val
	}
	return rows.Err()
}

// pgNode is a row of cayley's table of nodes.
type pgNode struct {
	hash, value              []byte
	text, datatype, language *string
	iri, bnode, boolean      *bool
	integer                  *int64
	float                    *float64
	time                     *time.Time
}

func (n *pgNode) decode() (quad.Value, error) {
	switch {
	case n.value != nil:
		return pquads.UnmarshalValue(n.value)
	case n.integer != nil:
		return quad.Int(*n.integer), nil
	case n.boolean != nil:
		return quad.Bool(*n.boolean), nil
	case n.float != nil:
		return quad.Float(*n.float), nil
	case n.time != nil:
		return quad.Time(n.time.UTC()), nil
	case n.text == nil:
		return nil, errCorrupt("nodes", n.hash)
	case n.iri != nil && *n.iri:
		return quad.IRI(*n.text), nil
	case n.bnode != nil && *n.bnode:
		return quad.BNode(*n.text), nil
	}
	text := quad.String(strings.ReplaceAll(*n.text, `\x00`, "\x00"))
	switch {
	case n.datatype != nil:
		return quad.TypedString{Value: text, Type: quad.IRI(*n.datatype)}, nil
	case n.language != nil:
		return quad.LangString{Value: text, Lang: *n.language}, nil
	}
	return text, nil
}

// encode is the inverse of decode; columns are in the order of fetch.
func pgRow(v quad.Value) ([]any, error) {
	h := hashOf(v)
	row := make([]any, 11)
	row[0] = h[:]
	literal := func(s quad.String) string { return strings.ReplaceAll(string(s), "\x00", `\x00`) }
	switch v := v.(type) {
	case quad.IRI:
		row[2], row[5] = string(v), true
	case quad.BNode:
		row[2], row[6] = string(v), true
	case quad.String:
		row[2] = literal(v)
	case quad.TypedString:
		row[2], row[3] = literal(v.Value), string(v.Type)
	case quad.LangString:
		row[2], row[4] = literal(v.Value), v.Lang
	case quad.Int:
		row[7] = int64(v)
	case quad.Bool:
		row[8] = bool(v)
	case quad.Float:
		row[9] = float64(v)
	case quad.Time:
		row[10] = time.Time(v)
	default:
		b, err := pquads.MarshalValue(v)
		row[1] = b
		return row, err
	}
	return row, nil
}

// where makes the condition of a pattern.
func (v *pgView) where(p Pattern) (string, []any) {
	var conditions []string
	var args []any
	for i, column := range []string{"subject_hash", "predicate_hash", "object_hash", "label_hash"} {
		if p[i] != 0 {
			args = append(args, v.hashes[p[i]][:])
			conditions = append(conditions, fmt.Sprintf("%s = $%d", column, len(args)))
		}
	}
	if conditions == nil {
		return "", nil
	}
	return " WHERE " + strings.Join(conditions, " AND "), args
}

func (v *pgView) Links(p Pattern) iter.Seq2[Link, error] {
	where, args := v.where(p)
	return v.links("SELECT subject_hash, predicate_hash, object_hash, label_hash FROM quads"+where, args)
}

func (v *pgView) Triples(p Pattern) iter.Seq2[Link, error] {
	p[Label] = 0
	where, args := v.where(p)
	return v.links("SELECT DISTINCT subject_hash, predicate_hash, object_hash, NULL::bytea FROM quads"+where, args)
}

func (v *pgView) links(query string, args []any) iter.Seq2[Link, error] {
	return func(yield func(Link, error) bool) {
		err := v.each(query, args, func(rows pgx.Rows) (Link, error) {
			var s, p, o, l []byte
			err := rows.Scan(&s, &p, &o, &l)
			return Link{v.number(s), v.number(p), v.number(o), v.number(l)}, err
		}, func(l Link) bool { return yield(l, nil) })
		if err != nil {
			yield(Link{}, err)
		}
	}
}

func (v *pgView) Labels() iter.Seq2[Ref, error] {
	return v.column("SELECT DISTINCT label_hash FROM quads", nil)
}

func (v *pgView) Objects(predicate Ref) iter.Seq2[Ref, error] {
	return v.column("SELECT DISTINCT object_hash FROM quads WHERE predicate_hash = $1", []any{v.hashes[predicate][:]})
}

func (v *pgView) column(query string, args []any) iter.Seq2[Ref, error] {
	return func(yield func(Ref, error) bool) {
		err := v.each(query, args, func(rows pgx.Rows) (Link, error) {
			var h []byte
			err := rows.Scan(&h)
			return Link{v.number(h)}, err
		}, func(l Link) bool { return yield(l[0], nil) })
		if err != nil {
			yield(0, err)
		}
	}
}

func (v *pgView) Note(key string) (text []byte, err error) {
	err = v.tx.QueryRow(v.ctx, "SELECT text FROM entente_notes WHERE key = $1", key).Scan(&text)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return text, err
}

func (v *pgView) Notes(prefix string) iter.Seq2[Note, error] {
	return func(yield func(Note, error) bool) {
		for after := ""; ; {
			notes, err := v.notesAfter(prefix, after)
			for _, n := range notes {
				if !yield(n, nil) {
					return
				}
			}
			switch {
			case err != nil:
				yield(Note{}, err)
				return
			case len(notes) == 0:
				return
			}
			after = notes[len(notes)-1].Key
		}
	}
}

// notesAfter reads some notes at once: the connection is for others meanwhile.
func (v *pgView) notesAfter(prefix, after string) ([]Note, error) {
	rows, err := v.tx.Query(v.ctx, "SELECT key, text FROM entente_notes WHERE key >= $1 AND key > $2 AND starts_with(key, $1) ORDER BY key LIMIT $3", prefix, after, fetchAtOnce)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[Note])
}

func (v *pgView) Keyed(prefix string) iter.Seq2[Entry, error] {
	query, args := "SELECT key, subject FROM entente_keys WHERE starts_with(key, $1) ORDER BY key, subject", []any{prefix}
	if key, exact := strings.CutSuffix(prefix, "\x00"); exact {
		query, args = "SELECT key, subject FROM entente_keys WHERE key = $1 ORDER BY subject", []any{key}
	}
	return func(yield func(Entry, error) bool) {
		rows, err := v.tx.Query(v.ctx, query, args...)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		var entries []Entry
		for rows.Next() {
			var e Entry
			var h []byte
			if err := rows.Scan(&e.Key, &h); err != nil {
				rows.Close()
				yield(Entry{}, err)
				return
			}
			e.Ref = v.number(h)
			entries = append(entries, e)
		}
		if err := rows.Err(); err != nil {
			yield(Entry{}, err)
			return
		}
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// fetchRows is how many rows are held at once of a long result.
const fetchRows = 5000

// each runs a query through a cursor of the server, so that others can be
// asked while its rows are used, and a long result needs no memory.
func (v *pgView) each(query string, args []any, read func(pgx.Rows) (Link, error), use func(Link) bool) error {
	v.cursors++
	name := fmt.Sprint("c", v.cursors)
	if _, err := v.tx.Exec(v.ctx, "DECLARE "+name+" NO SCROLL CURSOR FOR "+query, append([]any{pgx.QueryExecModeExec}, args...)...); err != nil {
		return err
	}
	defer v.tx.Exec(v.ctx, "CLOSE "+name)
	for {
		rows, err := v.tx.Query(v.ctx, fmt.Sprintf("FETCH FORWARD %d FROM %s", fetchRows, name), pgx.QueryExecModeExec)
		if err != nil {
			return err
		}
		var some []Link
		for rows.Next() {
			l, err := read(rows)
			if err != nil {
				rows.Close()
				return err
			}
			some = append(some, l)
		}
		if err := rows.Err(); err != nil {
			return err
		}
		for _, l := range some {
			if !use(l) {
				return nil
			}
		}
		if len(some) < fetchRows {
			return nil
		}
	}
}
