package when

// reader reads one family of phrases at word i. next is the word after it; it
// is i when nothing was read.
type reader func(r row, i int) (p phrase, next int)

// readers lists the families, the more particular before the more general: the
// first that reads at a word wins.
func readers() []reader {
	return []reader{
		readDigits, readDate, readMonth, readPart, readSide, readDeictic, readWeekday, readEvery, readRolling,
		readUnit, readAnchored, readCounted, readSeason, readQuarter, readDecade, readYear,
	}
}

// phraseAt reads the longest phrase that starts at word i: a bound ("since"),
// a phrase, and the far end of a range ("to 5").
func (r row) phraseAt(i int) (phrase, bool) {
	lead, b := r.bound(i)
	p, next := r.simple(lead)
	if next == lead {
		return phrase{}, false
	}
	if r.is(next, "'s", "'") || !p.takesBound() {
		b = none
	}
	p.start = lead
	if b != none {
		p.start, p.bound = i, b
	}
	p.end = next
	if p.to != nil && lead > i && b == none {
		p.start = i
	} else {
		r.extend(&p, i)
	}
	if lead > i && b == none && p.to == nil {
		return phrase{}, false // the bound is no part of it: read again one word on
	}
	return p, true
}

func (r row) simple(i int) (phrase, int) {
	for _, read := range readers() {
		if p, next := read(r, i); next > i {
			return p, next
		}
	}
	return phrase{}, i
}

// bound reads the preposition that makes a phrase an end of the time meant.
// "From" and "between" bound nothing alone: they only open a range.
func (r row) bound(i int) (next int, b bound) {
	switch r.at(i) {
	case "since":
		return i + 1, since
	case "until", "till", "by":
		return i + 1, until
	case "before":
		return i + 1, before
	case "after":
		return i + 1, after
	case "from", "between":
		return i + 1, none
	}
	return i, none
}

// takesBound reports whether the phrase is a place in the calendar, which
// "since" or "before" can bound.
func (p phrase) takesBound() bool { return p.shape() == Date && p.form != ago && p.form != ahead }

// extend reads the far end of a range: "3 to 5 March" has been read by then,
// "March 3 to 5", "Monday and Tuesday", "from May to July 2019" are read here.
func (r row) extend(p *phrase, i int) {
	opened := r.is(i, "from", "between")
	joint := r.at(p.end)
	switch joint {
	case "to", "through", "until", "till", "-", "–", "—":
	case "and":
		if !r.is(i, "between") && p.granularity() != Day {
			return
		}
	default:
		return
	}
	if r.moved(i) && (opened || r.at(i-1) == "from") {
		return
	}
	far, next := r.far(*p, p.end+1)
	if next == p.end+1 || far.granularity() != p.granularity() || far.bound != none || far.shape() != Date {
		return
	}
	shareYear(p, &far)
	p.to, p.end = &far, next
	if opened {
		p.start = i
	}
}

// far reads the far end: a bare day of the same month, or a phrase of its own.
func (r row) far(p phrase, i int) (phrase, int) {
	if d, ok := r.monthDay(i); ok && p.form == onDate {
		if _, isMonth := r.month(i + 1); !isMonth && d > p.day {
			q := phrase{form: onDate, month: p.month, day: d, year: p.year}
			return q, r.yearAfter(&q, i+1)
		}
	}
	if y, ok := r.year(i); ok && p.form == inYear {
		return phrase{form: inYear, year: y}, i + 1
	}
	return r.simple(i)
}

// shareYear lets "March 3 to April 5, 2020" give its year to both ends.
func shareYear(p, far *phrase) {
	if p.year == 0 && far.year != 0 {
		p.year = far.year
	}
	if far.year == 0 && p.year != 0 {
		far.year = p.year
	}
}

// moved reports whether the words before i say that something was moved, so that
// "from Tuesday to Thursday" is two days and not a stretch.
func (r row) moved(i int) bool {
	for j := max(0, i-8); j < i; j++ {
		if r.is(j, "moved", "postponed", "delayed", "rescheduled", "shifted", "brought", "pushed", "extended", "move", "postpone", "delay", "reschedule") {
			return true
		}
	}
	return false
}
