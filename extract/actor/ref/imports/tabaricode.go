package imports

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
)

var restriction = regexp.MustCompile(`^([A-Za-z0-9~-]+)\s*(?:([<>])\s*([0-9]+)|([0-9]+)\s*-\s*([0-9]+)|([0-9]+))?$`)

// readCodes reads the bracketed codes of a line. "---" says that no code holds
// outside the dates given, which needs no row.
func (b *builder) readCodes(d dictLine) (out []ref.DatedCode, reason string) {
	for _, raw := range d.codes {
		code, why := b.readCode(raw, d)
		if why != "" {
			reason = why
			if len(d.codes) > 1 {
				b.rep.note(d.number, d.text, "code [%s] left out: %s", raw, why)
			}
			continue
		}
		out = append(out, code)
	}
	return out, reason
}

// readCode reads one: CODE, CODE <date, CODE >date, CODE date-date.
func (b *builder) readCode(raw string, d dictLine) (c ref.DatedCode, why string) {
	if raw == "---" {
		return c, ""
	}
	m := restriction.FindStringSubmatch(raw)
	if m == nil {
		return c, "not a code with dates: [" + raw + "]"
	}
	var ok1, ok2 bool
	switch {
	case m[2] == "<":
		c.To, ok1 = dictDate(m[3])
		ok2 = true
	case m[2] == ">":
		c.From, ok1 = dictDate(m[3])
		ok2 = true
	case m[6] != "":
		c.From, ok1 = dictDate(m[6])
		ok2 = true
	case m[4] != "":
		c.From, ok1 = dictDate(m[4])
		c.To, ok2 = dictDate(m[5])
	default:
		ok1, ok2 = true, true
	}
	switch {
	case !ok1 || !ok2:
		return c, "not a date, want YYMMDD or YYYYMMDD: [" + raw + "]"
	case endsFirst(c.From, c.To):
		return c, "ends before it begins: [" + raw + "]"
	}
	var left []string
	c.Country, c.Sectors, left = b.splitCode(m[1])
	if c.Country == "" && len(c.Sectors) == 0 {
		return c, "no country or sector in code [" + raw + "]"
	}
	if len(left) > 0 {
		b.rep.note(d.number, d.text, "no PLOVER word for %s of [%s]", strings.Join(left, " "), raw)
	}
	return c, ""
}

// dictDate reads YYMMDD, two-digit years up to 30 being of this century as
// PETRARCH has it, and YYYYMMDD. A day or month of 0 is not known.
func dictDate(s string) (string, bool) {
	switch len(s) {
	case 6:
		century := "19"
		if s[:2] <= "30" {
			century = "20"
		}
		s = century + s
	case 8:
	default:
		return "", false
	}
	year, month, day := s[:4], s[4:6], s[6:]
	switch {
	case month > "12" || day > "31":
		return "", false
	case month == "00":
		return year, true
	case day == "00":
		return year + "-" + month, true
	}
	return year + "-" + month + "-" + day, true
}

// splitCode cuts a CAMEO code into threes: a country or a kind of body first,
// then sectors. What PLOVER has no word for is returned as left.
func (b *builder) splitCode(code string) (country string, sectors, left []string) {
	code = strings.ToUpper(strings.Trim(code, "~-"))
	for i := 0; i < len(code); i += 3 {
		part := code[i:min(i+3, len(code))]
		where, isPlace := b.place(part)
		sector, isSector := plover(part)
		switch {
		case isPlace && (country == "" || narrows(country, where)):
			country = where
		case isPlace && where == country:
		case isSector && sector == "":
		case isSector && !slices.Contains(sectors, sector):
			sectors = append(sectors, sector)
		case isSector:
		default:
			left = append(left, part)
		}
	}
	if country == "IMG" && !slices.Contains(sectors, "REB") {
		sectors = append([]string{"REB"}, sectors...) // a militarised group, whatever its faith
	}
	return country, sectors, left
}

// narrows: IGO then UNO is the United Nations; a second country does not count.
func narrows(have, next string) bool { return have == "IGO" && (next == "UNO" || next == "EUR") }

// place reads a country, a former one, or a kind of body.
func (b *builder) place(part string) (string, bool) {
	switch part {
	case "IGO", "UNO", "NGO", "MNC", "IMG", "ISM", "EUR":
		return part, true
	case "INT":
		return "IGO", true
	case "NGM":
		return "NGO", true
	case "EEC", "EUU":
		return "EUR", true
	}
	if now, ok := formerCodes[part]; ok {
		return now, true
	}
	_, ok := b.known.Country(part)
	return part, ok
}

// formerCodes are codes of states that are gone or are written otherwise now.
var formerCodes = map[string]string{
	"USR": "RUS", "SUN": "RUS", "YUG": "SRB", "SCG": "SRB", "CZS": "CZE", "CSK": "CZE", "DDR": "DEU", "GDR": "DEU", "GME": "DEU", "BRD": "DEU",
	"TMP": "TLS", "ROM": "ROU", "ZAR": "COD", "KSV": "KOS", "XKX": "KOS", "BUR": "MMR", "WSB": "PSE", "GZS": "PSE", "PAL": "PSE",
	"VDR": "VNM", "YMD": "YEM", "YAR": "YEM", "HVO": "BFA", "DHY": "BEN", "RHO": "ZWE",
}

// plover reads a CAMEO role as a PLOVER sector; an empty one is an attribute
// that PLOVER does not code.
func plover(part string) (sector string, ok bool) {
	switch part {
	case "GOV", "MIL", "REB", "OPP", "PTY", "ELI", "CVL", "JUD", "LEG", "COP", "SPY", "UAF", "BUS", "LAB", "AGR", "EDU", "REF", "CRM", "REL", "PRM":
		return part, true
	case "MED":
		return "JRN", true
	case "HLH":
		return "MED", true
	case "SEP", "INS":
		return "REB", true
	case "HRI", "DEV", "ENV":
		return "SOC", true
	case "PPL", "SET", "KID":
		return "CVL", true
	case "HCR":
		return "REF", true
	case "MUS", "CHR", "HIN", "JEW", "BUD", "CTH", "PRO", "ORT", "SHI", "SUN", "SFI", "TAO", "SIK", "JAN", "BAH", "HSD", "UDX", "ITR", "NRM", "MRN", "CPT", "DRZ", "ALE":
		return "REL", true
	case "RAD", "MOD", "TOP", "MID", "HAR":
		return "", true
	}
	return "", false
}
