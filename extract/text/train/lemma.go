package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/extract/text/conllu"
)

// An ending becomes a key of the lemma table when this many word types have it
// and this share of them agree on the rule.
const (
	minTypes     = 3
	minAgreement = 0.6
)

// wordForm is a word type of one tag.
type wordForm struct{ tag, form string }

// learnLemmas writes the lemma table learnt from the training files of a treebank folder.
func learnLemmas(w io.Writer, treebank, out string) error {
	paths, err := filepath.Glob(filepath.Join(treebank, "*-train.conllu*"))
	if err != nil || len(paths) == 0 {
		return fmt.Errorf("no *-train.conllu in %s: name the folder of the treebanks with -treebank", treebank)
	}
	counts := map[wordForm]map[string]int{}
	for _, path := range paths {
		sents, err := conllu.ReadFile(path)
		if err != nil {
			return err
		}
		countLemmas(counts, sents)
	}
	words := majority(counts)
	inflections(words)
	rules := lemmaRules(words)
	if err := writeLemmas(out, paths, rules); err != nil {
		return err
	}
	fmt.Fprintf(w, "lemmas: %d word types, %d keys → %s\n", len(words), len(rules), out)
	return nil
}

func countLemmas(counts map[wordForm]map[string]int, sents []conllu.Sentence) {
	for _, s := range sents {
		for _, word := range s.Words {
			form, lemma := text.Normal(word.Form), text.Normal(word.Lemma)
			if lemma == "_" || strings.ContainsAny(form, " \t") {
				continue
			}
			key := wordForm{word.XPOS, strings.ToLower(form)}
			if counts[key] == nil {
				counts[key] = map[string]int{}
			}
			if !strings.HasPrefix(word.XPOS, "NNP") {
				lemma = strings.ToLower(lemma)
			}
			counts[key][lemma]++
		}
	}
}

// majority returns the rule that gives each word type its most frequent lemma.
func majority(counts map[wordForm]map[string]int) map[wordForm]text.LemmaRule {
	rules := map[wordForm]text.LemmaRule{}
	for word, lemmas := range counts {
		best := ""
		for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
			if lemmas[lemma] > lemmas[best] {
				best = lemma
			}
		}
		rules[word] = text.RuleFor(word.form, best)
	}
	return rules
}

// lemmaRules keeps, from the shortest ending to the whole word, the keys that
// say something else than the shorter ones.
func lemmaRules(words map[wordForm]text.LemmaRule) map[string]text.LemmaRule {
	votes := map[string]map[text.LemmaRule]int{}
	for word, rule := range words {
		for n := 0; n <= min(text.MaxEnding, len(word.form)-1); n++ {
			key := word.tag + " " + word.form[len(word.form)-n:]
			if votes[key] == nil {
				votes[key] = map[text.LemmaRule]int{}
			}
			votes[key][rule]++
		}
	}
	table := map[string]text.LemmaRule{}
	for _, key := range byLength(votes) {
		rule, n, all := winner(votes[key])
		if n < minTypes || float64(n) < minAgreement*float64(all) || shorter(table, key) == rule {
			continue
		}
		table[key] = rule
	}
	for _, word := range slices.SortedFunc(maps.Keys(words), compareForms) {
		if inherited := shorter(table, word.tag+" ^"+word.form); inherited != words[word] {
			table[word.tag+" ^"+word.form] = words[word]
		}
	}
	return table
}

func compareForms(a, b wordForm) int {
	return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.form, b.form))
}

func byLength(votes map[string]map[text.LemmaRule]int) []string {
	return slices.SortedFunc(maps.Keys(votes), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
}

// winner returns the rule with most votes, its votes and all votes.
func winner(votes map[text.LemmaRule]int) (best text.LemmaRule, n, all int) {
	for rule, votes := range votes {
		all += votes
		if votes > n || votes == n && compareRules(rule, best) < 0 {
			best, n = rule, votes
		}
	}
	return best, n, all
}

func compareRules(a, b text.LemmaRule) int {
	return cmp.Or(cmp.Compare(a.Cut, b.Cut), cmp.Compare(a.Append, b.Append))
}

// shorter returns the rule of the longest key shorter than key.
func shorter(table map[string]text.LemmaRule, key string) text.LemmaRule {
	tag, ending, _ := strings.Cut(key, " ")
	whole := strings.TrimPrefix(ending, "^")
	n := min(text.MaxEnding, len(whole))
	if whole == ending {
		n = len(ending) - 1
	}
	for ; n >= 0; n-- {
		if rule, ok := table[tag+" "+whole[len(whole)-n:]]; ok {
			return rule
		}
	}
	return text.LemmaRule{}
}

// writeLemmas writes the table, sorted, so that the same data give the same bytes.
func writeLemmas(out string, paths []string, rules map[string]text.LemmaRule) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	fmt.Fprintln(z, "# Learnt by extract/text/train from UD English EWT and GUM. CC BY-SA 4.0, see LICENSE-WEIGHTS and NOTICE.")
	for _, key := range slices.Sorted(maps.Keys(rules)) {
		fmt.Fprintf(z, "%s\t%d\t%s\n", key, rules[key].Cut, rules[key].Append)
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// evalLemmas reports how many words of a treebank get their lemma by their annotated tag.
func evalLemmas(w io.Writer, path string, verbose bool) error {
	sents, err := conllu.ReadFile(path)
	if err != nil {
		return err
	}
	words, right := 0, 0
	l := text.Lemmas()
	for _, s := range sents {
		for _, word := range s.Words {
			got := l.Lemma(text.Normal(word.Form), word.XPOS)
			words++
			if strings.EqualFold(got, text.Normal(word.Lemma)) {
				right++
			} else if verbose {
				fmt.Fprintf(w, "%s %s: got %s, want %s\n", word.XPOS, word.Form, got, word.Lemma)
			}
		}
	}
	fmt.Fprintf(w, "LEMMAgoldtags=%.2f of %d words\n", 100*float64(right)/float64(words), words)
	return nil
}
