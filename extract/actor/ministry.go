package actor

import "strings"

// ministry writes a ministry as most papers do, so that a country's has one name:
// "Ministry of Foreign Affairs" and "Foreign Ministry" are one, and so are
// "defense" and "defence". Other names stay as they are.
func (r *reading) ministry(name string) string {
	low := lower(name)
	field, found := strings.CutPrefix(low, "ministry of ")
	if !found {
		if field, found = strings.CutSuffix(low, " ministry"); !found {
			return name
		}
	}
	field = strings.TrimPrefix(field, "the ")
	switch field {
	case "foreign affairs", "external affairs":
		field = "foreign"
	case "defense", "national defense", "national defence":
		field = "defence"
	case "internal affairs":
		field = "interior"
	case "state", "national", "public":
		return name
	}
	if strings.Contains(field, " ") || !r.heads.portfolio[field] {
		return name
	}
	if name[0] == low[0] {
		return field + " ministry"
	}
	return strings.ToUpper(field[:1]) + field[1:] + " Ministry"
}

// stateMinistry is ministry for a name that begins or ends with a country: "Kenyan
// Defense Ministry", "Foreign Ministry of Peru".
func (r *reading) stateMinistry(name string) string {
	if i := strings.LastIndex(name, " of "); i > 0 {
		land := strings.Fields("of " + name[i+4:])
		if e, n := r.lex.match(land, 1, ""); n == len(land)-1 && e.class == stateClass && strings.Contains(lower(name[:i]), "ministry") {
			return r.official(e.actor.Country) + " " + r.ministry(name[:i])
		}
	}
	code, rest := r.stateBody(name)
	if !isState(code) || r.ministry(rest) == rest {
		return name
	}
	return r.official(code) + " " + r.ministry(rest)
}
