package article

import "strings"

// robots are the rules of a robots.txt (RFC 9309) that hold for this program.
type robots []robotRule

type robotRule struct {
	prefix string
	allow  bool
}

// parseRobots keeps the group that names this program, or else that of "*".
func parseRobots(data []byte) robots {
	var ours, all robots
	var agents []string
	inRules, named := false, false
	for _, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		field, value, found := strings.Cut(line, ":")
		if !found {
			continue
		}
		field, value = strings.ToLower(strings.TrimSpace(field)), strings.TrimSpace(value)
		switch field {
		case "user-agent":
			if inRules {
				agents, inRules = nil, false
			}
			agents = append(agents, strings.ToLower(value))
			named = named || strings.EqualFold(value, fetcherName)
		case "allow", "disallow":
			inRules = true
			for _, agent := range agents {
				rule := robotRule{value, field == "allow"}
				switch agent {
				case fetcherName:
					ours = append(ours, rule)
				case "*":
					all = append(all, rule)
				}
			}
		}
	}
	if named {
		return ours
	}
	return all
}

// allow asks the longest rule that fits; at equal length the one that allows.
func (rules robots) allow(path string) bool {
	if path == "" {
		path = "/"
	}
	best := robotRule{"", true}
	for _, r := range rules {
		if r.prefix == "" || !fits(r.prefix, path) {
			continue
		}
		if len(r.prefix) > len(best.prefix) || len(r.prefix) == len(best.prefix) && r.allow {
			best = r
		}
	}
	return best.allow
}

// fits matches a path against a prefix in which * stands for anything and a
// final $ for the end.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	rest, found := strings.CutPrefix(path, parts[0])
	if !found {
		return false
	}
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(rest, part)
		}
		_, after, found := strings.Cut(rest, part)
		if !found {
			return false
		}
		rest = after
	}
	return !whole || rest == ""
}
