package main

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text/conllu"
)

// nameTypes maps GUM's entity types to those of names.
var nameTypes = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}

// offices name an office when they stand alone, though GUM tags them as proper nouns.
var offices = []string{"President", "Minister", "Secretary", "Chairman", "Commissioner", "Senator", "Governor",
	"Mayor", "Sheriff", "Judge", "Justice", "Speaker", "General", "King", "Queen", "Prince", "Manager", "Officer"}

// mention is one of GUM's mentions while it is open.
type mention struct {
	id, typ     string
	first, last int
}

// namesOf reads the names out of GUM's Entity annotation (Entity=(3-person-new-…
// opens mention 3, Entity=3) closes it). GUM marks whole noun phrases; the name is
// the run of proper nouns about the phrase's head.
func namesOf(s *conllu.Sentence) []conllu.Entity {
	var out []conllu.Entity
	mentions := mentionsOf(s)
	slices.SortStableFunc(mentions, func(a, b mention) int { return (b.last - b.first) - (a.last - a.first) })
	for _, m := range mentions {
		e, ok := m.name(s)
		if ok && !slices.ContainsFunc(out, func(o conllu.Entity) bool { return e.First < o.Last && o.First < e.Last }) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b conllu.Entity) int { return a.First - b.First })
	return out
}

// mentionsOf returns the persons, organisations and places that are closed in the sentence.
func mentionsOf(s *conllu.Sentence) []mention {
	var open, out []mention
	for i, w := range s.Words {
		for part := range entityParts(w.Misc) {
			id, typ, opens := strings.Cut(strings.Trim(part, "()"), "-")
			typ, _, _ = strings.Cut(typ, "-")
			if opens {
				open = append(open, mention{id: id, typ: nameTypes[typ], first: i})
			}
			if !strings.HasSuffix(part, ")") {
				continue
			}
			for k := len(open) - 1; k >= 0; k-- {
				if open[k].id == id {
					open[k].last = i + 1
					out = append(out, open[k])
					open = slices.Delete(open, k, k+1)
					break
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(m mention) bool { return m.typ == "" })
}

// entityParts yields the brackets of a last column: "(1-…", "1)" or "(1-…)".
func entityParts(misc string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for field := range strings.SplitSeq(misc, "|") {
			value, ok := strings.CutPrefix(field, "Entity=")
			for ok && value != "" {
				end := 1 + strings.IndexAny(value[1:]+"(", "()")
				if end < len(value) && value[end] == ')' {
					end++
				}
				if !yield(value[:end]) {
					return
				}
				value = value[end:]
			}
		}
	}
}

// name returns the proper name that heads the mention, if one does.
func (m mention) name(s *conllu.Sentence) (conllu.Entity, bool) {
	head := m.first
	for i := m.first; i < m.last; i++ {
		if h := s.Words[i].Head; h < m.first || h >= m.last {
			head = i
			break
		}
	}
	if tag := s.Words[head].XPOS; tag != "NNP" && (tag != "NNPS" || m.typ == "PER") {
		return conllu.Entity{}, false
	}
	e := conllu.Entity{First: head, Last: head + 1, Type: m.typ}
	for e.Last < m.last {
		n := properFrom(s, e.Last, m.last, m.typ)
		if n == 0 {
			break
		}
		e.Last += n
	}
	if m.typ == "PER" && e.Last-e.First == 1 && slices.Contains(offices, s.Words[head].Form) {
		return conllu.Entity{}, false
	}
	for m.typ != "PER" && e.First > m.first && proper(s.Words[e.First-1]) {
		e.First--
	}
	return e, true
}

// properFrom counts the words from i on that continue a name: a proper noun, or a
// joint and the proper noun after it.
func properFrom(s *conllu.Sentence, i, last int, typ string) int {
	joints := []string{"-", "'s", "'", "&", "."}
	if typ != "PER" {
		joints = append(joints, "of", "for")
	}
	for n := 0; i+n < last; n++ {
		w := s.Words[i+n]
		if proper(w) {
			return n + 1
		}
		if !slices.Contains(joints, w.Form) && (n == 0 || w.Form != "the") {
			return 0
		}
	}
	return 0
}

func proper(w conllu.Word) bool { return strings.HasPrefix(w.XPOS, "NNP") }
