package when

import "time"

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func one(day time.Time) interval { return interval{from: day, to: day} }

// daysIn returns the number of days of a month.
func daysIn(y int, m time.Month) int { return date(y, m+1, 0).Day() }

// monday returns the first day of the week of t.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// months returns the n months that begin with m.
func months(y int, m time.Month, n int) interval {
	return interval{from: date(y, m, 1), to: date(y, m+time.Month(n), 0)}
}

// inYearOf gives the days of a dated phrase in that year. February 29 falls on
// the 28th in a year without one.
func inYearOf(p phrase, year int) interval {
	switch p.form {
	case onDate:
		return one(date(year, time.Month(p.month), min(p.day, daysIn(year, time.Month(p.month)))))
	case inMonth:
		return months(year, time.Month(p.month), 1)
	case inSeason:
		return months(year, time.Month(p.month), 3)
	case inQuarter:
		return months(year, time.Month(3*p.n-2), 3)
	case inDecade:
		return interval{from: date(year, time.January, 1), to: date(year+9, time.December, 31)}
	}
	return months(year, time.January, 12)
}

// unitOf returns the calendar unit that day lies in.
func unitOf(day time.Time, u Granularity) interval {
	y, m := day.Year(), day.Month()
	switch u {
	case Week:
		return interval{from: monday(day), to: monday(day).AddDate(0, 0, 6)}
	case Weekend:
		return interval{from: monday(day).AddDate(0, 0, 5), to: monday(day).AddDate(0, 0, 6)}
	case Month:
		return months(y, m, 1)
	case Quarter:
		return months(y, (m-1)/3*3+1, 3)
	case Year:
		return months(y, time.January, 12)
	case Decade:
		return interval{from: date(y-y%10, time.January, 1), to: date(y-y%10+9, time.December, 31)}
	case Century:
		return interval{from: date(y-y%100, time.January, 1), to: date(y-y%100+99, time.December, 31)}
	}
	return one(day)
}

// addUnits moves a day by n units. Hours move it only from a full day on.
func addUnits(day time.Time, n int, u Granularity) time.Time {
	switch u {
	case Hour:
		return day.AddDate(0, 0, n/24)
	case Week, Weekend:
		return day.AddDate(0, 0, 7*n)
	case Month:
		return addMonths(day, n)
	case Quarter:
		return addMonths(day, 3*n)
	case Year:
		return addMonths(day, 12*n)
	case Decade:
		return addMonths(day, 120*n)
	case Century:
		return addMonths(day, 1200*n)
	}
	return day.AddDate(0, 0, n)
}

// addMonths moves a day by n months, to the last day of a shorter month.
func addMonths(day time.Time, n int) time.Time {
	first := date(day.Year(), day.Month()+time.Month(n), 1)
	return date(first.Year(), first.Month(), min(day.Day(), daysIn(first.Year(), first.Month())))
}

// counted returns the units between n and m units from day: "two weeks ago" is
// the whole week two before this one. Decades and centuries are counted from
// the year, not from the turn of the decade.
func counted(day time.Time, n, m int, u Granularity) interval {
	near, far := addUnits(day, n, u), addUnits(day, m, u)
	if u == Decade || u == Century {
		u = Year
	}
	return interval{from: unitOf(near, u).from, to: unitOf(far, u).to}
}

// unit resolves "last week", "this year": the unit of publication, shifted, and
// for the present one cut at today when the verb looks one way.
func (c calendar) unit(p phrase, d Direction) interval {
	iv := unitOf(addUnits(c.today, p.shift*max(1, p.n), p.unit), p.unit)
	switch {
	case p.shift != 0 || p.side != whole || p.part != all:
		return iv
	case d == Past:
		return clipPast(iv, c.today)
	case d == Future:
		return clipFuture(iv, c.today)
	}
	return iv
}

// weekday resolves a day of the week. "Last" and "next" exclude today, "next"
// means the week after this one; a bare one is the nearest on its side, today included.
func (c calendar) weekday(p phrase, d Direction) time.Time {
	back := (int(c.today.Weekday()) - int(p.weekday) + 7) % 7 // days since the last one
	switch {
	case p.shift < 0 && back == 0:
		return c.today.AddDate(0, 0, -7)
	case p.shift > 0:
		return monday(c.today).AddDate(0, 0, 7+(int(p.weekday)+6)%7)
	case p.shift == 0 && d == Future:
		return c.today.AddDate(0, 0, (7-back)%7)
	}
	return c.today.AddDate(0, 0, -back)
}

// weekend resolves the weekend by direction; today's own if it is one.
func (c calendar) weekend(d Direction) interval {
	iv := unitOf(c.today, Weekend)
	if d != Future && c.today.Before(iv.from) {
		return interval{from: iv.from.AddDate(0, 0, -7), to: iv.to.AddDate(0, 0, -7)}
	}
	return iv
}

// piece cuts the early, middle or late part from a stretch: thirds or halves,
// of years by months.
func piece(iv interval, p phrase) interval {
	n := max(2, p.parts)
	k := map[part]int{early: 0, mid: 1, late: n - 1}[p.part]
	if span := iv.to.Year() - iv.from.Year() + 1; span >= 9 {
		y := iv.from.Year()
		return months(y+k*span/n, time.January, 12*((k+1)*span/n-k*span/n))
	}
	days := int(iv.to.Sub(iv.from).Hours()/24) + 1
	if p.part == week {
		return weekIn(iv, p.parts)
	}
	if days > 92 {
		return months(iv.from.Year(), iv.from.Month()+time.Month(k*12/n), 12/n)
	}
	from := iv.from.AddDate(0, 0, k*(days/n))
	if k == n-1 {
		return interval{from: from, to: iv.to}
	}
	return interval{from: from, to: from.AddDate(0, 0, days/n-1)}
}

// lastWeek is the number of the last week of a stretch, however many it has.
const lastWeek = 5

// weekIn is the first to fourth, or the last, week of a stretch, counted from its first day.
func weekIn(iv interval, nth int) interval {
	if nth == lastWeek {
		return interval{from: iv.to.AddDate(0, 0, -6), to: iv.to}
	}
	from := iv.from.AddDate(0, 0, 7*(nth-1))
	return interval{from: from, to: from.AddDate(0, 0, 6)}
}
