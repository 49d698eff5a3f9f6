package identity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-kg/entente/schema"
	"github.com/xrash/smetrics"
)

// rules joins what is sure. Each rule looks only at actors that share the last or
// the first word of a name, so that the work stays linear in the actors.
func (b *joiner) rules() {
	blocks := b.blocks()
	for _, rule := range [...]struct {
		name  string
		holds func(x, y *profile) bool
	}{
		{"same-name", sameName},
		{"middle-name-and-role", middleNameAndRole},
		{"surname-and-role", surnameAndRole},
		{"defined-acronym", definedAcronym},
	} {
		for _, block := range blocks {
			b.pairs(block, func(x, y *profile) {
				if !x.torn && !y.torn && rule.holds(x, y) && b.onlyOne(block, x, y, rule.holds) {
					keep, drop := better(x, y)
					b.join(drop.ID, keep.ID, "rule "+rule.name)
				}
			})
		}
	}
}

// maxBlock bounds the comparisons of one surname; commoner ones are left to
// rules that need no comparison.
const maxBlock = 400

// blocks groups the persons by the words of their names, and the bodies by their
// acronyms, in order.
func (b *joiner) blocks() [][]*profile {
	by := map[string][]*profile{}
	for _, p := range b.actors {
		if b.out.Rejected(p.ID) {
			continue
		}
		if p.Kind == schema.Organisation {
			for _, s := range p.acronyms() {
				by["("+s] = append(by["("+s], p)
			}
		}
		if p.Kind != schema.Person || !p.named() {
			continue
		}
		seen := map[string]bool{}
		for _, k := range p.keys {
			for _, w := range ends(k) {
				if !seen[w] {
					seen[w] = true
					by[w] = append(by[w], p)
				}
			}
		}
	}
	keys := make([]string, 0, len(by))
	for k, ps := range by {
		if len(ps) > 1 && len(ps) <= maxBlock {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	out := make([][]*profile, len(keys))
	for i, k := range keys {
		out[i] = by[k]
	}
	return out
}

// ends returns the first and last word of a name.
func ends(key []string) []string {
	switch len(key) {
	case 0:
		return nil
	case 1:
		return key
	}
	return []string{key[0], key[len(key)-1]}
}

func (b *joiner) pairs(block []*profile, do func(x, y *profile)) {
	for i, x := range block {
		for _, y := range block[i+1:] {
			if b.out.Canonical(x.ID) != b.out.Canonical(y.ID) {
				do(x, y)
			}
		}
	}
}

// onlyOne reports whether the rule gives neither x nor y a second partner that
// is somebody else: with two, nobody knows which.
func (b *joiner) onlyOne(block []*profile, x, y *profile, holds func(x, y *profile) bool) bool {
	for _, z := range block {
		if z == x || z == y {
			continue
		}
		c := b.out.Canonical(z.ID)
		if c == b.out.Canonical(x.ID) || c == b.out.Canonical(y.ID) {
			continue
		}
		if (holds(x, z) || holds(y, z)) && !(holds(x, y) && holds(x, z) && holds(y, z)) {
			return false
		}
	}
	return true
}

// sameName joins spellings of one full name, of one country or of none stated:
// "Sergei Lavrov" and "Sergey Lavrov".
func sameName(x, y *profile) bool {
	if !persons(x, y) || !oneCountry(x, y) || x.Known && y.Known {
		return false
	}
	for _, k := range x.keys {
		for _, l := range y.keys {
			if len(k) > 1 && slices.Equal(k, l) {
				return true
			}
		}
	}
	return false
}

// surnameAndRole joins "Foreign Minister Vasile" of Sylvania to Petru Vasile,
// foreign minister of Sylvania.
func surnameAndRole(x, y *profile) bool {
	if !persons(x, y) {
		return false
	}
	if len(x.keys[0]) > len(y.keys[0]) {
		x, y = y, x
	}
	if len(x.keys[0]) != 1 || len(y.keys[0]) < 2 || x.Country == "" || x.Country != y.Country {
		return false
	}
	if !slices.Contains(ends(y.keys[0]), x.keys[0][0]) {
		return false
	}
	return x.shares(y)
}

// middleNameAndRole joins "Robert Gabriel Roth" and "Robert Roth", both finance
// minister of Sylvania.
func middleNameAndRole(x, y *profile) bool {
	short, long := x.keys[0], y.keys[0]
	if len(short) > len(long) {
		short, long = long, short
	}
	return persons(x, y) && !(x.Known && y.Known) && x.Country != "" && x.Country == y.Country && len(short) == 2 && len(long) > 2 &&
		short[0] == long[0] && short[1] == long[len(long)-1] && x.shares(y)
}

// definedAcronym joins a body known by letters alone to the one whose article says
// that they are its own: "ONP" to "Organization of Nordic Ports (ONP)".
func definedAcronym(x, y *profile) bool {
	if x.Kind != schema.Organisation || y.Kind != schema.Organisation || !oneCountry(x, y) || x.Known && y.Known {
		return false
	}
	if len(x.keys[0]) > len(y.keys[0]) {
		x, y = y, x
	}
	return acronym(x.Name) && !acronym(y.Name) && len(y.keys[0]) > 2 && slices.Contains(y.Aliases, x.Name)
}

// named reports whether the person is known by a name and not by a noun alone: "the
// American envoy" of two articles may be anybody.
func (p *profile) named() bool {
	last := p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(last)
	return !unicode.IsLower(r)
}

// acronyms lists the names of a body that are letters alone.
func (p *profile) acronyms() (list []string) {
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		if acronym(name) {
			list = append(list, name)
		}
	}
	return list
}

// acronym reports whether a name is three capitals or more.
func acronym(name string) bool {
	return len(name) > 2 && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// shares reports whether the two are said to hold one office of one state or body.
func (p *profile) shares(q *profile) bool {
	for role := range p.roles {
		if q.roles[role] {
			return true
		}
	}
	return false
}

func persons(x, y *profile) bool { return x.Kind == schema.Person && y.Kind == schema.Person }

func oneCountry(x, y *profile) bool {
	return x.Country == y.Country || x.Country == "" || y.Country == ""
}

// better says which ID of two is kept: the known one, the longer name, the first
// in the alphabet.
func better(x, y *profile) (keep, drop *profile) {
	if cmp.Or(TrueFirst(x.Known, y.Known), cmp.Compare(len(y.keys[0]), len(x.keys[0])), cmp.Compare(x.ID, y.ID)) <= 0 {
		return x, y
	}
	return y, x
}

// TrueFirst compares by a property: what has it comes first.
func TrueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// alike is the Jaro-Winkler similarity from which two spellings are worth a look.
const alike = 0.93

// look lists the pairs that only look alike.
func (b *joiner) look() (candidates []Candidate) {
	seen := map[[2]string]bool{}
	for _, block := range b.blocks() {
		b.pairs(block, func(x, y *profile) {
			why := resembles(x, y)
			p := pair(b.out.Canonical(x.ID), b.out.Canonical(y.ID))
			if why == "" || seen[p] || b.keptApart(p[0], p[1]) {
				return
			}
			seen[p] = true
			keep, drop := better(x, y)
			candidates = append(candidates, Candidate{A: keep.ID, B: drop.ID, Why: why})
		})
	}
	slices.SortFunc(candidates, func(x, y Candidate) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return candidates
}

// resembles says why two persons may be one, or "".
func resembles(x, y *profile) string {
	if x.Known && y.Known || !oneCountry(x, y) || !persons(x, y) {
		return ""
	}
	short, long := x.keys[0], y.keys[0]
	if len(short) > len(long) {
		short, long = long, short
	}
	switch {
	case len(short) == 1 && len(long) > 1 && short[0] == long[len(long)-1]:
		return "one surname, " + countryNote(x, y)
	case len(short) > 1 && slices.Equal(short, long):
		return "one name, " + countryNote(x, y)
	case len(short) > 1 && smetrics.JaroWinkler(schema.NameKey(x.Name), schema.NameKey(y.Name), 0.7, 4) >= alike:
		return "names alike, " + countryNote(x, y)
	}
	return ""
}

func countryNote(x, y *profile) string {
	if x.Country == y.Country && x.Country != "" {
		return "both " + x.Country
	}
	return "country of one not known"
}

func itoa(n int) string { return strconv.Itoa(n) }
