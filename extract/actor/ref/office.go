package ref

import (
	"slices"
	"strings"
)

// Office is a kind of post: foreign minister, secretary-general.
type Office struct {
	Key    string // "foreign-minister"
	Title  string // in words
	Sector string
	Single bool // one holder at a time in a body

	Phrases []Phrase
	Bodies  []string // as returned by Table.Office: where the phrase asked for means this office; nil for everywhere
}

// Phrase is a way of naming an office, and the bodies where it means this one;
// nil for everywhere.
type Phrase struct {
	Words  string
	Bodies []string
}

type offices struct {
	byKey    map[string]Office
	byPhrase map[string][]Office
}

func (x *offices) add(list []Office) {
	if x.byKey == nil {
		x.byKey, x.byPhrase = map[string]Office{}, map[string][]Office{}
	}
	for _, o := range list {
		x.byKey[o.Key] = o
		for _, p := range o.Phrases {
			key := officePhrase(p.Words)
			o.Bodies = p.Bodies
			x.byPhrase[key] = append(x.byPhrase[key], o)
		}
	}
}

// officePhrase folds a phrase and its spelling variants to one key.
func officePhrase(words string) string {
	var out []string
	for _, token := range strings.Fields(words) {
		for _, p := range pieces(nil, token) {
			out = append(out, officeWord(p.text))
		}
	}
	if len(out) > 1 && out[0] == "the" {
		out = out[1:]
	}
	return strings.Join(out, " ")
}

func officeWord(w string) string {
	switch w {
	case "defense":
		return "defence"
	case "advisor":
		return "adviser"
	case "guerilla":
		return "guerrilla"
	case "guerillas":
		return "guerrillas"
	case "affair":
		return "affairs"
	case "ministers", "presidents", "secretaries", "ambassadors", "envoys", "kings", "leaders", "premiers", "chancellors", "governors":
		return singular(w)
	}
	return w
}

// Office returns the office a phrase names in a body: "foreign secretary" is
// the foreign minister of GBR. Without a body, a phrase used in some bodies only
// is returned with Bodies set: "secretary of state" → USA.
func (t *Table) Office(phrase, body string) (Office, bool) {
	list := t.offices.byPhrase[officePhrase(phrase)]
	for _, o := range list {
		if body != "" && slices.Contains(o.Bodies, body) {
			return o, true
		}
	}
	for _, o := range list {
		if o.Bodies == nil {
			return o, true
		}
	}
	if body == "" && len(list) > 0 {
		return list[0], true
	}
	return Office{}, false
}

// OfficeByKey returns the office of a key.
func (t *Table) OfficeByKey(key string) (Office, bool) {
	o, ok := t.offices.byKey[key]
	return o, ok
}
