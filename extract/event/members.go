package event

import "strings"

// members are those whom the sentence names as some of the several that noun i
// speaks of: "six officials, including A and B", "several ministers, among them A".
func (t *tree) members(i int) []int {
	if x := t.Tokens[i].XPOS; x != "NNS" && x != "NNPS" {
		return nil
	}
	var out []int
	for k := i + 1; k < len(t.Tokens); k++ {
		if m := t.mention(k); m == nil || m.Head != k || !t.singledOut(m.First) {
			continue
		}
		if whose := t.severalBefore(t.mention(k).First, k); whose == i {
			out = append(out, k)
		}
	}
	return out
}

// singledOut reports whether what begins at token i follows "including" or "among them".
func (t *tree) singledOut(i int) bool {
	word := func(back int) string {
		if i < back {
			return ""
		}
		return strings.ToLower(t.Tokens[i-back].Form)
	}
	return word(1) == "including" || word(1) == "them" && (word(2) == "among" || word(2) == "amongst")
}

// severalBefore is the plural noun that what is singled out at token i, with its
// head at k, hangs on or, hung on their verb, stands after; -1 for none.
func (t *tree) severalBefore(i, k int) int {
	up := t.head(k)
	if t.is(k, "obl", "obj", "appos", "conj") && up >= 0 && t.isVerb(up) {
		for n := i - 1; n >= 0 && !t.isVerb(n) || n >= 0 && strings.EqualFold(t.Tokens[n].Form, "including"); n-- {
			if t.head(n) == up && t.isNoun(n) {
				return n
			}
		}
		return -1
	}
	if up >= 0 && up < i {
		return up
	}
	return -1
}

// spelledOut are the names of the several that noun i counts: the two of "two
// agencies, A and B", who stand for it; nil where those that follow are others.
func (t *tree) spelledOut(i int) []int {
	if x := t.Tokens[i].XPOS; x != "NNS" && x != "NNPS" {
		return nil
	}
	n := t.child(i, "nummod")
	if n < 0 {
		return nil
	}
	list := t.conjuncts(i)
	if k := t.child(i, "appos"); k > i {
		list = append([]int{k}, t.conjuncts(k)...)
	}
	if len(list) == 0 || list[0] <= i || t.Tokens[list[0]-1].Form == "and" || len(list) != counted[strings.ToLower(t.Tokens[n].Form)] {
		return nil
	}
	for _, k := range list {
		if m := t.mention(k); m == nil || m.Head != k || len(m.Actors) != 1 || t.Tokens[k].UPOS != "PROPN" {
			return nil
		}
	}
	return list
}

var counted = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
