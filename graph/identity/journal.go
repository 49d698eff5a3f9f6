package identity

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Verb is what a decision does.
type Verb string

// The verbs of a journal.
const (
	Merge  Verb = "merge"  // Actor is Other: one node, under Other's ID
	Split  Verb = "split"  // Actor and Other are two, whatever the rules say
	Alias  Verb = "alias"  // Actor is also called Name
	Reject Verb = "reject" // Actor is no actor: leave it out of answers
	Undo   Verb = "undo"   // decision Of no longer holds
)

// Decision is one line of a journal.
type Decision struct {
	Number int    // from 1, in the order of the file
	Verb   Verb   //
	Actor  string // actor ID
	Other  string // actor ID, for merge and split
	Name   string // for alias
	Of     int    // for undo: the number of the decision undone
	Note   string // who, when and why, as written after #
}

// String writes the decision as a line of the journal.
func (d Decision) String() string {
	s := fmt.Sprintf("%d %s", d.Number, d.Verb)
	switch d.Verb {
	case Merge, Split:
		s += " " + d.Actor + " " + d.Other
	case Alias:
		s += " " + d.Actor + " " + strconv.Quote(d.Name)
	case Reject:
		s += " " + d.Actor
	case Undo:
		s += " " + strconv.Itoa(d.Of)
	}
	if d.Note != "" {
		s += "  # " + d.Note
	}
	return s
}

// Journal is the list of decisions, oldest first.
type Journal struct{ Decisions []Decision }

// JournalError is a line that cannot be read, or a decision that cannot be made.
type JournalError struct {
	Line int // 0 for a decision that is not from a file
	Msg  string
}

func (e *JournalError) Error() string {
	if e.Line == 0 {
		return "journal: " + e.Msg
	}
	return fmt.Sprintf("journal:%d: %s", e.Line, e.Msg)
}

// ReadJournal reads a journal. Empty lines and lines that begin with # are skipped.
func ReadJournal(r io.Reader) (*Journal, error) {
	j := &Journal{}
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		text := strings.TrimSpace(sc.Text())
		if text == "" || text[0] == '#' {
			continue
		}
		d, err := parse(text)
		if err == nil {
			_, err = j.Add(d)
		}
		if err != nil {
			return nil, atLine(line, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	return j, nil
}

func atLine(line int, err error) error {
	var bad *JournalError
	if errors.As(err, &bad) {
		return &JournalError{Line: line, Msg: bad.Msg}
	}
	return &JournalError{Line: line, Msg: err.Error()}
}

func parse(text string) (d Decision, err error) {
	body, note, _ := strings.Cut(text, "  # ")
	d.Note = strings.TrimSpace(note)
	number, rest, _ := strings.Cut(strings.TrimSpace(body), " ")
	if d.Number, err = strconv.Atoi(number); err != nil {
		return d, fmt.Errorf("%q is no number: a line is NUMBER VERB ACTOR …, as in: 3 merge actor:lind-nrd actor:hanna-lind", number)
	}
	verb, args, _ := strings.Cut(strings.TrimSpace(rest), " ")
	d.Verb, args = Verb(verb), strings.TrimSpace(args)
	return d, d.arguments(args)
}

func (d *Decision) arguments(args string) (err error) {
	switch d.Verb {
	case Merge, Split:
		d.Actor, d.Other, _ = strings.Cut(args, " ")
		d.Other = strings.TrimSpace(d.Other)
	case Alias:
		quoted := ""
		d.Actor, quoted, _ = strings.Cut(args, " ")
		if d.Name, err = strconv.Unquote(strings.TrimSpace(quoted)); err != nil {
			return fmt.Errorf("alias: %s is not a name in double quotes", quoted)
		}
	case Reject:
		d.Actor = args
	case Undo:
		if d.Of, err = strconv.Atoi(args); err != nil {
			return fmt.Errorf("undo: %q is no number of a decision", args)
		}
	default:
		return fmt.Errorf("unknown verb %q: merge, split, alias, reject or undo", d.Verb)
	}
	return nil
}

// Add appends a decision. Number 0 takes the next free one; another must be
// the next one or higher, so that numbers in notes and mails keep their meaning.
func (j *Journal) Add(d Decision) (Decision, error) {
	next := 1
	if n := len(j.Decisions); n > 0 {
		next = j.Decisions[n-1].Number + 1
	}
	if d.Number == 0 {
		d.Number = next
	}
	if d.Number < next {
		return d, &JournalError{Msg: fmt.Sprintf("decision %d stands after %d: numbers must rise", d.Number, next-1)}
	}
	if msg := j.refuses(d); msg != "" {
		return d, &JournalError{Msg: msg}
	}
	d.Note = strings.Join(strings.Fields(d.Note), " ")
	j.Decisions = append(j.Decisions, d)
	return d, nil
}

// refuses says why a decision cannot be made, or "".
func (j *Journal) refuses(d Decision) string {
	switch d.Verb {
	case Merge, Split:
		if d.Actor == d.Other {
			return fmt.Sprintf("%s: %s with itself", d.Verb, d.Actor)
		}
		for _, id := range [...]string{d.Actor, d.Other} {
			if !actorID(id) {
				return fmt.Sprintf("%s: %q is no actor ID such as actor:hanna-lind", d.Verb, id)
			}
		}
	case Alias, Reject:
		if !actorID(d.Actor) {
			return fmt.Sprintf("%s: %q is no actor ID such as actor:hanna-lind", d.Verb, d.Actor)
		}
		if d.Verb == Alias && strings.TrimSpace(d.Name) == "" {
			return "alias: the name is empty"
		}
	case Undo:
		if !slices.ContainsFunc(j.Decisions, func(x Decision) bool { return x.Number == d.Of }) {
			return fmt.Sprintf("undo: there is no decision %d", d.Of)
		}
	default:
		return fmt.Sprintf("unknown verb %q", d.Verb)
	}
	return ""
}

func actorID(id string) bool {
	kind, slug, ok := strings.Cut(id, ":")
	return ok && (kind == "actor" || kind == "place") && slug != "" && !strings.ContainsAny(slug, " \t\"<>")
}

// Standing lists the decisions that hold: not undone, or whose undoing was undone.
func (j *Journal) Standing() []Decision {
	off := map[int]bool{}
	for _, d := range slices.Backward(j.Decisions) {
		if d.Verb == Undo && !off[d.Number] {
			off[d.Of] = true
		}
	}
	var out []Decision
	for _, d := range j.Decisions {
		if d.Verb != Undo && !off[d.Number] {
			out = append(out, d)
		}
	}
	return out
}

// WriteTo writes the journal as text that ReadJournal reads back.
func (j *Journal) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	b.WriteString("# Decisions about actors. One a line: NUMBER VERB ACTOR …  # who, when, why\n")
	for _, d := range j.Decisions {
		b.WriteString(d.String())
		b.WriteByte('\n')
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}
