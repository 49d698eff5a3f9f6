package when

import "time"

// readDigits reads 2022-01-18, 01/18/2022 and 18.01.2022.
func readDigits(r row, i int) (phrase, int) {
	if len(r) < i+5 && !r.dottedDate(i) {
		return phrase{}, i
	}
	if y, ok := r.year(i); ok && r.at(i+1) == "-" && r.at(i+3) == "-" {
		m, okM := r.number(i+2, 2)
		d, okD := r.number(i+4, 2)
		if okM && okD {
			return dateOf(y, m, d, i, i+5)
		}
	}
	if r.at(i+1) == "/" && r.at(i+3) == "/" {
		return r.slashed(i, i+2, i+4)
	}
	if r.dottedDate(i) {
		return r.european(i)
	}
	return phrase{}, i
}

// dottedDate reports whether words i to i+2 are the fields of 18.01.2022.
func (r row) dottedDate(i int) bool {
	_, ok := r.year(i + 2)
	return ok && r.dotted(i) && r.dotted(i+1) && r[i].token == r[i+2].token
}

func (r row) european(i int) (phrase, int) {
	d, _ := r.number(i, 2)
	m, _ := r.number(i+1, 2)
	y, _ := r.year(i + 2)
	return dateOf(y, m, d, i, i+3)
}

// slashed reads month/day/year, or day/month/year when only that is a date.
func (r row) slashed(a, b, c int) (phrase, int) {
	m, okM := r.number(a, 2)
	d, okD := r.number(b, 2)
	y, okY := r.number(c, 4)
	if !okM || !okD || !okY {
		return phrase{}, a
	}
	if y < 100 && len(r.at(c)) == 2 {
		y += 2000
	}
	if m > 12 {
		m, d = d, m
	}
	return dateOf(y, m, d, a, c+1)
}

// dateOf makes a dated phrase if there is such a day.
func dateOf(y, m, d, i, next int) (phrase, int) {
	if y < 1000 || y > 2199 || !isDay(y, m, d) {
		return phrase{}, i
	}
	return phrase{form: onDate, year: y, month: m, day: d}, next
}

// isDay reports whether the month has that day; a year of 0 allows February 29.
func isDay(y, m, d int) bool {
	if y == 0 {
		y = 2000
	}
	return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, time.Month(m))
}

// readDate reads "Nov. 2", "Tuesday, January 18, 2022", "18 January 2022",
// "the 18th of January" and "3 to 5 March".
func readDate(r row, start int) (phrase, int) {
	i := start
	if _, ok := r.weekday(i); ok {
		i = r.skip(i+1, ",")
		i = r.skip(i, "the")
	}
	if p, next := r.monthFirst(i); next > i {
		return p, next
	}
	i = r.skip(i, "the")
	if p, next := r.dayFirst(i); next > i {
		return p, next
	}
	return phrase{}, start
}

func (r row) monthFirst(i int) (phrase, int) {
	m, ok := r.month(i)
	if !ok {
		return phrase{}, i
	}
	d, ok := r.monthDay(r.skip(i+1, "the"))
	if !ok || !isDay(0, int(m), d) || r.is(i+2, "percent", "%", "million", "billion") {
		return phrase{}, i
	}
	p := phrase{form: onDate, month: int(m), day: d}
	next := r.yearAfter(&p, r.skip(i+1, "the")+1)
	return p, next
}

func (r row) dayFirst(i int) (phrase, int) {
	d, ok := r.monthDay(i)
	if !ok {
		return phrase{}, i
	}
	if far, ok := r.monthDay(i + 2); ok && far > d && r.is(i+1, "-", "–", "to", "and") {
		return r.daysFirst(i, d, far)
	}
	at := r.skip(i+1, "of")
	m, ok := r.month(at)
	if !ok || !isDay(0, int(m), d) {
		return phrase{}, i
	}
	p := phrase{form: onDate, month: int(m), day: d}
	return p, r.yearAfter(&p, at+1)
}

// daysFirst reads "3 to 5 March 2020" from its first day.
func (r row) daysFirst(i, d, far int) (phrase, int) {
	m, ok := r.month(i + 3)
	if !ok || !isDay(0, int(m), far) {
		return phrase{}, i
	}
	p := phrase{form: onDate, month: int(m), day: d}
	next := r.yearAfter(&p, i+4)
	end := p
	end.day = far
	p.to = &end
	return p, next
}

// yearAfter reads the year behind a month or day: "2022", ", 2022", "last year",
// "of this year". It returns the next word.
func (r row) yearAfter(p *phrase, i int) int {
	at := r.skip(i, ",", "of")
	if y, ok := r.year(at); ok {
		if p.form == onDate && !isDay(y, p.month, p.day) {
			return i
		}
		p.year = y
		return at + 1
	}
	if shift, ok := shiftOf(r.at(at)); ok && r.at(at+1) == "year" && r.at(i) != "," {
		p.shift, p.unit = shift, Year
		return at + 2
	}
	return i
}

// readMonth reads "March", "March 2019", "last March", "March of last year".
func readMonth(r row, start int) (phrase, int) {
	i, shift := start, 0
	if s, ok := shiftOf(r.at(i)); ok && r.at(i) != "this" {
		i, shift = i+1, s
	} else {
		i = r.skip(i, "this")
	}
	m, ok := r.month(i)
	if !ok {
		return phrase{}, start
	}
	p := phrase{form: inMonth, month: int(m), shift: shift}
	return p, r.yearAfter(&p, i+1)
}

// readYear reads a year where the words around it say that it is one.
func readYear(r row, i int) (phrase, int) {
	if r.at(i) == "the" && r.at(i+1) == "year" {
		if y, ok := r.year(i + 2); ok {
			return phrase{form: inYear, year: y}, i + 3
		}
	}
	y, ok := r.year(i)
	if !ok || !r.speaksOfYears(i) {
		return phrase{}, i
	}
	return phrase{form: inYear, year: y}, i + 1
}

// speaksOfYears reports whether the four digits at i are a year: after a
// preposition of time, in brackets, before "'s", or between a determiner and a noun.
func (r row) speaksOfYears(i int) bool {
	if r.is(i+1, "people", "men", "troops", "soldiers", "km", "miles", "kilometers", "kilometres", "dollars", "tons", "tonnes", "percent", "%") {
		return false
	}
	switch r.at(i - 1) {
	case "in", "since", "until", "till", "by", "during", "before", "after", "early", "mid", "late", "(", "of", "for", "-", "–", "and", "from", "between", "the", "his", "her", "its", "their", "a", "'s":
		return !r.is(i-1, "the", "a", "for", "his", "her", "its", "their", "'s", "of") || r.capableOfYear(i)
	}
	return r.at(i+1) == "'s"
}

// capableOfYear reports whether a year may modify what follows: "the 2016
// summit", but not "the 2000 soldiers", which a plural of people would be.
func (r row) capableOfYear(i int) bool {
	y, _ := r.year(i)
	next := r.at(i + 1)
	plural := len(next) > 1 && next[len(next)-1] == 's'
	return y >= 1900 && y <= 2100 && (!plural || r.is(i+1, "elections", "olympics", "games", "talks", "protests", "'s"))
}

// readDecade reads "the 1990s", "the early 1990s" being left to readPart.
func readDecade(r row, start int) (phrase, int) {
	i := r.skip(start, "the")
	w := r.at(i)
	if len(w) != 5 || w[4] != 's' {
		return phrase{}, start
	}
	y, ok := row{{low: w[:4]}}.year(0)
	if !ok || y%10 != 0 {
		return phrase{}, start
	}
	return phrase{form: inDecade, year: y}, i + 1
}
