package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/event"
)

// A verb block of a PETRARCH dictionary begins with "--- NAME [CODE] ---"; each
// verb of it has a line of its own, with a code where it is not the block's.
var (
	blockLine = regexp.MustCompile(`^---\s+\S+\s+\[([^\]]*)\]`)
	verbLine  = regexp.MustCompile(`^([A-Z][A-Z_+-]*)(?:[ \t].*?\[([^\]]*)\])?`)
)

// compareVerbs prints, by CAMEO root, how many verbs of a dictionary in the
// format of PETRARCH start a rule, and which do not.
func compareVerbs(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("reading the verb dictionary: %w", err)
	}
	defer f.Close()
	verbs, err := codedVerbs(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	read, err := ruleVerbs()
	if err != nil {
		return err
	}
	all, found := 0, 0
	for _, root := range slices.Sorted(maps.Keys(verbs)) {
		list := slices.Compact(slices.Sorted(slices.Values(verbs[root])))
		missed := slices.DeleteFunc(slices.Clone(list), func(v string) bool { return read[v] })
		all, found = all+len(list), found+len(list)-len(missed)
		if _, err := fmt.Fprintf(w, "%s  %d of %d; not %s\n", root, len(list)-len(missed), len(list), strings.Join(missed, ", ")); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(w, "all %d of %d\n", found, all)
	return err
}

// codedVerbs are the verbs of a dictionary by the CAMEO root they have when nothing
// else is known of the sentence: those for statements (01) and without a code are left out.
func codedVerbs(r io.Reader) (map[string][]string, error) {
	verbs := map[string][]string{}
	block := ""
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		line, _, _ := strings.Cut(sc.Text(), "#")
		if m := blockLine.FindStringSubmatch(line); m != nil {
			block = m[1]
			continue
		}
		m := verbLine.FindStringSubmatch(line)
		if m == nil || block == "" {
			continue
		}
		code := m[2]
		if code == "" {
			code = block
		}
		if len(code) >= 2 && code[:2] > "01" && code[:2] <= "20" {
			first, _, _ := strings.Cut(strings.ToLower(strings.Trim(m[1], "_+")), "_")
			verbs[code[:2]] = append(verbs[code[:2]], first)
		}
	}
	return verbs, sc.Err()
}

// ruleVerbs are the verbs that start a rule, alone or with a noun.
func ruleVerbs() (map[string]bool, error) {
	book, err := event.LoadRules()
	if err != nil {
		return nil, err
	}
	read := map[string]bool{}
	for _, r := range book.Rules {
		for _, v := range r.Verbs {
			first, _, _ := strings.Cut(v, " ")
			read[first] = true
		}
		for _, p := range r.Phrases {
			first, _, _ := strings.Cut(p, " ")
			for v := range strings.SplitSeq(first, "|") {
				read[v] = true
			}
		}
	}
	return read, nil
}
