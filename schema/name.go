package schema

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NameKey folds a personal name so that its usual spellings in English fall
// together: "Volodymyr Zelenskyy" and "Zelensky", "Sergei" and "Sergey",
// "Muhammad" and "Mohammed", "Qadhafi" and "Gaddafi". Words are separated by one
// space. Equal keys are a reason to compare two names, never a proof that they
// name one person.
func NameKey(name string) string {
	words := strings.FieldsFunc(plainLetters(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return strings.Join(words, " ")
}

// plainLetters lowers the case and takes marks and apostrophes off.
func plainLetters(name string) string {
	if asciiLower(name) {
		return name
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ʻ' || r == '`':
		default:
			b.WriteString(FoldLetter(unicode.ToLower(r)))
		}
	}
	return b.String()
}

func asciiLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' || c == '\'' || c == '`' {
			return false
		}
	}
	return true
}

// foldWord spells one word the shortest usual way. The order of the rules matters.
func foldWord(w string) string {
	if len(w) < 3 {
		return w
	}
	if k, ok := oneName[w]; ok {
		return k
	}
	w = soundSpelling.Replace(w)
	w = trimEnding(w)
	return squeeze(w)
}

// oneName holds the spellings of very common names that no rule joins safely.
var oneName = map[string]string{
	"muhammad": "mohamed", "mohammad": "mohamed", "mohammed": "mohamed", "mohamad": "mohamed", "muhammed": "mohamed", "mohamed": "mohamed", "mahomed": "mohamed",
	"hussein": "husein", "hussain": "husein", "husayn": "husein", "hossein": "husein", "hussayn": "husein", "huseyin": "husein",
	"gaddafi": "gadafi", "qaddafi": "gadafi", "qadhafi": "gadafi", "gadhafi": "gadafi", "kadafi": "gadafi", "kaddafi": "gadafi", "qadafi": "gadafi", "gheddafi": "gadafi",
	"muammar": "muamar", "moammar": "muamar", "muamar": "muamar", "moamar": "muamar", "moamer": "muamar", "muammer": "muamar",
	"yusuf": "yusuf", "yousef": "yusuf", "yousuf": "yusuf", "youssef": "yusuf", "yusef": "yusuf", "yussuf": "yusuf", "joseph": "joseph",
	"abdallah": "abdula", "abdullah": "abdula", "abdulla": "abdula", "abdellah": "abdula",
	"alexander": "aleksandr", "alexandr": "aleksandr", "aleksandr": "aleksandr", "aleksander": "aleksandr", "oleksandr": "aleksandr",
	"alexei": "aleksei", "alexey": "aleksei", "aleksey": "aleksei", "aleksei": "aleksei", "alexej": "aleksei", "oleksiy": "oleksi", "oleksii": "oleksi",
	"dmitry": "dmitri", "dmitri": "dmitri", "dmitriy": "dmitri", "dmitrii": "dmitri", "dmytro": "dmitro",
	"yasser": "yaser", "yasir": "yaser", "yassir": "yaser", "yaser": "yaser", "arafat": "arafat",
	"osama": "osama", "usama": "osama", "usamah": "osama", "omar": "omar", "umar": "omar", "omer": "omar",
	"mahmud": "mahmud", "mahmoud": "mahmud", "mehmood": "mahmud", "ahmad": "ahmed", "ahmed": "ahmed", "ahmet": "ahmet",
	"ibrahim": "ibrahim", "ebrahim": "ibrahim", "khamenei": "khamenei", "khameini": "khamenei", "vladimir": "vladimir", "volodymyr": "volodimir", "volodimir": "volodimir",
	"yevgeny": "evgeni", "evgeny": "evgeni", "yevgeni": "evgeni", "evgeni": "evgeni", "evgeniy": "evgeni", "yevgeniy": "evgeni",
	"yeltsin": "eltsin", "eltsin": "eltsin", "lukashenko": "lukashenko", "lukashenka": "lukashenko", "maduro": "maduro", "kiev": "kiev",
}

// soundSpelling joins the ways one sound is spelled.
var soundSpelling = strings.NewReplacer(
	"yy", "i", "iy", "i", "ii", "i", "ij", "i", "yi", "i", "ey", "ei", "ay", "ai", "oy", "oi", "uy", "ui",
	"ou", "u", "oo", "u", "ee", "i", "kh", "h", "dh", "d", "gh", "g", "q", "k", "ck", "k", "ph", "f", "ks", "x",
	"sch", "sh", "tsch", "ch", "tch", "ch", "zh", "j", "dj", "j", "w", "v", "aa", "a",
)

// trimEnding drops the vowel marks that vary at the end of a name.
func trimEnding(w string) string {
	if n := len(w); n > 3 && w[n-1] == 'y' {
		return w[:n-1] + "i"
	}
	return w
}

// squeeze writes doubled letters once.
func squeeze(w string) string {
	b := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i] == w[i-1] && w[i] < 0x80 {
			continue
		}
		b = append(b, w[i])
	}
	return string(b)
}
