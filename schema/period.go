package schema

import "time"

// Period writes an interval of days as ISO 8601 does: one day once, a whole
// month or year as such, and of the last day only what differs (2022-01-10/13).
func Period(from, to string) string {
	if from == to || to == "" {
		return from
	}
	first, err1 := time.Parse(time.DateOnly, from)
	last, err2 := time.Parse(time.DateOnly, to)
	sameMonth := len(from) == len(to) && len(from) > 8 && from[:8] == to[:8]
	switch {
	case err1 != nil || err2 != nil:
		return from + "/" + to
	case from[:4] == to[:4] && from[5:] == "01-01" && to[5:] == "12-31":
		return from[:4]
	case sameMonth && first.Day() == 1 && last.AddDate(0, 0, 1).Day() == 1:
		return from[:7]
	case sameMonth:
		return from + "/" + to[8:]
	}
	return from + "/" + to
}
