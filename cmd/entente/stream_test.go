package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	streamed = flag.Int("articles", 300, "articles that TestStream sends through a command")
	through  = flag.String("through", "extract --dry-run", "the command that TestStream sends them through")
)

// TestStream sends made-up JSONL articles of 2 kB through a command, as a pipe
// would, and looks at the memory it takes as they pass: the second half of them
// must not take more than the first. A million articles are two gigabytes:
//
//	go test ./cmd/entente -run TestStream -v -timeout 0 -articles 1000000 -through 'articles check'
func TestStream(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if deadline, limited := t.Deadline(); limited { // -timeout says how long a million may take
		ctx, cancel = context.WithDeadline(ctx, deadline.Add(-10*time.Second))
		defer cancel()
	}
	command := exec.CommandContext(ctx, "entente", append(strings.Fields(*through), "-")...)
	var talk strings.Builder
	command.Stderr = &talk
	pipe, err := command.StdinPipe()
	must(t, err)
	must(t, command.Start())
	began := time.Now()
	var early, late int
	written, err := writeArticles(pipe, *streamed, func(n int) {
		late = max(late, mebibytesOf(command.Process.Pid, "VmRSS:"))
		if n <= *streamed/2 {
			early, late = late, 0
		}
		t.Logf("%9d articles  %5d s  %4d MiB", n, int(time.Since(began).Seconds()), mebibytesOf(command.Process.Pid, "VmRSS:"))
	})
	must(t, err)
	must(t, pipe.Close())
	must(t, command.Wait())
	t.Logf("%d MB in %s: %s", written/1e6, time.Since(began).Round(time.Second), talk.String())
	if !strings.Contains(talk.String(), count(*streamed, "article")) {
		t.Errorf("%s", talk.String())
	}
	if late > early+early/4+32 {
		t.Errorf("%d MiB for the first half of the articles, %d MiB for the second", early, late)
	}
}

// writeArticles writes n articles and calls seen twenty times on the way.
func writeArticles(to io.Writer, n int, seen func(n int)) (written int, err error) {
	w := bufio.NewWriterSize(to, 64<<10)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprintf("made-%d", i), "title": "Talks number " + strconv.Itoa(i), "published": time.Date(2010+i%12, time.Month(1+i%12), 1+i%28, 0, 0, 0, 0, time.UTC).Format(time.DateOnly),
			"publisher": "Paper " + strconv.Itoa(i%300), "text": madeText(r, i),
		})
		if err != nil {
			return written, err
		}
		wrote, err := w.Write(append(line, '\n'))
		if written += wrote; err != nil {
			return written, err
		}
		if (i+1)%max(n/20, 1) == 0 {
			seen(i + 1)
		}
	}
	return written, w.Flush()
}

// madeText is a text of some 1,800 bytes, unlike that of another number.
func madeText(r *rand.Rand, number int) string {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	who := func() string {
		return pick("Foreign Minister Hanna Lind", "Sergey Lavrov", "Angela Merkel", "President Maria Duarte", "John Kerry", "Ambassador Tom Reyl", "Xi Jinping", "the Norwegian government", "Secretary of State Antony Blinken")
	}
	place := func() string { return pick("Lima", "Oslo", "Geneva", "Vienna", "Quito", "Accra", "Hanoi", "Minsk") }
	var b strings.Builder
	for b.Len() < 1800 {
		fmt.Fprintf(&b, "%s %s %s in %s on %s to talk about item %d of list %d. ", who(), pick("met", "visited", "called", "received"), who(), place(), pick("Monday", "Tuesday", "Friday"), r.IntN(1000), number)
		fmt.Fprintf(&b, "The %s of the %s, which %d people %s, went on for %d hours, a spokesman said.\n\n", pick("talks", "march", "hearing"), pick("union", "council", "commission"), r.IntN(900)+10, pick("attended", "watched", "opposed"), r.IntN(9)+2)
		fmt.Fprintf(&b, "%s %s %s over the %s of ship %d. ", who(), pick("criticized", "thanked", "warned", "praised"), who(), pick("seizure", "loss", "sale"), r.IntN(10_000))
	}
	return b.String()
}

// mebibytesOf reads what /proc says of the memory of a process, 0 where that
// cannot be told.
func mebibytesOf(pid int, what string) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), what)
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kib, _ := strconv.Atoi(fields[0])
	return kib >> 10
}
