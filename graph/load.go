package graph

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// LoadOptions say how a Loader stores. The zero value is what a load wants.
type LoadOptions struct {
	Again  bool          // read articles anew that are in the store, as after a change of the rules
	DryRun bool          // change nothing: say what would change
	Group  int           // how many articles one commit holds at most; 0 means 256
	Every  time.Duration // how long an article waits for others to be committed with it; 0 means 2 s
	// Stored, when set, is told what became of each article of a commit that is
	// on the disk. It is called by the loader's goroutine.
	Stored func(schema.ArticleRef, Fate)
}

// A group is large enough that the sync of the disk and the pages it touches
// are shared by many articles, and small enough that little is lost when the
// machine fails.
const (
	loadGroup = 256
	loadEvery = 2 * time.Second
)

// yieldEvery is how often readers are let in that wait for a store in which
// nothing is being written.
const yieldEvery = 200 * time.Millisecond

// Loader stores extractions as they come. It gathers them and commits many at
// once, on a goroutine of its own, so that whoever makes extractions goes on
// meanwhile; when a whole group waits while another is being written, Add
// waits. Groups are committed in the order of Add, each article whole.
type Loader struct {
	LoadOptions
	store  *Store
	ctx    context.Context
	queue  chan schema.Extraction
	done   chan struct{} // closed when all is committed, or a commit has failed
	total  AddResult
	err    error
	stored atomic.Int64
	adder  adder
}

// NewLoader begins a load. What was added is committed even when ctx is done;
// Close ends the load.
func (s *Store) NewLoader(ctx context.Context, o LoadOptions) *Loader {
	if o.Group <= 0 {
		o.Group = loadGroup
	}
	if o.Every <= 0 {
		o.Every = loadEvery
	}
	l := &Loader{
		LoadOptions: o, store: s, ctx: context.WithoutCancel(ctx),
		queue: make(chan schema.Extraction, o.Group), done: make(chan struct{}),
		adder: adder{force: o.Again, dry: o.DryRun, fate: o.Stored},
	}
	if o.DryRun {
		l.adder.met, l.adder.before = map[quad.Value]bool{}, map[string]string{}
	}
	go l.run()
	return l
}

// Add hands over one extraction. It returns the error of an earlier commit;
// nothing is stored after one.
func (l *Loader) Add(x schema.Extraction) error {
	select {
	case <-l.done:
		return l.err
	case l.queue <- x:
		return nil
	}
}

// Close commits what waits and returns what the load did, and why it ended early.
func (l *Loader) Close() (AddResult, error) {
	close(l.queue)
	<-l.done
	return l.total, l.err
}

// Stored is how many articles are on the disk, or were found there. It may be
// asked at any time.
func (l *Loader) Stored() int { return int(l.stored.Load()) }

func (l *Loader) run() {
	defer close(l.done)
	var group []schema.Extraction
	var next *schema.Extraction
	for more := true; more; {
		if group, next, more = l.gather(next); len(group) == 0 {
			continue
		}
		result, err := l.adder.add(l.ctx, l.store, group)
		if err != nil {
			l.err = err
			return
		}
		l.total = l.total.Plus(result)
		l.stored.Add(int64(len(group)))
	}
}

// gather collects a group: until it is full, its first article has waited long
// enough, no more come, or one comes that is in it already, which is returned
// as the first of the next group. While it waits it lets readers in.
func (l *Loader) gather(first *schema.Extraction) (group []schema.Extraction, next *schema.Extraction, more bool) {
	tick := time.NewTicker(min(yieldEvery, l.Every))
	defer tick.Stop()
	since, in := time.Now(), map[string]bool{}
	take := func(x schema.Extraction) {
		group = append(group, x)
		in[x.Article.ID] = true
	}
	if first != nil {
		take(*first)
	}
	for len(group) < l.Group {
		select {
		case x, open := <-l.queue:
			switch {
			case !open:
				return group, nil, false
			case in[x.Article.ID]:
				return group, &x, true
			case len(group) == 0:
				since = time.Now()
			}
			take(x)
		case now := <-tick.C:
			if len(group) > 0 && now.Sub(since) >= l.Every {
				return group, nil, true
			}
			l.store.quads.Yield()
		}
	}
	return group, nil, true
}
