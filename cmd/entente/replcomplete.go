package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entente-kg/entente/graph"
)

// completeQuery completes what stands before the cursor: inside quotation
// marks a predicate or a name of the graph, behind a dot a method, at the
// beginning of a line a command, elsewhere a helper.
func completeQuery(names func(prefix string) []string, line string, at int) (head string, words []string, tail string) {
	typed, tail := line[:at], line[at:]
	if start := openQuote(typed); start >= 0 {
		return typed[:start], quoted(names, typed[start:]), tail
	}
	start := strings.LastIndexFunc(typed, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) + 1
	word := typed[start:]
	switch {
	case start == 1 && typed[0] == '.':
		return "", beginning(replCommands(), "."+word), tail
	case start > 0 && typed[start-1] == '.':
		return typed[:start], beginning(graph.Methods(), word), tail
	case word != "":
		return typed[:start], beginning(helperNames(), word), tail
	}
	return typed, nil, tail
}

// openQuote returns where the text of a string that is not closed begins, -1
// when the cursor is in none.
func openQuote(typed string) int {
	start, quote := -1, rune(0)
	for i, r := range typed {
		switch {
		case quote == 0 && (r == '"' || r == '\''):
			quote, start = r, i+1
		case quote == r:
			quote, start = 0, -1
		}
	}
	return start
}

// quoted lists the predicates and names that go on from what was typed.
func quoted(names func(prefix string) []string, typed string) []string {
	words := beginning(graph.Predicates(), typed)
	if typed == "" {
		return words
	}
	return append(words, names(typed)...)
}

func beginning(words []string, with string) (found []string) {
	for _, w := range words {
		if len(w) >= len(with) && strings.EqualFold(w[:len(with)], with) {
			found = append(found, w)
		}
	}
	return found
}

// replCommands lists the commands of the repl as its help does.
func replCommands() (commands []string) {
	for line := range strings.Lines(replHelp) {
		if word, _, _ := strings.Cut(line, " "); strings.HasPrefix(word, ".") {
			commands = append(commands, word)
		}
	}
	return commands
}

// helperNames lists the functions of the helper library.
func helperNames() (names []string) {
	for line := range strings.Lines(graph.Helpers()) {
		if rest, ok := strings.CutPrefix(line, "function "); ok {
			name, _, _ := strings.Cut(rest, "(")
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// helperDoc is the comment above a helper.
func helperDoc(name string) string {
	var doc strings.Builder
	for line := range strings.Lines(graph.Helpers()) {
		switch {
		case strings.HasPrefix(line, "// "):
			doc.WriteString(strings.TrimPrefix(line, "// "))
		case strings.HasPrefix(line, "function "+name+"("):
			return doc.String()
		case strings.HasPrefix(line, "function "): // several share a comment
		case strings.TrimSpace(line) == "":
			doc.Reset()
		}
	}
	return "there is no helper " + name + "; .helpers lists them\n"
}
