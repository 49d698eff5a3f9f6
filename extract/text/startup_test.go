package text

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// BenchmarkFirstSentence starts a fresh process that parses one sentence, and
// reports how long that takes and, on Linux, how much memory the process came to hold.
func BenchmarkFirstSentence(b *testing.B) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	peak := 0
	for b.Loop() {
		cmd := exec.Command(self, "-test.run=^TestFirstSentence$")
		cmd.Env = append(os.Environ(), "ENTENTE_FIRST_SENTENCE=1")
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		if _, rest, ok := strings.Cut(string(out), "VmHWM:"); ok {
			var kb int
			fmt.Sscan(rest, &kb)
			peak = max(peak, kb)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/start")
	b.ReportMetric(float64(peak)/1024, "peak-MB")
}

// TestFirstSentence is the process that BenchmarkFirstSentence starts.
func TestFirstSentence(t *testing.T) {
	if os.Getenv("ENTENTE_FIRST_SENTENCE") == "" {
		t.Skip("run by BenchmarkFirstSentence")
	}
	if doc := Analyze("Envoys of Norway met Ana Kasela in Oslo."); !doc.Sentences[0].Parsed {
		t.Fatal("not parsed")
	}
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		fmt.Println(string(status))
	}
}
