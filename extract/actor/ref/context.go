package ref

import (
	"slices"
	"strings"
	"unicode"
)

// askContext takes the country from the text around a phrase that has none: the
// only one it speaks of, or one it speaks of at least twice as often as of any other.
func (c *coder) askContext(phrase, context string) {
	if context == "" || c.named || c.code != "" || c.abroad {
		return
	}
	counts := map[string]int{}
	tokens := phraseTokens(context)
	for i := 0; i < len(tokens); {
		n, hits := c.table.Match(tokens, i)
		if n == 0 {
			if a := c.table.onlyBearer(tokens[i], c.date); a != nil && c.table.serves(a.ID, c.date) && (i == 0 || !startsUpper(tokens[i-1])) {
				counts[a.Country]++
			}
			i++
			continue
		}
		if code := hitCountry(hits[0]); c.table.countries[code] != nil {
			counts[code]++
		}
		i += n
	}
	if code, ok := leading(counts); ok {
		c.setCountry(code, code+" is what the context speaks of")
	}
}

// leading returns the code counted at least twice as often as any other.
func leading(counts map[string]int) (string, bool) {
	best, second, code := 0, 0, ""
	for k, n := range counts {
		switch {
		case n > best:
			best, second, code = n, best, k
		case n > second:
			second = n
		}
	}
	return code, best > 0 && best >= 2*second
}

// introduce reads a name the phrase does not explain from the place in the
// context that does: a title before it, or an apposition behind it.
func (c *coder) introduce(tokens []string, context string) {
	if context == "" || len(tokens) == 0 || !startsUpper(tokens[0]) {
		return
	}
	around := phraseTokens(context)
	for i := 0; i+len(tokens) <= len(around); i++ {
		if !slices.Equal(around[i:i+len(tokens)], tokens) {
			continue
		}
		for _, intro := range [][]string{titleBefore(around, i), appositionBehind(around, i+len(tokens))} {
			if len(intro) == 0 {
				continue
			}
			found := &coder{table: c.table, date: c.date}
			found.read(c.table.units(intro))
			if found.hasHead && !found.named && len(found.sectors()) > 0 {
				c.adopt(found, strings.Join(intro, " "))
				return
			}
		}
	}
}

// adopt takes over what an introduction says of the name.
func (c *coder) adopt(found *coder, intro string) {
	c.country, c.code, c.body = found.country, found.code, found.body
	c.head, c.hasHead, c.vague, c.former = found.head, true, found.vague, found.former
	c.side, c.allied, c.owner, c.field, c.own = found.side, found.allied, found.owner, found.field, found.own
	c.because("introduced as " + intro)
}

// titleBefore is the run of words before a name that may be its title: up to
// eight, back to a mark, a preposition or a verb's lower-case neighbour.
func titleBefore(tokens []string, i int) []string {
	from := i
	for from > 0 && i-from < 8 {
		w := tokens[from-1]
		if w == "," || prepositionRole(strings.ToLower(w)) != "" || isDeterminer(strings.ToLower(w)) {
			break
		}
		from--
	}
	return tokens[from:i]
}

// appositionBehind is what stands between commas after a name.
func appositionBehind(tokens []string, i int) []string {
	if i >= len(tokens) || tokens[i] != "," {
		return nil
	}
	end := i + 1
	for end < len(tokens) && end-i <= 12 && tokens[end] != "," && tokens[end] != "who" {
		end++
	}
	if words := tokens[i+1 : end]; len(words) > 1 && isDeterminer(strings.ToLower(words[0])) {
		return words[1:]
	}
	return nil
}

func startsUpper(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}
