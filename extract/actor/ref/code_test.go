package ref

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// readCases reads lines of "input ### expected".
func readCases(t *testing.T, file string) [][2]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases [][2]string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		in, want, ok := strings.Cut(scan.Text(), "###")
		if ok && !strings.HasPrefix(scan.Text(), "# ") {
			cases = append(cases, [2]string{strings.TrimSpace(in), strings.TrimSpace(want)})
		}
	}
	return cases
}

func TestCode(t *testing.T) {
	for _, c := range readCases(t, "testdata/code.txt") {
		in, context, _ := strings.Cut(c[0], " | ")
		phrase, date, _ := strings.Cut(in, " @ ")
		got := Load().Code(phrase, context, date)
		show := orDash(got.Country) + " " + orDash(strings.Join(got.Sectors, " "))
		if got.Actor != "" && strings.Contains(c[1], "actor:") || got.Actor != "" && !strings.HasPrefix(c[1], got.Country) {
			show += " " + got.Actor
		}
		if show != c[1] {
			t.Errorf("%s ### %s, want %s\n\twhy: %s", c[0], show, c[1], got.Why)
		}
		if got.Why == "" {
			t.Errorf("%s: says no why", c[0])
		}
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
