package schema

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Base is the namespace of every IRI of ours, on disk and in exports.
const Base = "https://w3id.org/entente/"

// Prefixes maps the short prefixes used in queries and on screen to namespaces.
// A name without a prefix is a relation or property of Base+"schema/".
var Prefixes = [...]struct{ Short, Full string }{
	{"actor", Base + "actor/"},
	{"place", Base + "place/"},
	{"event", Base + "event/"},
	{"fact", Base + "fact/"},
	{"article", Base + "article/"},
	{"sentence", Base + "sentence/"},
	{"role", Base + "role/"},
	{"curation", Base + "curation/"},
	{"entente", Base + "schema/"},
	{"plover", Base + "plover/"},
	{"wikidata", "http://www.wikidata.org/entity/"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// Expand turns a short name ("actor:antony-blinken", "spoke-with") into its
// absolute IRI. What is absolute already, or has an unknown prefix, is returned as it is.
func Expand(short string) string {
	prefix, rest, found := strings.Cut(short, ":")
	if !found {
		return Base + "schema/" + short
	}
	for _, p := range Prefixes {
		if p.Short == prefix {
			return p.Full + rest
		}
	}
	return short
}

// Shorten is the inverse of Expand.
func Shorten(iri string) string {
	for _, p := range Prefixes {
		rest, found := strings.CutPrefix(iri, p.Full)
		switch {
		case !found:
		case p.Short == "entente" && !strings.Contains(rest, ":"):
			return rest
		default:
			return p.Short + ":" + rest
		}
	}
	return iri
}

// Slug turns a name into the readable part of an ID: lower case ASCII letters,
// digits and hyphens. Letters outside Latin are kept as they are, percent-free,
// so that names in other scripts stay apart; a name without any letter or digit
// gives "".
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(FoldLetter(unicode.ToLower(r)))
		default:
			gap = true
		}
	}
	return b.String()
}

// FoldLetter spells a lower-case Latin letter that Unicode does not decompose in
// ASCII; any other it returns as it is.
func FoldLetter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ə':
		return "a"
	}
	return string(r)
}
