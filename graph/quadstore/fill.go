package quadstore

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"math"
	"time"

	"github.com/cayleygraph/quad"
)

// ErrNotEmpty is returned by Fill for a store that holds something.
var ErrNotEmpty = errors.New("the store is not empty")

// ErrTooMany is returned by Fill for more quads and values than it can number.
var ErrTooMany = errors.New("more than 4,294,967,295 quads and values at once: fill the store with a part, and add the others by updates")

// Fill writes quads into an empty store, sorted: values and quads are numbered
// as they come, and the log is written meanwhile; the indexes are sorted in
// memory, about 120 bytes a quad, and written in order. It is several times as
// fast as updates, and all or nothing.
func (s *kvStore) Fill(ctx context.Context, quads iter.Seq2[quad.Quad, error]) error {
	if s.ReadOnly {
		return ErrReadOnly
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	e, err := s.live()
	if err != nil {
		return err
	}
	if empty, err := s.isEmpty(ctx); err != nil || !empty {
		return orElse(err, ErrNotEmpty)
	}
	out, err := s.newSink(e)
	if err != nil {
		return explain(s.path, err)
	}
	defer out.abandon()
	f := &filler{
		keysOf: s.keysOf, at: time.Now().UnixNano(),
		places: map[hash]int{}, recent: map[quad.Value]int{}, seen: map[[4]uint32]struct{}{}, keys: map[string]uint64{},
	}
	if err := f.write(ctx, quads, out); err != nil {
		return explain(s.path, err)
	}
	return explain(s.path, out.finish())
}

func (s *kvStore) isEmpty(ctx context.Context) (bool, error) {
	v, err := s.View(ctx)
	if err != nil {
		return false, err
	}
	defer v.Close()
	n, err := v.Size()
	return n == 0, err
}

// filler numbers what comes and remembers what the indexes need.
type filler struct {
	keysOf func(quad.Quad) []string
	at     int64
	last   uint32
	log    *logWriter
	places map[hash]int       // of a value in values
	recent map[quad.Value]int // the same without the price of a hash; emptied when full
	before [4]met             // the values of the last quad: the next often has the same article and subject
	values []filled
	links  []numbered
	seen   map[[4]uint32]struct{}
	keys   map[string]uint64
}

// met is a value and its place in values.
type met struct {
	value quad.Value
	at    int
}

type filled struct {
	hash hash
	id   uint32
	uses uint64
}

type numbered struct {
	link [4]uint32
	id   uint32
}

func (f *filler) write(ctx context.Context, quads iter.Seq2[quad.Quad, error], out sink) error {
	f.log = startLog(out)
	err := f.takeAll(ctx, quads)
	if err := orElse(f.log.end(), err); err != nil {
		return err
	}
	f.places, f.recent, f.seen = nil, nil, nil
	return f.writeIndexes(ctx, out)
}

func (f *filler) takeAll(ctx context.Context, quads iter.Seq2[quad.Quad, error]) error {
	n := 0
	for q, err := range quads {
		if n++; err == nil && n%1024 == 0 {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := f.take(q); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (f *filler) take(q quad.Quad) error {
	var link [4]uint32
	var at [4]int
	for i, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			if i != Label {
				return fmt.Errorf("quad without subject, predicate or object: %v", q)
			}
			continue
		}
		if f.before[i].value != v {
			place, err := f.value(v)
			if err != nil {
				return err
			}
			f.before[i] = met{v, place}
		}
		at[i] = f.before[i].at
		link[i] = f.values[at[i]].id
	}
	known := len(f.seen)
	if f.seen[link] = struct{}{}; len(f.seen) == known {
		return nil
	}
	for i, ref := range link {
		if ref != 0 {
			f.values[at[i]].uses++
		}
	}
	for _, key := range f.keysOf(q) {
		f.keys[string(keyEntry(key, Ref(link[Subject])))]++
	}
	id, err := f.number(primitive{link: linkOfIDs(link)})
	f.links = append(f.links, numbered{link, id})
	return err
}

func linkOfIDs(ids [4]uint32) (l Link) {
	for i, id := range ids {
		l[i] = Ref(id)
	}
	return l
}

// number gives an entry of the log the next id.
func (f *filler) number(p primitive) (uint32, error) {
	if f.last == math.MaxUint32 {
		return 0, ErrTooMany
	}
	f.last++
	p.id, p.at = uint64(f.last), f.at
	return f.last, f.log.append(&p)
}

// value returns the place of a value in values; a new one is numbered and logged.
func (f *filler) value(v quad.Value) (int, error) {
	if at, known := f.recent[v]; known {
		return at, nil
	}
	if len(f.recent) > maxCached {
		clear(f.recent)
	}
	h := hashOf(v)
	if at, known := f.places[h]; known {
		f.recent[v] = at
		return at, nil
	}
	b, err := encodeValue(v)
	if err != nil {
		return 0, err
	}
	id, err := f.number(primitive{value: b})
	at := len(f.values)
	f.places[h], f.recent[v] = at, at
	f.values = append(f.values, filled{hash: h, id: id})
	return at, err
}

// logBlock is a run of the log: entries of consecutive ids that share all but
// their last two bytes, so that sorting them among themselves sorts the log.
type logBlock struct {
	first   uint32
	entries []byte // one behind the other
	ends    []int
}

const blockIDs = 1 << 16

// logWriter writes full blocks while the next is gathered.
type logWriter struct {
	block  *logBlock
	blocks chan *logBlock
	failed chan error // what the writing came to, once; buffered
	broken chan struct{}
}

func startLog(out sink) *logWriter {
	w := &logWriter{blocks: make(chan *logBlock, 1), failed: make(chan error, 1), broken: make(chan struct{})}
	go func() {
		for block := range w.blocks {
			if err := block.write(out); err != nil {
				w.failed <- err
				close(w.broken)
				return
			}
		}
		w.failed <- nil
	}()
	return w
}

func (w *logWriter) append(p *primitive) error {
	if w.block != nil && p.id%blockIDs == 0 {
		if err := w.send(); err != nil {
			return err
		}
	}
	if w.block == nil {
		w.block = &logBlock{first: uint32(p.id), entries: make([]byte, 0, 64*blockIDs)}
	}
	w.block.entries = p.appendTo(w.block.entries)
	w.block.ends = append(w.block.ends, len(w.block.entries))
	return nil
}

var errLogBroken = errors.New("the log could not be written")

func (w *logWriter) send() error {
	block := w.block
	w.block = nil
	select {
	case w.blocks <- block:
		return nil
	case <-w.broken:
		return errLogBroken // end says why
	}
}

// end waits until all is written. After it nothing writes to the sink.
func (w *logWriter) end() error {
	var err error
	if w.block != nil {
		err = w.send()
	}
	close(w.blocks)
	return orElse(<-w.failed, err)
}

// write puts the block in the engine's order: the ids by their last byte but
// one, and then by their last.
func (b *logBlock) write(out sink) error {
	low := b.first % blockIDs
	part, err := out.part(fmt.Sprint("log ", b.first/blockIDs))
	if err != nil {
		return err
	}
	bytes := out.order().inverse()
	for _, high := range bytes {
		for _, c := range bytes {
			at := int(uint32(high)<<8|uint32(c)) - int(low)
			if at < 0 || at >= len(b.ends) {
				continue
			}
			from := 0
			if at > 0 {
				from = b.ends[at-1]
			}
			if err := part.put(logBucket(), binary.BigEndian.AppendUint64(nil, uint64(b.first)+uint64(at)), b.entries[from:b.ends[at]]); err != nil {
				return errors.Join(err, part.end())
			}
		}
	}
	return part.end()
}
