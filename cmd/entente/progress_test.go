package main

import (
	"testing"
	"time"
)

// The rate is that of the last minute, and so is the guess of the time left: a
// resumed load skips fast and reads slowly.
func TestProgressLine(t *testing.T) {
	began := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	m := &meter{past: []sample{{at: began}}}
	for _, c := range []struct {
		second            int
		articles, skipped int
		done, total       int64
		want              string
	}{
		{0, 1, 0, 0, 0, "1 article, 1 event"},
		{1, 50, 0, 1000, 0, "50 articles, 50 events, 50 articles/s"},
		{2, 100, 0, 2000, 4000, "100 articles, 100 events, 50 articles/s, 2s left"},
		{10, 500, 500, 2000, 122000, "500 articles (and 500 skipped), 500 events, 100 articles/s, 10m0s left"},
		{11, 510, 500, 122000, 122000, "510 articles (and 500 skipped), 510 events, 92 articles/s"},
	} {
		m.articles, m.skipped, m.events = c.articles, c.skipped, c.articles
		if got := m.line(began.Add(time.Duration(c.second)*time.Second), c.done, c.total); got != c.want {
			t.Errorf("second %d: %q, want %q", c.second, got, c.want)
		}
	}
	for second := 12; second < 200; second++ {
		m.line(began.Add(time.Duration(second)*time.Second), 0, 0)
	}
	if len(m.past) > window {
		t.Errorf("%d samples are kept", len(m.past))
	}
}
