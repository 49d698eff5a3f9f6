package schema

// Root is what PLOVER says of one of its sixteen event types.
type Root struct {
	Name      string
	QuadClass int // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Modes     []string
}

// Roots lists the PLOVER roots (manual, 2.0 draft) in the manual's order.
// SANCTION stands in both classes 3 and 4 there; it is material here.
var Roots = [...]Root{
	{"AGREE", 1, nil},
	{"CONSULT", 1, []string{"visit", "third-party", "multilateral", "phone"}},
	{"SUPPORT", 1, nil},
	{"CONCEDE", 1, nil},
	{"COOPERATE", 2, nil},
	{"AID", 2, nil},
	{"RETREAT", 2, []string{"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
	{"REQUEST", 3, []string{"assist", "change", "yield", "meet"}},
	{"ACCUSE", 3, []string{"disapprove", "investigate", "allege"}},
	{"REJECT", 3, []string{"assist", "change", "yield", "meet"}},
	{"THREATEN", 3, []string{"restrict", "arrest", "relations", "expel", "territory", "violence"}},
	{"SANCTION", 4, []string{"convict", "expel", "withdraw", "discontinue"}},
	{"PROTEST", 4, []string{"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
	{"MOBILIZE", 4, []string{"troops", "weapons", "police", "militia"}},
	{"COERCE", 4, []string{"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"}},
	{"ASSAULT", 4, []string{
		"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
		"suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
	}},
}

// RootNamed returns the PLOVER root of that name; ok is false when there is none.
func RootNamed(name string) (root Root, ok bool) {
	for _, r := range Roots {
		if r.Name == name {
			return r, true
		}
	}
	return Root{}, false
}

// Sectors are PLOVER's sector codes with their meaning, in the manual's order.
var Sectors = [...]struct{ Code, Meaning string }{
	{"GOV", "executive"},
	{"LEG", "legislature"},
	{"JUD", "courts"},
	{"MIL", "military"},
	{"COP", "police"},
	{"SPY", "intelligence"},
	{"PRM", "pro-government militia"},
	{"REB", "rebels"},
	{"UAF", "unidentified armed force"},
	{"OPP", "opposition"},
	{"PTY", "party"},
	{"ELI", "former officials"},
	{"CVL", "civilians"},
	{"REF", "refugees"},
	{"BUS", "business"},
	{"LAB", "labour"},
	{"AGR", "farming"},
	{"EDU", "education"},
	{"MED", "health"},
	{"JRN", "media"},
	{"REL", "religious"},
	{"SOC", "civil society"},
	{"CRM", "criminals"},
	{"PRE", "partly recognised state"},
	{"UNK", "unknown"},
}
