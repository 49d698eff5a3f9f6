package actor

import "strings"

// phraseTrie finds the longest phrase that begins at a word. Hyphens do not count.
type phraseTrie[T any] map[string]*phraseNode[T]

type phraseNode[T any] struct {
	next   phraseTrie[T]
	value  *T
	plural bool
}

func (x phraseTrie[T]) add(phrase string, value T, plural bool) {
	var node *phraseNode[T]
	for _, w := range strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool { return r == ' ' || r == '-' }) {
		w = british(strings.ReplaceAll(w, ".", ""))
		if node = x[w]; node == nil {
			node = &phraseNode[T]{next: phraseTrie[T]{}}
			x[w] = node
		}
		x = node.next
	}
	if node != nil && node.value == nil {
		node.value, node.plural = &value, plural
	}
}

// british joins the two spellings of a word.
func british(low string) string {
	switch low {
	case "defense":
		return "defence"
	case "advisor":
		return "adviser"
	case "advisors":
		return "advisers"
	}
	return low
}

// find returns the longest phrase at word i, or nil.
func (x phraseTrie[T]) find(ws []word, i int) (value *T, plural bool, n int) {
	for j := i; j < len(ws); j++ {
		w := &ws[j]
		if w.form == "-" && j > i && w.glued {
			continue
		}
		node, past := x.step(british(w.low))
		if node == nil {
			break
		}
		if node.value != nil {
			value, plural, n = node.value, node.plural, past+j-i
		}
		x = node.next
	}
	return value, plural, n
}

// step goes on by one word, which may be two joined by a hyphen.
func (x phraseTrie[T]) step(low string) (*phraseNode[T], int) {
	if node := x[low]; node != nil {
		return node, 1
	}
	if strings.IndexByte(low, '-') < 0 {
		return x[strings.TrimSuffix(low, ".")], 1
	}
	var node *phraseNode[T]
	for part := range strings.SplitSeq(low, "-") {
		if node = x[part]; node == nil {
			return nil, 0
		}
		x = node.next
	}
	return node, 1
}

// plural forms the plural of an office: of its first noun in "secretary of state".
func plural(phrase string) string {
	head, rest := phrase, ""
	for _, prep := range [...]string{" of ", " for ", " to ", "-general"} {
		if i := strings.Index(phrase, prep); i > 0 && i < len(head) {
			head, rest = phrase[:i], phrase[i:]
		}
	}
	switch {
	case strings.HasSuffix(head, "man"):
		return head[:len(head)-2] + "en" + rest
	case strings.HasSuffix(head, "y") && !strings.HasSuffix(head, "ey"):
		return head[:len(head)-1] + "ies" + rest
	}
	return head + "s" + rest
}
