package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkLoadMemory loads many short articles and says how much memory the
// program holds meanwhile: at most, and on average in each quarter of the time.
// The pages of the store that the system keeps are its own and not counted, but
// in what is resident at most, which is last.
//
//	go test ./cmd/entente -run XXX -bench LoadMemory/bolt -benchtime 1x -articles 20000 -timeout 1h
func BenchmarkLoadMemory(b *testing.B) {
	for kind, store := range map[string]string{"bolt": "s.db", "pebble": "pebble:s.pebble"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				loadWatched(b, store)
			}
		})
	}
}

func loadWatched(b *testing.B, store string) {
	dir := b.TempDir()
	writeExcerpts(b, filepath.Join(dir, "news.jsonl"), *streamed)
	load := exec.Command("entente", "load", "--store", store, "news.jsonl")
	load.Dir = dir
	began := time.Now()
	if err := load.Start(); err != nil {
		b.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- load.Wait() }()
	samples := memoryOf(load.Process.Pid, done)
	b.ReportMetric(float64(*streamed)/time.Since(began).Seconds(), "articles/s")
	for quarter := range 4 {
		part := samples[quarter*len(samples)/4 : (quarter+1)*len(samples)/4]
		sum, most := 0, 0
		for _, mb := range part {
			sum, most = sum+mb, max(most, mb)
		}
		b.ReportMetric(float64(sum)/float64(max(1, len(part))), fmt.Sprintf("MB-quarter-%d", quarter+1))
		b.ReportMetric(float64(most), fmt.Sprintf("MB-most-%d", quarter+1))
	}
	if most, known := mostMemory(load.ProcessState); known {
		b.ReportMetric(float64(most), "MB-resident")
	}
}

// memoryOf samples the anonymous memory of a process in megabytes until it ends.
func memoryOf(pid int, done <-chan error) (samples []int) {
	for {
		select {
		case <-done:
			return samples
		case <-time.After(50 * time.Millisecond):
		}
		if mb := mebibytesOf(pid, "RssAnon:"); mb > 0 {
			samples = append(samples, mb)
		}
	}
}

// writeExcerpts makes n articles of a paragraph each out of those of the
// examples; no two are the same.
func writeExcerpts(b *testing.B, path string, n int) {
	files, err := filepath.Glob("../../examples/articles/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no examples", err)
	}
	var paragraphs []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range strings.Split(string(text), "\n\n") {
			if len(p) > 120 {
				paragraphs = append(paragraphs, p)
			}
		}
	}
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	out := json.NewEncoder(f)
	for i := range n {
		text := fmt.Sprintf("%s\n\nThis is number %d.", paragraphs[i%len(paragraphs)], i)
		day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%1000).Format(time.DateOnly)
		record := map[string]string{"id": fmt.Sprint("article-", i), "published": day, "text": text}
		if err := out.Encode(record); err != nil {
			b.Fatal(err)
		}
	}
}
