package when

import "time"

// phrase is a time expression as the text says it, before any day is known.
type phrase struct {
	start, end int // words [start, end)
	form       form

	year, month, day int // 0 where not said
	weekday          time.Weekday
	unit             Granularity
	n, m             int // least and most: units counted, or the ordinal of a quarter or half
	shift            int // -1 last, 0 this, +1 next
	side             side
	part             part
	bound            bound
	to               *phrase // the far end of a range
	parts            int     // for part: of how many; 2 for halves, else thirds
}

// form says how a phrase is resolved.
type form int

const (
	onDate      form = iota // year?, month, day
	inMonth                 // year?, month
	inYear                  // year
	inDecade                // year, the first of ten
	inSeason                // year?, month the season begins, or shift
	inQuarter               // year?, n
	onWeekday               // weekday; strictly by shift when not 0
	ofWeek                  // weekday of the week shifted
	fromToday               // n days after publication
	inUnit                  // the unit shifted from the one of publication: "last week"
	ago                     // n to m units before publication
	ahead                   // n to m units after publication: "in three days"
	lately                  // the n units up to publication: "the past three days"
	shortly                 // the n units from publication: "the next ten days"
	fromAnchor              // n units after the day spoken of last: "the next day", "a week earlier"
	weekendNear             // "over the weekend"
	lasting                 // a duration
	recurring
	offset // from another event
)

// side narrows a unit to what lies before or after the day of publication.
type side int

const (
	whole side = iota
	earlier
	later
)

// part is a piece of a longer stretch: the first, second or third third (or half).
type part int

const (
	all part = iota
	early
	mid
	late
	week // the first to fourth, or the last, by the number of parts
)

// bound says that a phrase is one end of the time meant.
type bound int

const (
	none bound = iota
	since
	until
	before
	after
)

// shape says what kind of time the phrase gives.
func (p phrase) shape() Shape {
	switch p.form {
	case lasting:
		return Duration
	case recurring:
		return Recurring
	case offset:
		return Offset
	}
	return Date
}

// granularity is the unit the phrase speaks in, the coarser of a range's two.
func (p phrase) granularity() Granularity {
	if p.part == week {
		return Week
	}
	switch p.form {
	case onDate, onWeekday, ofWeek, fromToday:
		return Day
	case inMonth:
		return Month
	case inYear:
		return Year
	case inDecade:
		return Decade
	case inSeason:
		return Season
	case inQuarter:
		return Quarter
	case weekendNear:
		return Weekend
	}
	return p.unit
}

// looksBothWays reports whether the phrase needs a direction to be resolved.
func (p phrase) looksBothWays() bool {
	switch p.form {
	case onDate, inMonth, inSeason, inQuarter:
		return p.year == 0 && p.shift == 0
	case onWeekday, weekendNear:
		return p.shift == 0
	case inUnit:
		return p.shift == 0 && p.side == whole
	case ahead:
		return true
	}
	return false
}

// settle turns "in three days" into a duration when the verb looks back: "fell
// in three days".
func (p *phrase) settle(d Direction) {
	if p.form == ahead && d != Future {
		p.form = lasting
	}
}
