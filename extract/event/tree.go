package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// tree is a parsed sentence made walkable, with the mentions hung on its tokens.
//
// A mention counts as one node. Parsers split titles from names and hang the
// halves apart ("Foreign Minister" and "Baerbock" as two objects), so the tree
// is folded: everything that hangs on any word of a mention hangs on its head
// word, and that hangs where the best-placed of its words did.
type tree struct {
	*text.Sentence
	lex      *lexicon
	heads    []int
	rels     []string
	kids     [][]int
	mentions []actor.Mention
	at       []int // token → index of the mention it belongs to, -1 for none
	lead     int   // first token after the dateline, 0 without one
	met      meeting
	told     []telling
	sent     map[string]*schema.Actor // by the ID of an envoy, who sent him
}

// newTree indexes a parsed sentence. Where mentions nest, a token belongs to
// the mention it heads, else to the longest that covers it.
func newTree(s *text.Sentence, mentions []actor.Mention, lex *lexicon) *tree {
	n := len(s.Tokens)
	t := &tree{Sentence: s, lex: lex, mentions: mentions, heads: make([]int, n), rels: make([]string, n), kids: make([][]int, n), at: make([]int, n)}
	outer := make([]int, n)
	for i := range t.at {
		t.at[i], outer[i] = -1, -1
		t.heads[i], t.rels[i] = s.Tokens[i].Head, s.Tokens[i].Rel
	}
	t.freeGerunds()
	t.freeVerbs()
	t.predicateDue()
	mentions = t.mentions
	for m := range mentions {
		for i := mentions[m].First; i < mentions[m].Last && i < n; i++ {
			if t.closer(m, t.at[i], i) {
				t.at[i] = m
			}
			if outer[i] < 0 || t.size(m) > t.size(outer[i]) {
				outer[i] = m
			}
		}
	}
	t.fold(outer)
	t.coordinate(outer)
	t.describeOn()
	t.levelConjuncts()
	t.shareSubjects()
	t.raiseCharges()
	t.raiseIncluding()
	t.resumeClause()
	t.levelTitles()
	t.lowerClaims()
	t.callees()
	t.calledWhat()
	t.thanked()
	t.lowerObjects()
	t.raiseTalks()
	t.shareNation()
	t.enlistStops()
	t.raiseCausees()
	t.shareOwners()
	t.cutDateline()
	for i, h := range t.heads {
		if h >= 0 && h < n {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	return t
}

// size is the number of tokens of mention m.
func (t *tree) size(m int) int { return t.mentions[m].Last - t.mentions[m].First }

// fold makes every outermost mention one node.
func (t *tree) fold(outer []int) {
	for m := range t.mentions {
		x := &t.mentions[m]
		if x.Head < 0 || x.Head >= len(outer) || outer[x.Head] != m || x.Last-x.First < 2 {
			continue
		}
		best := t.exit(x)
		if best < 0 {
			continue
		}
		head, rel := t.heads[best], t.rels[best]
		for i := x.First; i < x.Last; i++ {
			nested := t.mentions[t.at[i]].Head == i && t.is(i, "obl", "nmod", "conj") // "its troops from Libya": Libya may hang elsewhere
			if i != x.Head && t.leaves(x, i) && (i == best || !nested) {
				t.heads[i], t.rels[i] = x.Head, "inner"
			}
		}
		t.heads[x.Head], t.rels[x.Head] = head, rel
		for i := range t.heads {
			if h := t.heads[i]; h >= x.First && h < x.Last && (i < x.First || i >= x.Last) && !t.joinedInside(m, i, h) {
				t.heads[i] = x.Head
			}
		}
	}
}

// coordinate joins neighbouring mentions with "and" between them which the
// parser made one phrase: "the Taliban and Afghan forces".
func (t *tree) coordinate(outer []int) {
	for and := 1; and+1 < len(outer); and++ {
		left, right := outer[and-1], outer[and+1]
		if t.Tokens[and-1].Form == "," && and > 1 {
			t.joinPastApposition(outer, and)
			continue
		}
		if left < 0 || right < 0 || left == right || t.Tokens[and].UPOS != "CCONJ" {
			continue
		}
		a, b := t.mentions[left].Head, t.mentions[right].Head
		switch {
		case t.heads[a] == b && (t.is(a, "compound", "amod", "flat", "dep", "appos") || t.is(a, "nmod") && t.rels[a] != "nmod:poss"):
			t.heads[a], t.rels[a] = t.heads[b], t.rels[b]
			t.heads[b], t.rels[b] = a, "conj"
			for k := range t.heads { // what stood before both belongs to the first now
				if t.heads[k] == b && k < a && k != a {
					t.heads[k] = a
				}
			}
		case t.heads[b] == a && t.is(b, "appos", "dep", "compound", "flat", "nmod", "parataxis"):
			t.rels[b] = "conj"
		}
		t.enlist(outer, left)
	}
}

// joinPastApposition hangs the second of two on the first where the first is
// told twice and the parser lost the thread there: "between the minister, Lind,
// and his colleague Vasile".
func (t *tree) joinPastApposition(outer []int, and int) {
	name, right := outer[and-2], outer[and+1]
	if name < 0 || right < 0 || t.mentions[name].First < 2 {
		return
	}
	title := outer[t.mentions[name].First-2]
	if title < 0 || t.Tokens[t.mentions[name].First-1].Form != "," {
		return
	}
	a, b, c := &t.mentions[title], &t.mentions[name], &t.mentions[right]
	if !t.alike(a, b) || !t.alike(b, c) || a.Actors[0].ID != b.Actors[0].ID {
		return
	}
	if h := t.heads[c.Head]; h >= 0 && t.at[h] < 0 && h < a.First && t.rels[c.Head] == "conj" && !t.under(a.Head, c.Head) {
		t.heads[c.Head] = a.Head
		t.heads[b.Head], t.rels[b.Head] = a.Head, "appos"
	}
}

// enlist joins the members of a list before the one at the "and": of "A, B and C"
// the parser often makes B an apposition of A, or a second subject. That they
// stand for different actors of one kind says they are a list.
func (t *tree) enlist(outer []int, last int) {
	for {
		b := &t.mentions[last]
		if b.First < 2 || t.Tokens[b.First-1].Form != "," || outer[b.First-2] < 0 {
			return
		}
		before := outer[b.First-2]
		a := &t.mentions[before]
		if a.Last != b.First-1 || !t.alike(a, b) || a.Actors[0].ID == b.Actors[0].ID {
			return
		}
		if h := t.heads[b.Head]; h == a.Head || h == t.heads[a.Head] && t.rels[a.Head] != "conj" {
			t.heads[b.Head], t.rels[b.Head] = a.Head, "conj"
		}
		last = before
	}
}

// leaves reports whether token i of mention x hangs on a word outside it.
func (t *tree) leaves(x *actor.Mention, i int) bool {
	return t.heads[i] < x.First || t.heads[i] >= x.Last
}

// exit is the token of mention x whose place in the tree is the mention's: the
// best-placed of those that hang outside it, its head word before others.
func (t *tree) exit(x *actor.Mention) int {
	best := -1
	if t.leaves(x, x.Head) {
		best = x.Head
	}
	for i := x.First; i < x.Last; i++ {
		inner := i != x.Head && t.mentions[t.at[i]].Head == i
		if t.leaves(x, i) && !inner && (best < 0 || rankRel(t.rels[i]) < rankRel(t.rels[best])) {
			best = i
		}
	}
	return best
}

// rankRel orders the relations by how much a participant's place tells.
func rankRel(rel string) int {
	for i, r := range [...]string{"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "root", "nmod:poss", "obl", "nmod", "conj", "appos"} {
		if rel == r {
			return i
		}
	}
	return 20
}

// closer reports whether token i belongs to mention m rather than to old.
func (t *tree) closer(m, old, i int) bool {
	if old < 0 {
		return true
	}
	if headsNew, headsOld := t.mentions[m].Head == i, t.mentions[old].Head == i; headsNew != headsOld {
		return headsNew
	}
	return t.size(m) > t.size(old)
}

// mention is the mention token i belongs to, or nil.
func (t *tree) mention(i int) *actor.Mention {
	if i < 0 || t.at[i] < 0 {
		return nil
	}
	return &t.mentions[t.at[i]]
}

// rel is the relation of token i without its subtype.
func (t *tree) rel(i int) string {
	r, _, _ := strings.Cut(t.rels[i], ":")
	return r
}

// is reports whether the relation of token i is one of the given, subtypes
// included: "nsubj" covers nsubj:pass, "nsubj:pass" only itself.
func (t *tree) is(i int, rels ...string) bool {
	full := t.rels[i]
	for _, r := range rels {
		if full == r || strings.HasPrefix(full, r) && full[len(r)] == ':' {
			return true
		}
	}
	return false
}

// child is the first child of i in one of the relations, or -1.
func (t *tree) child(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			return k
		}
	}
	return -1
}

// children are all children of i in one of the relations.
func (t *tree) children(i int, rels ...string) []int {
	var out []int
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// head is the governor of token i, -1 for the root.
func (t *tree) head(i int) int { return t.heads[i] }

// lemma is the lower-case lemma of token i, plurals without a singular of
// their own included: "troops" is found under "troop".
func (t *tree) lemma(i int) string {
	l := strings.ToLower(t.Tokens[i].Lemma)
	if t.Tokens[i].XPOS == "NNS" && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") {
		return l[:len(l)-1]
	}
	return l
}

// isVerb reports whether token i is read as a verb.
func (t *tree) isVerb(i int) bool { return t.Tokens[i].UPOS == "VERB" }

// isNoun reports whether token i is read as a noun.
func (t *tree) isNoun(i int) bool {
	return t.Tokens[i].UPOS == "NOUN" || t.Tokens[i].UPOS == "PROPN"
}

// clausal relations open a clause of their own.
func (t *tree) clausal(i int) bool {
	switch t.rel(i) {
	case "ccomp", "advcl", "acl", "csubj", "parataxis":
		return true
	case "conj":
		return t.isVerb(i) || t.child(i, "cop") >= 0
	}
	return false
}

// cases are the prepositions of a noun phrase in lower case, fixed expressions
// joined: "ahead of", "because of".
func (t *tree) cases(i int) []string {
	var out []string
	for _, k := range t.kids[i] {
		if t.is(k, "case", "mark") {
			out = append(out, t.marker(k))
		}
	}
	if m := t.mention(i); m != nil && m.First > 0 && t.preposition(m.First-1) && !t.premodifies(i) {
		word := strings.ToLower(t.Tokens[m.First-1].Form)
		if word == "to" && m.First > 1 && strings.EqualFold(t.Tokens[m.First-2].Form, "according") {
			return []string{"according to"}
		}
		if !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

// premodifies reports whether token i stands before its noun and belongs to it:
// the preposition before "his agency" is not that of "his".
func (t *tree) premodifies(i int) bool {
	return t.head(i) > i && (t.rels[i] == "nmod:poss" || t.is(i, "compound", "amod", "det"))
}

// preposition reports whether token k is one by its tag, wherever it hangs.
func (t *tree) preposition(k int) bool {
	return t.Tokens[k].UPOS == "ADP" || t.Tokens[k].XPOS == "IN" || t.Tokens[k].XPOS == "TO"
}

// marker spells a preposition or conjunction with its fixed parts.
func (t *tree) marker(k int) string {
	word := strings.ToLower(t.Tokens[k].Form)
	for _, f := range t.kids[k] {
		if t.is(f, "fixed", "case") && f > k {
			word += " " + strings.ToLower(t.Tokens[f].Form)
		}
	}
	return word
}

// hasCase reports whether the phrase of token i stands after preposition prep,
// also when a two-word preposition was cut in two ("out of", "ahead of").
func (t *tree) hasCase(i int, prep string) bool {
	cases := t.cases(i)
	if slices.Contains(cases, prep) {
		return true
	}
	first, last, two := strings.Cut(prep, " ")
	if !two || !slices.Contains(cases, last) {
		return false
	}
	for _, k := range t.children(i, "case") {
		if strings.EqualFold(t.Tokens[k].Form, last) && k > 0 && strings.EqualFold(t.Tokens[k-1].Form, first) {
			return true
		}
	}
	return false
}

// under reports whether token i is a or stands somewhere below it.
func (t *tree) under(i, a int) bool {
	for n := 0; i >= 0 && n <= len(t.Tokens); n++ {
		if i == a {
			return true
		}
		i = t.head(i)
	}
	return false
}

// clause lists i and the tokens below it that lie in the same clause, nearest
// first, with their distance from i.
func (t *tree) clause(i, depth int) []step {
	out := []step{{i, 0}}
	for n := 0; n < len(out); n++ {
		if out[n].dist == depth {
			continue
		}
		for _, k := range t.kids[out[n].token] {
			if !t.clausal(k) {
				out = append(out, step{k, out[n].dist + 1})
			}
		}
	}
	return out
}

// step is a token reached on a walk and how far it is.
type step struct{ token, dist int }
