package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// meter shows how many articles are done, on a terminal only.
type meter struct{ bar *progressbar.ProgressBar }

func newMeter(w io.Writer) *meter {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return &meter{}
	}
	return &meter{progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription("reading articles"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("articles"),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)}
}

// step cannot fail in a way that matters: the line is decoration.
func (m *meter) step() {
	if m.bar != nil {
		_ = m.bar.Add(1)
	}
}

// clear takes the line away so that a message can stand in its place.
func (m *meter) clear() {
	if m.bar != nil {
		_ = m.bar.Clear()
	}
}
