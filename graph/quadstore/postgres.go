package quadstore

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	_ "github.com/cayleygraph/cayley/graph/sql/postgres" // registers itself with graph
	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// pgStore is a Store on a PostgreSQL server, in cayley's tables: nodes, by the
// hash of their value, and quads of four hashes. Three tables are ours: what
// the key-value stores keep in meta, keys and remarks.
//
// Several processes may write at once. An update takes one advisory lock, so
// updates run one after the other as in the other stores, and readers see a
// snapshot.
type pgStore struct {
	Options
	url string

	mu     sync.Mutex
	idle   []*pgx.Conn
	cayley graph.QuadStore // nil until asked for
	closed bool
}

// advisoryLock is the number of the lock that an update holds; any will do.
const advisoryLock = 0x656e74656e7465 // "entente"

// tables are created beside cayley's. Keys are compared byte by byte.
const tables = `
CREATE TABLE IF NOT EXISTS entente_meta (key TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS entente_keys (
	key TEXT COLLATE "C" NOT NULL, subject BYTEA NOT NULL, uses INT NOT NULL, PRIMARY KEY (key, subject));
CREATE TABLE IF NOT EXISTS entente_notes (key TEXT COLLATE "C" PRIMARY KEY, text BYTEA NOT NULL);
CREATE INDEX IF NOT EXISTS entente_label ON quads (label_hash, subject_hash);
INSERT INTO entente_meta VALUES ('size', 0), ('format', 1) ON CONFLICT DO NOTHING;`

// OpenPostgres opens the store in a PostgreSQL database, or creates it there.
func OpenPostgres(dsn string, o Options) (Store, error) {
	s := &pgStore{Options: o, url: dsn}
	ctx := context.Background()
	conn, err := s.conn(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release(conn)
	if err := s.prepare(ctx, conn); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// prepare makes sure of the tables and the format.
func (s *pgStore) prepare(ctx context.Context, conn *pgx.Conn) error {
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(advisoryLock)); err != nil {
		return err
	}
	defer conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", int64(advisoryLock))
	var there bool
	if err := conn.QueryRow(ctx, "SELECT to_regclass('quads') IS NOT NULL AND to_regclass('entente_notes') IS NOT NULL").Scan(&there); err != nil {
		return err
	}
	if !there {
		if s.ReadOnly {
			return ErrNotFound
		}
		if err := graph.InitQuadStore("postgres", s.url, nil); err != nil && !errors.Is(err, graph.ErrDatabaseExists) {
			return err
		}
		if _, err := conn.Exec(ctx, tables); err != nil {
			return err
		}
	}
	var format int64
	if err := conn.QueryRow(ctx, "SELECT value FROM entente_meta WHERE key = 'format'").Scan(&format); err != nil {
		return err
	}
	if format != FormatVersion {
		return &VersionError{Store: format, Program: FormatVersion}
	}
	return nil
}

// conn takes an idle connection or makes one.
func (s *pgStore) conn(ctx context.Context) (*pgx.Conn, error) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil, errClosed
	}
	if n := len(s.idle); n > 0 {
		c := s.idle[n-1]
		s.idle = s.idle[:n-1]
		s.mu.Unlock()
		return c, nil
	}
	s.mu.Unlock()
	c, err := pgx.Connect(ctx, s.url)
	return c, s.explain(err)
}

// release gives a connection back; one in the middle of something is closed.
func (s *pgStore) release(c *pgx.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || c.IsClosed() || c.PgConn().TxStatus() != 'I' {
		c.Close(context.Background())
		return
	}
	s.idle = append(s.idle, c)
}

// explain says which server an error is about, without the password.
func (s *pgStore) explain(err error) error {
	if err == nil {
		return nil
	}
	name := "the PostgreSQL store"
	if u, parseErr := url.Parse(s.url); parseErr == nil {
		name = u.Redacted()
	}
	return fmt.Errorf("%s: %w", name, err)
}

func (s *pgStore) View(ctx context.Context) (View, error) {
	conn, err := s.conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		s.release(conn)
		return nil, s.explain(err)
	}
	v := newPgView(ctx, tx)
	v.done = func() error {
		err := tx.Rollback(context.WithoutCancel(ctx))
		s.release(conn)
		return err
	}
	return v, nil
}

func (s *pgStore) Update(ctx context.Context, decide func(View) (Change, error)) error {
	if s.ReadOnly {
		return ErrReadOnly
	}
	return s.transact(ctx, func(tx pgx.Tx) error {
		change, err := decide(newPgView(ctx, tx))
		if err != nil || change.isEmpty() {
			return err
		}
		w := &pgWriter{ctx: ctx, tx: tx, keysOf: s.keysOf, refs: map[hash]int64{}, keys: map[pgKey]int64{}}
		return w.apply(change)
	})
}

// transact runs work in a transaction that no other writer's overlaps.
func (s *pgStore) transact(ctx context.Context, work func(pgx.Tx) error) error {
	conn, err := s.conn(ctx)
	if err != nil {
		return err
	}
	defer s.release(conn)
	tx, err := conn.Begin(ctx)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback(context.WithoutCancel(ctx)) // nothing after a commit
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", int64(advisoryLock)); err != nil {
		return s.explain(err)
	}
	if err := work(tx); err != nil {
		var pgErr *pgconn.PgError
		if errors.As(err, &pgErr) {
			return s.explain(err)
		}
		return err
	}
	return s.explain(tx.Commit(ctx))
}

// Fill writes everything in one transaction of batches.
func (s *pgStore) Fill(ctx context.Context, quads iter.Seq2[quad.Quad, error]) error {
	if s.ReadOnly {
		return ErrReadOnly
	}
	return s.transact(ctx, func(tx pgx.Tx) error {
		if n, err := newPgView(ctx, tx).Size(); err != nil || n > 0 {
			return orElse(err, ErrNotEmpty)
		}
		const atOnce = 50_000
		batch := make([]quad.Quad, 0, atOnce)
		flush := func() error {
			w := &pgWriter{ctx: ctx, tx: tx, keysOf: s.keysOf, refs: map[hash]int64{}, keys: map[pgKey]int64{}}
			err := w.apply(Change{Add: batch})
			batch = batch[:0]
			return err
		}
		for q, err := range quads {
			if err != nil {
				return err
			}
			if batch = append(batch, q); len(batch) == atOnce {
				if err := flush(); err != nil {
					return err
				}
			}
		}
		return flush()
	})
}

func (s *pgStore) Cayley() (graph.QuadStore, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cayley == nil {
		qs, err := graph.NewQuadStore("postgres", s.url, nil)
		if err != nil {
			return nil, s.explain(err)
		}
		s.cayley = qs
	}
	return s.cayley, nil
}

// Yield has nothing to do: a server reads and writes at once.
func (s *pgStore) Yield() {}

// Compact leaves the work to the server, which does it anyway in time.
func (s *pgStore) Compact(ctx context.Context) (before, after int64, err error) {
	conn, err := s.conn(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer s.release(conn)
	const size = "SELECT pg_total_relation_size('quads') + pg_total_relation_size('nodes') + pg_total_relation_size('entente_keys')"
	err = errors.Join(conn.QueryRow(ctx, size).Scan(&before))
	for _, table := range []string{"quads", "nodes", "entente_keys"} {
		if err == nil {
			_, err = conn.Exec(ctx, "VACUUM FULL "+table)
		}
	}
	return before, after, s.explain(errors.Join(err, conn.QueryRow(ctx, size).Scan(&after)))
}

// Verify checks the counts of the tables against each other; that quads point
// to nodes is the server's to guarantee.
func (s *pgStore) Verify(ctx context.Context) (problems []Problem, err error) {
	conn, err := s.conn(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release(conn)
	for _, check := range []struct{ where, what, query string }{
		{"counts", "%d values are counted wrongly", `
			WITH used AS (SELECT h, count(*) n FROM (
				SELECT subject_hash h FROM quads UNION ALL SELECT predicate_hash FROM quads UNION ALL
				SELECT object_hash FROM quads UNION ALL SELECT label_hash FROM quads WHERE label_hash IS NOT NULL) u GROUP BY h)
			SELECT count(*) FROM nodes LEFT JOIN used ON hash = h WHERE refs IS DISTINCT FROM n`},
		{"meta", "the size is off by %d", `SELECT abs((SELECT value FROM entente_meta WHERE key = 'size') - (SELECT count(*) FROM quads))`},
		{"keys", "%d keys file a subject that is gone", `SELECT count(*) FROM entente_keys WHERE subject NOT IN (SELECT hash FROM nodes)`},
	} {
		var n int64
		if err := conn.QueryRow(ctx, check.query).Scan(&n); err != nil {
			return problems, s.explain(err)
		}
		if n > 0 {
			problems = append(problems, Problem{check.where, fmt.Sprintf(check.what, n)})
		}
	}
	return problems, nil
}

func (s *pgStore) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	var err error
	for _, c := range s.idle {
		err = errors.Join(err, c.Close(context.Background()))
	}
	s.idle = nil
	if s.cayley != nil {
		err = errors.Join(err, s.cayley.Close())
		s.cayley = nil
	}
	return err
}
