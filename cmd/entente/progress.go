package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/entente-kg/entente/extract/article"
	"golang.org/x/term"
)

// meter shows on a terminal, and nowhere else, how far a reading is: articles,
// events, articles a second and, where the input is files, the time left.
type meter struct {
	mu       sync.Mutex
	terminal *os.File // nil where there is none
	bytes    article.Progress
	articles int
	skipped  int
	events   int
	shown    time.Time
	past     []sample // at most one a second, oldest first
}

// sample is how far the reading was at a time.
type sample struct {
	at       time.Time
	articles int
	bytes    int64
}

const (
	showEvery  = 200 * time.Millisecond
	window     = 60 // samples: the rate is that of the last minute
	clearLine  = "\r\x1b[K"
	widestLine = 100
)

func newMeter(w io.Writer) *meter {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &meter{terminal: f, past: []sample{{at: time.Now()}}}
	}
	return &meter{}
}

// measure begins to count what there is to read and returns what Read is to
// tell its progress to; nil where nobody looks.
func (m *meter) measure(ctx context.Context, paths []string) *article.Progress {
	if m.terminal == nil {
		return nil
	}
	go m.bytes.Measure(ctx, paths)
	return &m.bytes
}

// step counts an article that was read.
func (m *meter) step(events int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.articles++
	m.events += events
	m.show(time.Now())
}

// skip counts an article that was passed over.
func (m *meter) skip() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.skipped++
	m.show(time.Now())
}

func (m *meter) show(now time.Time) {
	if m.terminal == nil || now.Sub(m.shown) < showEvery {
		return
	}
	m.shown = now
	width := widestLine
	if columns, _, err := term.GetSize(int(m.terminal.Fd())); err == nil && columns > 0 {
		width = columns - 1
	}
	done, total := m.bytes.Bytes()
	line := []rune(m.line(now, done, total))
	fmt.Fprint(m.terminal, clearLine+string(line[:min(len(line), width)]))
}

// line says how far the reading is, done of total bytes.
func (m *meter) line(now time.Time, done, total int64) string {
	s := count(m.articles, "article")
	if m.skipped > 0 {
		s += fmt.Sprintf(" (and %d skipped)", m.skipped)
	}
	s += ", " + count(m.events, "event")
	here := sample{now, m.articles + m.skipped, done}
	first := m.past[0]
	if seconds := now.Sub(first.at).Seconds(); seconds > 0 {
		s += fmt.Sprintf(", %.0f articles/s", float64(here.articles-first.articles)/seconds)
		if read := done - first.bytes; read > 0 && total > done {
			left := time.Duration(float64(total-done) / float64(read) * seconds * float64(time.Second))
			s += fmt.Sprintf(", %s left", left.Round(time.Second))
		}
	}
	if now.Sub(m.past[len(m.past)-1].at) >= time.Second {
		m.past = append(m.past, here)
		m.past = m.past[max(0, len(m.past)-window):]
	}
	return s
}

// clear takes the line away so that a message can stand in its place.
func (m *meter) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.terminal != nil && !m.shown.IsZero() {
		fmt.Fprint(m.terminal, clearLine)
	}
}
