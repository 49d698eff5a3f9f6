package when

import "github.com/entente-kg/entente/extract/text"

// Expression is one phrase of a sentence that says when, or how long.
type Expression struct {
	First, Last int         // token range [First, Last)
	From, To    string      // first and last day, 2022-01-18, inclusive; "" where open
	Granularity Granularity // how exact the phrase is: "last week" is a week
	Shape       Shape
	Direction   Direction // where the governing verb looks; Unknown when the phrase needs no help
	Cue         string    // the words that decided Direction: "will"
}

// Granularity is the unit a phrase speaks in.
type Granularity string

// The granularities, fine to coarse.
const (
	Hour    Granularity = "hour"
	Day     Granularity = "day"
	Week    Granularity = "week"
	Weekend Granularity = "weekend"
	Month   Granularity = "month"
	Quarter Granularity = "quarter"
	Season  Granularity = "season"
	Year    Granularity = "year"
	Decade  Granularity = "decade"
	Century Granularity = "century"
)

// Shape says what kind of time a phrase gives.
type Shape string

// The shapes. Only a Date can have From and To.
const (
	Date      Shape = "date"      // a day or a stretch of days in the calendar
	Duration  Shape = "duration"  // a length: "two days of talks"
	Recurring Shape = "recurring" // "every Tuesday"
	Offset    Shape = "offset"    // counted from another event: "a few hours before"
)

// Direction is where a verb looks from the day of publication.
type Direction string

// The directions.
const (
	Unknown Direction = ""
	Past    Direction = "past"
	Future  Direction = "future"
)

// Open reports whether the expression gives no day at all.
func (e Expression) Open() bool { return e.From == "" && e.To == "" }

// Head returns the token of the phrase that carries it in the tree: the first
// whose governor lies outside. In an unparsed sentence it is the last token.
func (e Expression) Head(s *text.Sentence) int {
	for i := e.First; s.Parsed && i < e.Last; i++ {
		if h := s.Tokens[i].Head; h < e.First || h >= e.Last {
			if !functional(s.Tokens[i].Rel) {
				return i
			}
		}
	}
	return e.Last - 1
}

// functional reports whether a relation marks a word that carries no content:
// such a word heads a phrase only when the parser erred.
func functional(rel string) bool {
	return rel == "case" || rel == "det" || rel == "punct" || rel == "mark"
}

// Options tune Read.
type Options struct {
	// Anchor is the day the text spoke of last, 2022-01-18. "The next day" and
	// "a week later" count from it; without one they stay open.
	Anchor string
}

// Read returns every time expression of s in order, none overlapping. published
// is the day of publication as 2022-01-18, or "" when it is not known; a longer
// timestamp is cut to its day.
func Read(s *text.Sentence, published string, opts Options) []Expression {
	row := wordsOf(s)
	cal := calendarOf(published, opts.Anchor)
	var found []Expression
	for i := 0; i < len(row); {
		p, ok := row.phraseAt(i)
		if !ok {
			i++
			continue
		}
		found = append(found, express(s, row, p, cal))
		i = p.end
	}
	return found
}

// express resolves one phrase.
func express(s *text.Sentence, row row, p phrase, cal calendar) Expression {
	e := Expression{
		First:       row[p.start].token,
		Last:        row[p.end-1].token + 1,
		Granularity: p.granularity(),
		Shape:       p.shape(),
	}
	if p.looksBothWays() {
		e.Direction, e.Cue = lookingFrom(s, e)
		p.settle(e.Direction)
		e.Shape = p.shape()
	}
	if iv, ok := cal.resolve(p, e.Direction); ok && e.Shape == Date {
		e.From, e.To = iv.days()
	}
	return e
}
