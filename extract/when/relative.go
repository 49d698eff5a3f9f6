package when

import "slices"

// shiftOf reads the words that move a unit: last −1, this 0, next +1.
func shiftOf(w string) (int, bool) {
	switch w {
	case "last", "past", "previous":
		return -1, true
	case "this":
		return 0, true
	case "next", "coming", "following":
		return 1, true
	}
	return 0, false
}

// readPart reads "early March", "mid-2019", "the end of last year", "the second
// half of 2021", "the start of the week".
func readPart(r row, start int) (phrase, int) {
	i := r.skip(start, "the", "very")
	i = r.skip(i, "very")
	pt, parts, i := r.part(i)
	if pt == all {
		return phrase{}, start
	}
	i = r.skip(i, "the")
	for _, read := range []reader{readMonth, readUnit, readSeason, readDecade, readWhole} {
		if p, next := read(r, i); next > i && p.form != onWeekday && p.form != recurring {
			p.part, p.parts = pt, parts
			return p, next
		}
	}
	return phrase{}, start
}

// part reads the words for a piece of a stretch, up to what they are a piece of.
func (r row) part(i int) (pt part, parts, next int) {
	switch r.at(i) {
	case "early":
		return early, 3, r.skip(r.skip(i+1, "-"), "in", "on")
	case "mid":
		return mid, 3, r.skip(i+1, "-")
	case "late":
		return late, 3, r.skip(r.skip(i+1, "-"), "in", "on")
	case "start", "beginning", "outset":
		return early, 3, r.of(i)
	case "middle":
		return mid, 3, r.of(i)
	case "end", "close":
		return late, 3, r.of(i)
	}
	if r.at(i+1) == "week" && r.at(i+2) == "of" {
		if k := slices.Index([]string{"first", "second", "third", "fourth", "last"}, r.at(i)); k >= 0 {
			return week, k + 1, i + 3 // "the first week of March"
		}
	}
	if r.at(i+1) == "half" {
		switch r.at(i) {
		case "first":
			return early, 2, r.of(i + 1)
		case "second", "latter":
			return late, 2, r.of(i + 1)
		}
	}
	return all, 0, i
}

// of steps over the word at i and the "of" behind it.
func (r row) of(i int) int { return r.skip(i+1, "of") }

// readWhole reads what only a part can be of: "the year", "2019".
func readWhole(r row, i int) (phrase, int) {
	if y, ok := r.year(i); ok {
		return phrase{form: inYear, year: y}, i + 1
	}
	if u, ok := r.unit(i); ok && (u == Week || u == Month || u == Year || u == Decade) && r.at(i+1) != "of" {
		return phrase{form: inUnit, unit: u}, i + 1
	}
	return phrase{}, i
}

// readSide reads "earlier this month", "later in the year", "earlier on Tuesday".
func readSide(r row, i int) (phrase, int) {
	var sd side
	switch r.at(i) {
	case "earlier":
		sd = earlier
	case "later":
		sd = later
	default:
		return phrase{}, i
	}
	at := r.skip(r.skip(i+1, "in", "on"), "the")
	if p, next := readDeictic(r, at); next > at {
		return p, next
	}
	if p, next := readWeekday(r, at); next > at && r.at(i+1) == "on" {
		return p, next
	}
	if r.at(at) == "day" && at == i+3 {
		return phrase{form: fromToday, unit: Day}, at + 1
	}
	for _, read := range []reader{readUnit, readWhole, readMonth} {
		if p, next := read(r, at); next > at && at+2 >= next-1 {
			p.side = sd
			return p, next
		}
	}
	return phrase{}, i
}

// readDeictic reads today, tomorrow, "last night", "the day before yesterday", "this morning".
func readDeictic(r row, start int) (phrase, int) {
	i := r.skip(start, "the")
	if r.at(i) == "day" && r.is(i+1, "before", "after") && r.is(i+2, "yesterday", "tomorrow") {
		n := -2
		if r.at(i+2) == "tomorrow" {
			n = 2
		}
		return phrase{form: fromToday, n: n}, i + 3
	}
	i = start
	switch r.at(i) {
	case "today", "tonight", "overnight":
		return phrase{form: fromToday}, r.partOfDay(i + 1)
	case "yesterday":
		return phrase{form: fromToday, n: -1}, r.partOfDay(i + 1)
	case "tomorrow":
		return phrase{form: fromToday, n: 1}, r.partOfDay(i + 1)
	case "this":
		if r.is(i+1, "morning", "afternoon", "evening") {
			return phrase{form: fromToday}, i + 2
		}
	case "last":
		if r.is(i+1, "night", "evening") {
			return phrase{form: fromToday, n: -1}, i + 2
		}
	}
	return phrase{}, start
}

// partOfDay steps over "morning", "night" and their like.
func (r row) partOfDay(i int) int {
	i = r.skip(i, "early", "late")
	return r.skip(i, "morning", "afternoon", "evening", "night", "midnight", "noon", "lunchtime")
}

// readWeekday reads "Tuesday", "next Tuesday", "this coming Tuesday evening",
// "Tuesday of last week", "late on Tuesday" being left to the row.
func readWeekday(r row, start int) (phrase, int) {
	i, shift := r.shift(start)
	d, ok := r.weekday(i)
	if !ok {
		return phrase{}, start
	}
	p := phrase{form: onWeekday, weekday: d, shift: shift}
	next := r.partOfDay(i + 1)
	at := r.skip(next, "of")
	if s, found := shiftOf(r.at(at)); found && r.at(at+1) == "week" && shift == 0 {
		p.form, p.shift = ofWeek, s
		return p, at + 2
	}
	return p, next
}

// shift reads "last", "this past", "the coming" before a weekday. "This" alone
// moves nothing.
func (r row) shift(start int) (i, shift int) {
	i = r.skip(start, "the")
	if r.at(i) == "this" && r.is(i+1, "past", "coming") {
		i++
	}
	s, ok := shiftOf(r.at(i))
	if !ok {
		return start, 0
	}
	return i + 1, s
}

// readEvery reads "every Tuesday", "each year", "on Tuesdays".
func readEvery(r row, i int) (phrase, int) {
	if r.weekdays(i) {
		return phrase{form: recurring, unit: Week}, i + 1
	}
	if !r.is(i, "every", "each") {
		return phrase{}, i
	}
	if _, ok := r.weekday(i + 1); ok {
		return phrase{form: recurring, unit: Week}, i + 2
	}
	if u, ok := r.unit(i + 1); ok {
		return phrase{form: recurring, unit: u}, i + 2
	}
	if _, _, next, ok := r.count(i + 1); ok {
		if u, found := r.unit(next); found {
			return phrase{form: recurring, unit: u}, next + 1
		}
	}
	return phrase{}, i
}

// readUnit reads "last week", "this year", "next month", "this weekend", "over
// the weekend".
func readUnit(r row, start int) (phrase, int) {
	if r.at(start) == "the" && r.at(start+1) == "weekend" && r.is(start-1, "over", "at", "on", "during") {
		return phrase{form: weekendNear, unit: Weekend}, start + 2
	}
	i := r.skip(start, "the")
	s, ok := shiftOf(r.at(i))
	u, found := r.unit(i + 1)
	if !ok || !found || u == Hour || u == Day || r.plural(i+1) {
		return phrase{}, start
	}
	p := phrase{form: inUnit, unit: u, shift: s, n: r.perFortnight(i + 1)}
	switch {
	case r.is(i, "following", "previous") && i > start:
		p = phrase{form: fromAnchor, unit: u, n: s, m: s}
	case r.is(i, "following"):
		return phrase{}, start
	case i > start && r.is(i, "past", "last"):
		p = phrase{form: lately, unit: u, n: p.n, m: p.n}
	case i > start || r.is(i, "past", "coming"):
		p = rolling(s, u, p.n)
	case u == Weekend && s == 0:
		p.form = weekendNear
	}
	return p, i + 2
}

func (r row) plural(i int) bool { w := r.at(i); return w != "" && w[len(w)-1] == 's' }

// rolling is the n units up to or from today.
func rolling(shift int, u Granularity, n int) phrase {
	if shift < 0 {
		return phrase{form: lately, unit: u, n: n, m: n}
	}
	return phrase{form: shortly, unit: u, n: n, m: n}
}
