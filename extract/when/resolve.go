package when

import "time"

// interval is a stretch of days, both ends within it. A zero end is open.
type interval struct{ from, to time.Time }

const layout = time.DateOnly

// days writes the interval's ends as 2022-01-18, "" where open.
func (iv interval) days() (from, to string) {
	if !iv.from.IsZero() {
		from = iv.from.Format(layout)
	}
	if !iv.to.IsZero() {
		to = iv.to.Format(layout)
	}
	return from, to
}

// calendar is what phrases are resolved against.
type calendar struct {
	today  time.Time // day of publication; zero when not known
	anchor time.Time // day the text spoke of last; zero when none
}

func calendarOf(published, anchor string) calendar {
	return calendar{today: dayOf(published), anchor: dayOf(anchor)}
}

// dayOf reads the day a date or timestamp begins with, zero when it has none.
func dayOf(s string) time.Time {
	if len(s) < len(layout) {
		return time.Time{}
	}
	t, err := time.Parse(layout, s[:len(layout)])
	if err != nil {
		return time.Time{}
	}
	return t
}

// resolve gives the days of p, with a bound or far end applied.
func (c calendar) resolve(p phrase, d Direction) (interval, bool) {
	iv, ok := c.stretch(p, d)
	if !ok {
		return iv, false
	}
	if p.to != nil {
		far, ok := c.stretch(*p.to, d)
		if !ok {
			return iv, false
		}
		iv = join(iv, far, p, d)
	}
	iv = c.bounded(iv, p.bound)
	return iv, writable(iv.from) && writable(iv.to)
}

// writable reports whether a day has a year of four digits, or is open: "ninety
// centuries ago" has neither.
func writable(t time.Time) bool { return t.IsZero() || t.Year() >= 1 && t.Year() <= 9999 }

// join makes one stretch of a range's ends. "December to February" and "Friday
// to Monday" run over the turn of the year or week: the far end is put after
// the near one, or the near one before the far one when the verb looks back.
func join(near, far interval, p phrase, d Direction) interval {
	if far.to.Before(near.from) {
		switch {
		case p.form == onWeekday && d == Future:
			far.to = far.to.AddDate(0, 0, 7)
		case p.form == onWeekday:
			near.from = near.from.AddDate(0, 0, -7)
		case d == Future:
			far.to = far.to.AddDate(1, 0, 0)
		default:
			near.from = near.from.AddDate(-1, 0, 0)
		}
	}
	if p.form == onWeekday && d != Future && far.to.Sub(near.from) > 7*24*time.Hour {
		near.from = near.from.AddDate(0, 0, 7)
	}
	if far.to.Before(near.from) {
		return interval{from: far.from, to: near.to}
	}
	return interval{from: near.from, to: far.to}
}

// bounded turns a stretch into what lies on one side of it.
func (c calendar) bounded(iv interval, b bound) interval {
	switch b {
	case since:
		iv = interval{from: iv.from, to: c.today}
		if iv.to.Before(iv.from) {
			iv.to = time.Time{}
		}
	case until:
		iv = interval{from: c.today, to: iv.to}
		if iv.to.Before(iv.from) {
			iv.from = time.Time{}
		}
	case before:
		iv = interval{to: iv.from.AddDate(0, 0, -1)}
	case after:
		iv = interval{from: iv.to.AddDate(0, 0, 1)}
	}
	return iv
}

// stretch gives the days of a phrase without its bound.
func (c calendar) stretch(p phrase, d Direction) (interval, bool) {
	iv, ok := c.base(p, d)
	if !ok {
		return iv, false
	}
	if p.part != all {
		iv = piece(iv, p)
	}
	switch {
	case p.side == earlier && !c.today.IsZero() && !c.today.Before(iv.from) && c.today.Before(iv.to):
		iv.to = c.today
	case p.side == later && !c.today.IsZero() && c.today.After(iv.from) && !c.today.After(iv.to):
		iv.from = c.today
	}
	return iv, true
}

// base gives the days a phrase's own words name.
func (c calendar) base(p phrase, d Direction) (interval, bool) {
	switch p.form {
	case onDate, inMonth, inYear, inDecade, inSeason, inQuarter:
		return c.dated(p, d)
	case fromAnchor:
		if c.anchor.IsZero() {
			return interval{}, false
		}
		return counted(c.anchor, p.n, p.m, p.unit), true
	}
	if c.today.IsZero() {
		return interval{}, false
	}
	switch p.form {
	case onWeekday:
		return one(c.weekday(p, d)), true
	case ofWeek:
		monday := monday(c.today).AddDate(0, 0, 7*p.shift)
		return one(monday.AddDate(0, 0, (int(p.weekday)+6)%7)), true
	case fromToday:
		return one(c.today.AddDate(0, 0, p.n)), true
	case weekendNear:
		return c.weekend(d), true
	case inUnit:
		return c.unit(p, d), true
	case ago:
		return counted(c.today, -p.m, -p.n, p.unit), true
	case ahead:
		return counted(c.today, p.n, p.m, p.unit), true
	case lately:
		return interval{from: addUnits(c.today, -p.n, p.unit), to: c.today}, true
	case shortly:
		return interval{from: c.today, to: addUnits(c.today, p.n, p.unit)}, true
	}
	return interval{}, false
}

// dated resolves what names a month, day, season or year; the year comes from
// the text, from "last year", or from the direction.
func (c calendar) dated(p phrase, d Direction) (interval, bool) {
	year := p.year
	switch {
	case year != 0:
	case c.today.IsZero():
		return interval{}, false
	case p.unit == Year:
		year = c.today.Year() + p.shift
	default:
		return c.nearest(p, d)
	}
	return inYearOf(p, year), true
}

// nearest picks the year that puts p on the side of today the direction asks
// for, today included; without one the nearest of last, this and next year.
func (c calendar) nearest(p phrase, d Direction) (interval, bool) {
	y := c.today.Year()
	last, this, next := inYearOf(p, y-1), inYearOf(p, y), inYearOf(p, y+1)
	switch {
	case p.shift < 0 && this.to.Before(c.today):
		return this, true
	case p.shift < 0:
		return last, true
	case p.shift > 0 && this.from.After(c.today):
		return this, true
	case p.shift > 0:
		return next, true
	case d == Past && this.from.After(c.today):
		return last, true
	case d == Past:
		return clipPast(this, c.today), true
	case d == Future && this.to.Before(c.today):
		return next, true
	case d == Future:
		return clipFuture(this, c.today), true
	}
	return closest(c.today, last, this, next), true
}

// clipPast and clipFuture cut what the verb cannot mean off a stretch that
// today lies in: "has met twice in March", said on March 10.
func clipPast(iv interval, today time.Time) interval {
	if today.After(iv.from) && today.Before(iv.to) {
		iv.to = today
	}
	return iv
}

func clipFuture(iv interval, today time.Time) interval {
	if today.After(iv.from) && !today.After(iv.to) {
		iv.from = today
	}
	return iv
}

func closest(today time.Time, ivs ...interval) interval {
	best, gap := ivs[0], distance(today, ivs[0])
	for _, iv := range ivs[1:] {
		if g := distance(today, iv); g < gap {
			best, gap = iv, g
		}
	}
	return best
}

func distance(today time.Time, iv interval) time.Duration {
	switch {
	case today.Before(iv.from):
		return iv.from.Sub(today)
	case today.After(iv.to):
		return today.Sub(iv.to)
	}
	return 0
}
