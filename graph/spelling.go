package graph

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// A name that the store does not have as it was typed may be one that it
// spells in another way: "Zelenskiy" for Zelensky, "Sisi" for el-Sisi,
// "Qadhafi" for al-Gaddafi. Two names of persons are spelled alike when the
// cores of both have one key; see [schema.NameKey].

// bySpelling lists the persons of whom a name, an alias or the last name is
// spelled like the one typed.
func (r *reader) bySpelling(name string) (list []Candidate, err error) {
	typed := coreOf(fold(name))
	if typed == "" || strings.Contains(name, ":") {
		return nil, nil
	}
	bones, spelling := skeletonOf(typed), schema.NameKey(typed)
	for entry, err := range r.Keyed("") {
		if err != nil {
			return nil, err
		}
		core := coreOf(entry.Key[1:])
		if skeletonOf(core) != bones || schema.NameKey(core) != spelling {
			continue
		}
		c, err := r.candidate(entry.Ref)
		if err != nil {
			return nil, err
		}
		if c.Kind == schema.Person {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, byName)
	return slices.Compact(list), nil
}

// coreOf is a folded name without Arabic articles, wherever they stand, and
// without the particles it begins with.
func coreOf(folded string) string {
	for {
		word, rest, more := strings.Cut(folded, "-")
		if !more || !isArticle(word) && !isParticle(word) {
			break
		}
		folded = rest
	}
	if !strings.Contains(folded, "l-") {
		return folded // the usual case, and many are asked
	}
	return strings.Join(slices.DeleteFunc(strings.Split(folded, "-"), isArticle), "-")
}

func isArticle(w string) bool { return w == "al" || w == "el" || w == "ul" }

// isParticle holds for what a family name may begin with, or be written without.
func isParticle(w string) bool {
	switch w {
	case "abu", "ben", "bin", "da", "de", "del", "den", "der", "di", "du", "ibn", "la", "le", "ter", "van", "von", "zu":
		return true
	}
	return false
}

// skeleton is what no way of spelling changes of a name: in their order the
// first of its letters b, l, m, n and r, one for several that follow each other.
// Names that have one key have one skeleton, and it is much cheaper to make.
type skeleton [8]byte

func skeletonOf(core string) (s skeleton) {
	n, last := 0, byte(0)
	for i := 0; i < len(core) && n < len(s); i++ {
		switch c := core[i]; c {
		case 'b', 'l', 'm', 'n', 'r':
			if c != last {
				s[n], last = c, c
				n++
			}
		}
	}
	return s
}
