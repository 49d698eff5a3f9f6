package when

// readRolling reads "the past three days", "the next 10 weeks", "recent
// months", "the coming days".
func readRolling(r row, start int) (phrase, int) {
	i := r.skip(start, "the")
	shift, ok := shiftOf(r.at(i))
	if r.at(i) == "recent" {
		shift, ok = -1, true
	}
	if !ok || shift == 0 {
		return phrase{}, start
	}
	_, hi, next, counted := r.count(i + 1)
	if !counted {
		hi, next = counts["few"][1], i+1
	}
	u, ok := r.unit(next)
	if !ok || !counted && !r.plural(next) {
		return phrase{}, start
	}
	return rolling(shift, u, hi*r.perFortnight(next)), next + 1
}

// readAnchored reads "the next day", "the same day", "that week", "the day before".
func readAnchored(r row, start int) (phrase, int) {
	i := r.skip(start, "the")
	u, ok := r.unit(i + 1)
	if ok && (u == Day || u == Week || u == Month || u == Year) && !r.plural(i+1) {
		switch {
		case r.at(i) == "that", r.at(i) == "same" && i > start:
			return phrase{form: fromAnchor, unit: u}, i + 2
		case r.is(i, "next", "following"), r.at(i) == "previous" && i > start:
			n, _ := shiftOf(r.at(i))
			return phrase{form: fromAnchor, unit: u, n: n, m: n}, i + 2
		}
	}
	if u, ok := r.unit(i); ok && i > start && u != Hour && r.is(i+1, "before", "after", "earlier", "later") && r.endsClause(i+2) {
		n := 1
		if r.is(i+1, "before", "earlier") {
			n = -1
		}
		return phrase{form: fromAnchor, unit: u, n: n, m: n}, i + 2
	}
	return phrase{}, start
}

// endsClause reports whether no further words of the clause follow at i.
func (r row) endsClause(i int) bool {
	return i >= len(r) || r.is(i, ".", ",", ";", ":", "!", "?", ")", "in", "and", "but", "at", "by", "with", "'s", "\"", "”")
}

// readCounted reads what begins with a number of units: "two weeks ago", "in
// three days", "within a month", "a few hours before", "two days of talks".
func readCounted(r row, start int) (phrase, int) {
	if p, next := r.decadesAgo(start); next > start {
		return p, next
	}
	within := r.is(start, "in", "within")
	i := start
	if within {
		i++
	}
	lo, hi, at, ok := r.count(i)
	at = r.skip(at, "-")
	u, found := r.unit(at)
	if !ok || !found {
		return phrase{}, start
	}
	k := r.perFortnight(at)
	if r.at(at) == "quarter" && r.at(at+1) == "of" {
		return phrase{}, start // a share, not a time
	}
	p := phrase{unit: u, n: lo * k, m: hi * k}
	return r.counted(p, start, i, at+1, within)
}

// counted decides by the word behind the units what they count from.
func (r row) counted(p phrase, start, i, next int, within bool) (phrase, int) {
	switch w := r.at(next); {
	case w == "ago":
		p.form = ago
		return p, next + 1
	case w == "from" && r.at(next+1) == "now":
		p.form = ahead
		return p, next + 2
	case r.is(next, "old", "-") && r.is(next, "old") || r.at(next) == "-" && r.at(next+1) == "old":
		return phrase{}, start
	case r.is(next, "earlier", "later"), r.is(next, "before", "after") && r.endsClause(next+1):
		return r.fromAnchor(p, next), next + 1
	case r.is(next, "before", "after"):
		p.form = offset
		return p, next + 1
	case within && r.at(start) == "within":
		p.form = shortly
		return p, next
	case within && r.at(next) != "of":
		p.form = ahead
		return p, next
	}
	if r.is(i, "a", "an", "one") && !r.is(next, "of", "-") && !r.is(i-1, "for", "-", "nearly", "almost") {
		return phrase{}, start // "a day", "one day", "a year": as a rule no time is told
	}
	p.form = lasting
	return p, next
}

// fromAnchor turns "two days later" into a count from the day spoken of last.
func (r row) fromAnchor(p phrase, at int) phrase {
	p.form = fromAnchor
	if r.is(at, "earlier", "before") {
		p.n, p.m = -p.m, -p.n
	}
	return p
}

// decadesAgo reads a count left out or halved: "years ago", "half a century ago".
func (r row) decadesAgo(i int) (phrase, int) {
	if u, ok := r.unit(i); ok && r.plural(i) && r.at(i+1) == "ago" {
		few := counts["few"]
		return phrase{form: ago, unit: u, n: few[0], m: 2 * few[1]}, i + 2
	}
	if r.at(i) != "half" || r.at(i+1) != "a" || r.at(i+3) != "ago" {
		return phrase{}, i
	}
	switch r.at(i + 2) {
	case "century":
		return phrase{form: ago, unit: Year, n: 50, m: 50}, i + 4
	case "decade":
		return phrase{form: ago, unit: Year, n: 5, m: 5}, i + 4
	case "year":
		return phrase{form: ago, unit: Month, n: 6, m: 6}, i + 4
	}
	return phrase{}, i
}

// readSeason reads "last summer", "the spring", "spring 2019", "the winter of 2018".
func readSeason(r row, start int) (phrase, int) {
	i, shift, told := r.skip(start, "the"), 0, false
	if s, ok := shiftOf(r.at(i)); ok {
		i, shift, told = i+1, s, true
	}
	m, ok := seasons[r.at(i)]
	if !ok {
		return phrase{}, start
	}
	p := phrase{form: inSeason, month: int(m), shift: shift}
	next := r.yearAfter(&p, i+1)
	switch {
	case p.year != 0 || p.unit == Year || told:
		return p, next
	case r.at(i) == "fall" || !r.is(start-1, "in", "by", "until", "since", "during", "early", "late", "mid", "-") || r.at(i+1) == "of":
		return phrase{}, start // "the fall of the city", "spring water"
	}
	return p, next
}

// readQuarter reads "the first quarter of 2020", "the third quarter", "Q3 2020".
func readQuarter(r row, start int) (phrase, int) {
	i := r.skip(start, "the")
	p := phrase{form: inQuarter}
	if w := r.at(i); len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' && r.capped(i) {
		p.n = int(w[1] - '0')
		return p, r.yearAfter(&p, i+1)
	}
	n, ok := ordinals[r.at(i)]
	if !ok || r.at(i+1) != "quarter" || i == start {
		return phrase{}, start
	}
	p.n = n
	return p, r.yearAfter(&p, i+2)
}
