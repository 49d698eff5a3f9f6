package article

import (
	"regexp"
	"strings"
	"time"
)

// Day is the layout of a day in an article and an event.
const Day = time.DateOnly

// dayLayouts are the ways sources write a moment, most exact first.
func dayLayouts() []string {
	return []string{
		time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
		"2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly,
		"2006/01/02 15:04:05", "2006/01/02", "2006.01.02", "20060102T150405Z", "20060102150405", "20060102",
		time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04 MST",
		"Mon, 2 Jan 2006", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 MST", "2 Jan 2006 15:04", time.ANSIC, time.UnixDate,
		"January 2, 2006 Monday", "January 2, 2006, Monday", "January 2, 2006 3:04 PM MST", "January 2, 2006 3:04 PM",
		"January 2, 2006 at 3:04 PM", "January 2, 2006", "January 2 2006", "2 January 2006", "2 January, 2006",
		"Monday, January 2, 2006", "Monday January 2, 2006", "Monday, 2 January 2006", "Monday 2 January 2006",
		"Jan 2, 2006 3:04 PM", "Jan 2, 2006", "Jan 2 2006", "2 Jan 2006", "02-Jan-2006", "2-Jan-2006",
		"Mon, Jan 2, 2006", "Mon 2 Jan 2006", "Monday, Jan 2, 2006",
	}
}

// ParseDay reads the day out of a date or a moment as sources write it, as
// 2022-01-18. The day is the one written, whatever the time zone: a newspaper
// dates by its own clock.
func ParseDay(s string) (day string, ok bool) {
	s = tidyDate(s)
	if len(s) < 8 || len(s) > 60 {
		return "", false
	}
	for _, layout := range dayLayouts() {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.Format(Day), true
		}
	}
	return "", false
}

// tidyDate brings the many spellings of one date to the few in dayLayouts.
func tidyDate(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = dayPatterns.abbreviated.ReplaceAllString(s, "$1")
	s = strings.Replace(s, "Sept ", "Sep ", 1)
	s = dayPatterns.ordinal.ReplaceAllString(s, "$1")
	if i := strings.IndexByte(s, '.'); i > 18 { // fractions of a second: 2022-01-18T10:00:00.000Z
		rest := strings.TrimLeft(s[i+1:], "0123456789")
		s = s[:i] + rest
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "a.m.", "AM"), "p.m.", "PM")
}

// dayPatterns are the compiled patterns of this file.
var dayPatterns = struct{ abbreviated, ordinal, name *regexp.Regexp }{
	abbreviated: regexp.MustCompile(`\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.`),
	ordinal:     regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`),
	name:        regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])([-_./]?)(0[1-9]|[12]\d|3[01])(?:\D|$)`),
}

// plausible keeps out numbers that only look like a date.
func plausible(t time.Time) bool { return t.Year() >= 1800 && t.Year() < 2200 }

// dayInName finds the day in a file name or a URL: "blinken-2022-01-18.txt",
// "/2022/01/18/talks". It returns "" when there is none.
func dayInName(name string) string {
	all := dayPatterns.name.FindAllStringSubmatch(name, -1)
	for i := len(all) - 1; i >= 0; i-- { // the file's own name counts before its folders'
		m := all[i]
		if m[2] != m[4] {
			continue
		}
		if day, ok := ParseDay(m[1] + "-" + m[3] + "-" + m[5]); ok {
			return day
		}
	}
	return ""
}
