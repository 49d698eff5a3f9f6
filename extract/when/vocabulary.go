package when

import "time"

// weekday reads a day of the week at i. The short forms that are also words
// ("sun", "sat") need their dot.
func (r row) weekday(i int) (time.Weekday, bool) {
	w := r.at(i)
	if len(w) < 3 || !r.capped(i) {
		return 0, false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		full := lower(d.String())
		switch {
		case w == full:
			return d, true
		case w == full[:3] || w == full[:3]+"s" && d == time.Tuesday || w == full[:min(5, len(full))] && d == time.Thursday || w == "thur":
			if w == "thur" && d != time.Thursday {
				continue
			}
			return d, r.dotted(i) || w != "sun" && w != "sat" && w != "wed"
		}
	}
	return 0, false
}

// weekdays reads a plural: "Tuesdays".
func (r row) weekdays(i int) bool {
	w := r.at(i)
	return r.capped(i) && len(w) > 6 && w[len(w)-4:] == "days" && isWeekday(w[:len(w)-1])
}

func isWeekday(w string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if w == lower(d.String()) {
			return true
		}
	}
	return false
}

// month reads the name of a month at i. May and March, and short forms without
// their dot, count only where the words around speak of time.
func (r row) month(i int) (time.Month, bool) {
	m, full := monthNamed(r.at(i))
	switch {
	case m == 0 || !r.capped(i):
		return 0, false
	case full && m != time.May && m != time.March || r.dotted(i):
		return m, true
	}
	return m, r.datesMonth(i)
}

func monthNamed(w string) (m time.Month, full bool) {
	if len(w) < 3 {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		switch name := lower(m.String()); {
		case w == name:
			return m, true
		case w == name[:3], w == "sept" && m == time.September:
			return m, false
		}
	}
	return 0, false
}

// datesMonth reports whether the words beside i show that it names a month.
func (r row) datesMonth(i int) bool {
	if _, ok := r.monthDay(i + 1); ok {
		return true
	}
	if _, ok := r.year(i + 1); ok {
		return true
	}
	if _, ok := r.monthDay(i - 1); ok {
		return true
	}
	return r.is(i-1, "in", "of", "since", "until", "till", "by", "from", "to", "last", "next", "this", "early", "mid", "late",
		"-", "and", "during", "before", "after", "through", "between", "for", "previous")
}

func lower(s string) string { return string(s[0]|0x20) + s[1:] }

// units maps the words for units to them, singular and plural.
var units = map[string]Granularity{
	"second": Hour, "seconds": Hour, "minute": Hour, "minutes": Hour, "hour": Hour, "hours": Hour,
	"day": Day, "days": Day, "night": Day, "nights": Day, "week": Week, "weeks": Week, "fortnight": Week, "fortnights": Week,
	"weekend": Weekend, "weekends": Weekend, "month": Month, "months": Month, "quarter": Quarter, "quarters": Quarter,
	"year": Year, "years": Year, "decade": Decade, "decades": Decade, "century": Century, "centuries": Century,
}

// seasons maps the names of seasons to their first month.
var seasons = map[string]time.Month{
	"spring": time.March, "summer": time.June, "autumn": time.September, "fall": time.September, "winter": time.December,
}

// counts maps number words to the least and most they may mean.
var counts = map[string][2]int{
	"a": {1, 1}, "an": {1, 1}, "one": {1, 1}, "two": {2, 2}, "three": {3, 3}, "four": {4, 4}, "five": {5, 5},
	"six": {6, 6}, "seven": {7, 7}, "eight": {8, 8}, "nine": {9, 9}, "ten": {10, 10}, "eleven": {11, 11},
	"twelve": {12, 12}, "fifteen": {15, 15}, "twenty": {20, 20}, "thirty": {30, 30}, "forty": {40, 40},
	"fifty": {50, 50}, "few": {2, 5}, "several": {3, 7}, "couple": {2, 2}, "dozen": {12, 12}, "both": {2, 2},
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// count reads how many at i: "3", "two", "a few", "nearly eight", "a couple of".
func (r row) count(i int) (lo, hi, next int, ok bool) {
	i = r.skip(i, "nearly", "almost", "about", "around", "roughly", "approximately", "over", "exactly", "just", "some", "only")
	if r.is(i, "more", "less", "fewer") && r.at(i+1) == "than" || r.at(i) == "at" && r.is(i+1, "least", "most") {
		i += 2
	}
	i = r.skip(i, "the")
	if r.is(i, "a") && r.is(i+1, "few", "couple", "dozen") {
		i++
	}
	if c, found := counts[r.at(i)]; found {
		return c[0], c[1], r.skip(i+1, "of", "full", "more", "whole"), true
	}
	if n, found := r.number(i, 3); found && n > 0 {
		return n, n, r.skip(i+1, "full", "more", "whole"), true
	}
	return 0, 0, i, false
}

// unit reads a unit at i. "Second" in the singular is an ordinal.
func (r row) unit(i int) (Granularity, bool) {
	u, ok := units[r.at(i)]
	return u, ok && r.at(i) != "second"
}

// perFortnight is 2 for the word that means two weeks, else 1.
func (r row) perFortnight(i int) int {
	if r.is(i, "fortnight", "fortnights") {
		return 2
	}
	return 1
}
