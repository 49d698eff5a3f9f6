package imports

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// dictLine is a line of an actor dictionary taken apart.
type dictLine struct {
	number  int
	text    string
	names   []string // as written, underscores and all
	synonym bool     // began with +
	codes   []string // what stood in brackets
	comment string
	bad     string // why it cannot be read
}

var bracket = regexp.MustCompile(`\[([^\]]*)\]`)

// splitLine takes a line apart: comment after # or ;, codes in brackets, and
// before them the name; "A+_B" is two names that lost their line end.
func splitLine(number int, text string) dictLine {
	d := dictLine{number: number, text: text}
	body := text
	if i := strings.IndexAny(body, "#;"); i >= 0 {
		body, d.comment = body[:i], body[i:]
	}
	for _, m := range bracket.FindAllStringSubmatch(body, -1) {
		d.codes = append(d.codes, strings.TrimSpace(m[1]))
	}
	name, _, open := strings.Cut(body, "[")
	if open && len(d.codes) == 0 {
		d.bad = "a bracket is not closed"
	}
	name = strings.TrimSpace(name)
	name, d.synonym = strings.CutPrefix(name, "+")
	for _, n := range strings.Split(name, "+") {
		if n = strings.Trim(n, " _"); n != "" {
			d.names = append(d.names, n)
		}
	}
	if d.synonym && len(d.names) == 0 {
		d.bad = "a synonym without a name"
	}
	return d
}

// block is an actor of a dictionary: its names and codes, over several lines.
type block struct {
	names []dictLine
	codes []dictLine
}

// readActors reads an actor dictionary. An actor begins with a line that has a
// name and no +; the synonyms and dated codes that follow are its own.
func (b *builder) readActors(data []byte) {
	var now block
	for i, text := range lines(data) {
		b.rep.Lines++
		d := splitLine(i+1, text)
		switch {
		case d.bad != "":
			b.rep.refuse(d.number, text, "%s", d.bad)
		case len(d.names) == 0 && len(d.codes) == 0:
			b.blank(d)
		case len(d.names) > 0 && !d.synonym:
			b.close(now)
			now = block{names: []dictLine{d}}
			now.addCodes(d)
		case len(now.names) == 0:
			b.rep.refuse(d.number, text, "stands before the first actor")
		case d.synonym:
			now.names = append(now.names, d)
			now.addCodes(d)
		default:
			now.codes = append(now.codes, d)
		}
	}
	b.close(now)
}

// blank counts an empty line or a comment; anything else without name and code
// is refused.
func (b *builder) blank(d dictLine) {
	if body := strings.TrimSpace(strings.TrimSuffix(d.text, d.comment)); body != "" {
		b.rep.refuse(d.number, d.text, "neither a name nor a code")
		return
	}
	b.rep.Blank++
}

func (k *block) addCodes(d dictLine) {
	if len(d.codes) > 0 {
		k.codes = append(k.codes, dictLine{number: d.number, text: d.text, codes: d.codes, names: d.names})
	}
}

// close imports a finished actor: codes first, for they say what it is.
func (b *builder) close(k block) {
	if len(k.names) == 0 {
		return
	}
	var codes []ref.DatedCode
	refused := map[int]bool{}
	for _, d := range k.codes {
		read, reason := b.readCodes(d)
		codes = append(codes, read...)
		if reason != "" && len(read) == 0 {
			b.rep.refuse(d.number, d.text, "%s", reason)
			refused[d.number] = true
		} else if len(d.names) == 0 {
			b.rep.Imported++
		}
	}
	if len(codes) == 0 {
		b.refuseNames(k, refused)
		return
	}
	b.importNames(k, codes, refused)
}

// refuseNames refuses the names of an actor that has no code.
func (b *builder) refuseNames(k block, refused map[int]bool) {
	for _, d := range k.names {
		if !refused[d.number] {
			b.rep.refuse(d.number, d.text, "an actor without a code")
		}
	}
}

// importNames files the actor under its names, its codes with it.
func (b *builder) importNames(k block, codes []ref.DatedCode, refused map[int]bool) {
	id, main := "", codes[0]
	for _, d := range k.names {
		if refused[d.number] {
			continue
		}
		imported := false
		for _, raw := range d.names {
			names := writtenNames(raw)
			if len(names) == 0 {
				continue
			}
			if id == "" {
				id = b.dictActor(names[0], main, codes, k)
			}
			for _, n := range names {
				b.name(n, id)
			}
			imported = true
		}
		if imported {
			b.rep.Imported++
		} else {
			b.rep.refuse(d.number, d.text, "a name without letters")
		}
	}
	if id == "" {
		return
	}
	for _, c := range codes {
		if c.ActorID = id; c.Country != "" || len(c.Sectors) > 0 {
			b.source.Codings = append(b.source.Codings, c)
		}
	}
}

// dictActor files the actor of a block. A name coded as a bare country is
// another word for the state.
func (b *builder) dictActor(name string, main ref.DatedCode, codes []ref.DatedCode, k block) string {
	if len(codes) == 1 && len(main.Sectors) == 0 && main.From == "" && main.To == "" {
		if state := b.known.State(main.Country); state != nil {
			return state.ID
		}
	}
	a := schema.Actor{Name: name, Kind: schema.Organisation, Country: main.Country, Sectors: main.Sectors}
	if looksLikePerson(name, codes, k) {
		a.Kind = schema.Person
	}
	for _, h := range b.known.Named(name) {
		if h.Actor != nil && same(h.Actor, &a) {
			return h.Actor.ID
		}
	}
	return b.actor(a)
}

// looksLikePerson: dictionaries do not say. Two to six words, none of them one
// that bodies are called by, and codes that come and go with offices.
func looksLikePerson(name string, codes []ref.DatedCode, k block) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 || len(words) > 7 || slices.ContainsFunc(words, isBodyWord) {
		return false
	}
	if strings.Contains(k.names[0].comment, "CountryInfo") || strings.Contains(k.names[0].comment, "rulers") {
		return true
	}
	dated := 0
	for _, c := range codes {
		if c.From != "" || c.To != "" {
			dated++
		}
	}
	return dated > 0 && (dated > 1 || slices.Contains(codes[0].Sectors, "GOV") || slices.Contains(codes[0].Sectors, "ELI"))
}

func isBodyWord(w string) bool {
	switch w {
	case "of", "the", "and", "for", "ministry", "army", "party", "front", "movement", "organization", "organisation", "council",
		"committee", "group", "bank", "agency", "union", "forces", "force", "police", "court", "parliament", "university", "company",
		"corporation", "inc", "ltd", "league", "association", "brigade", "brigades", "government", "republic", "islamic", "national",
		"international", "liberation", "guard", "assembly", "congress", "coalition", "alliance", "province", "network", "commission":
		return true
	}
	return false
}
