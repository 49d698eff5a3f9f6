package actor

import (
	"strings"
)

// premodifiers reports whether every word of [i, j) only modifies a noun after it.
func (r *reading) premodifiers(i, j int) bool {
	if j-i > 6 {
		return false
	}
	for ; i < j; i++ {
		if !r.premodifier(i) {
			return false
		}
	}
	return true
}

func (r *reading) premodifier(i int) bool {
	w := &r.ws[i]
	if w.status() || w.form == "-" && w.glued {
		return true
	}
	if w.determiner() != bare && w.determiner() != quantified {
		return false
	}
	switch w.tag {
	case "ADJ", "NUM":
		if i > 1 && r.ws[i-1].and() && (r.ws[i-2].tag == "VERB" || r.ws[i-2].tag == "AUX") {
			return false // "kill and injure innocent civilians"
		}
		dangling := i > 0 && (r.ws[i-1].comma() || r.ws[i-1].and()) && strings.HasSuffix(w.low, "ing")
		return !dangling || intransitive(w.low) // "hurt many, damaging churches"
	case "NOUN":
		if i > 1 && r.ws[i-1].and() && r.ws[i-2].tag == "VERB" && r.s.Tokens[i-2].XPOS == "VB" {
			return false
		}
		if i+1 < len(r.ws) && r.ws[i+1].tag == "ADJ" && !r.ws[i+1].cap && len(w.low) > 2 {
			return false // "injure innocent civilians", mistagged
		}
		return !timeNoun(w.low) || i+1 < len(r.ws) && r.ws[i+1].form == "-"
	case "PROPN":
		return !w.cap || r.heads.portfolio[w.low]
	case "VERB":
		return r.s.Tokens[i].Rel == "amod" && r.participle(i)
	case "CCONJ":
		return i > 0 && i+1 < len(r.ws) && r.ws[i-1].tag == "ADJ" && r.ws[i+1].tag == "ADJ"
	}
	return false
}

// participle reports whether a verb before a noun qualifies it. An -ing form seldom
// does unless it needs no object, a past one not right after what may be its
// subject: "damaging churches", "the president addressed reporters".
func (r *reading) participle(i int) bool {
	if i > 0 && r.ws[i-1].determiner() != bare {
		return true
	}
	if strings.HasSuffix(r.ws[i].low, "ing") {
		return intransitive(r.ws[i].low)
	}
	if i == 0 || r.ws[i-1].form == "-" {
		return true
	}
	switch r.ws[i-1].tag {
	case "NOUN", "PROPN", "PRON", "NUM", "ADV", "X", "SYM":
		return false
	}
	return true
}

func intransitive(low string) bool {
	switch low {
	case "protesting", "striking", "visiting", "leading", "returning", "working", "retiring", "surviving", "arriving", "fighting", "warring", "fleeing",
		"competing", "participating", "neighbouring", "neighboring", "opposing", "ruling", "governing", "standing", "acting", "serving", "practising", "practicing",
		"rising", "growing", "emerging", "developing", "existing", "remaining", "incoming", "outgoing", "advancing", "retreating", "invading", "occupying",
		"investigating", "presiding", "voting", "marching", "rioting", "grieving", "dissenting", "reigning", "migrating", "starving", "contending", "funding":
		return true
	}
	return false
}

// verbToo reports whether a word taken for a noun right after a phrase is more
// likely its verb: "police beat protesters".
func verbToo(low string) bool {
	switch low {
	case "beat", "hit", "shot", "cut", "fire", "fires", "attack", "attacks", "strike", "strikes", "ban", "bans", "storm", "storms", "block", "blocks",
		"raid", "raids", "target", "targets", "visit", "visits", "host", "hosts", "back", "backs", "slam", "slams", "blast", "blasts", "urge", "urges",
		"warn", "warns", "met", "meet", "meets", "face", "faces", "sue", "sues", "free", "frees", "blame", "blames", "kill", "kills", "arrest", "arrests":
		return true
	}
	return false
}

func timeNoun(low string) bool {
	switch low {
	case "today", "yesterday", "tomorrow", "week", "month", "year", "day", "morning", "evening", "night", "afternoon", "weekend", "time":
		return true
	}
	return false
}

// ranked reports whether a title only says of what rank somebody is, which is no second office beside the one
// before: "the army chief, Gen. Lind", "the emir, Sheikh Lind".
func ranked(t *title) bool {
	text := strings.TrimSuffix(lower(t.text), ".")
	switch text[strings.LastIndexAny(text, " .")+1:] {
	case "general", "gen", "colonel", "col", "admiral", "adm", "marshal", "brigadier", "captain", "capt", "major", "maj", "lieutenant", "lt",
		"ayatollah", "sheikh", "shaikh", "imam", "prince", "princess", "emir", "cardinal", "bishop", "archbishop", "patriarch", "metropolitan", "judge", "justice", "lord", "professor":
		return true
	}
	return false
}
