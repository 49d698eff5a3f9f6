package event

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// voice is what a sentence shows of the quotation it is in, opens or closes.
type voice struct {
	inside  []bool         // by token: between quotation marks
	opened  bool           // a quotation was open before its first word
	open    bool           // and is after its last
	speaker *actor.Mention // who is said to speak beside the marks; nil when nobody is
	states  *actor.Mention // who is said to speak before a colon without marks
}

// hear reads the quotations of an article, sentence by sentence.
func (p *page) hear() []voice {
	out := make([]voice, len(p.doc.Sentences))
	open := false
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		again := open && i > 0 && s.Par != p.doc.Sentences[i-1].Par
		if again && (len(s.Tokens) == 0 || !quotationMark(s.Tokens[0].Form)) {
			open, again = false, false // never closed
		}
		v := &out[i]
		v.opened, v.inside = open, make([]bool, len(s.Tokens))
		for k := range s.Tokens {
			if quotationMark(s.Tokens[k].Form) && !(again && k == 0) { // each paragraph of a quotation opens it again
				open = !open
			}
			v.inside[k] = open
		}
		v.open = open
		p.attribute(i, v)
	}
	return out
}

func quotationMark(form string) bool { return form == `"` || form == "“" || form == "”" }

// attribute finds who is said to speak in sentence i.
func (p *page) attribute(i int, v *voice) {
	s := &p.doc.Sentences[i]
	if !s.Parsed || i >= len(p.mentions) {
		return
	}
	nearest := len(s.Tokens)
	for k := range s.Tokens {
		if v.inside[k] || s.Tokens[k].UPOS != "VERB" || !p.lex.saying[strings.ToLower(s.Tokens[k].Lemma)] {
			continue
		}
		who := p.sayer(i, k)
		if who == nil {
			continue
		}
		if d := fromMark(s, k); d < nearest {
			v.speaker, nearest = who, d
		}
		if c := colonAfter(s, k); c >= 0 && (c+1 == len(s.Tokens) || !quotationMark(s.Tokens[c+1].Form)) {
			v.states = who
		}
	}
}

// sayer is the one person who is the subject of verb k of sentence i, nil for
// anybody else.
func (p *page) sayer(i, k int) *actor.Mention {
	for n, tok := range p.doc.Sentences[i].Tokens {
		if tok.Head != k || tok.Rel != "nsubj" {
			continue
		}
		for m := range p.mentions[i] {
			x := &p.mentions[i][m]
			if x.First <= n && n < x.Last && !x.Modifier && len(x.Actors) == 1 && x.Actors[0].Kind == schema.Person {
				return x
			}
		}
	}
	return nil
}

// fromMark is how far token k is from the nearest quotation mark.
func fromMark(s *text.Sentence, k int) int {
	best := len(s.Tokens)
	for n := range s.Tokens {
		if quotationMark(s.Tokens[n].Form) {
			best = min(best, max(n-k, k-n))
		}
	}
	return best
}

// colonAfter is the colon that follows verb k with no other verb between, -1 for none.
func colonAfter(s *text.Sentence, k int) int {
	for n := k + 1; n < len(s.Tokens); n++ {
		switch {
		case s.Tokens[n].Form == ":":
			return n
		case s.Tokens[n].UPOS == "VERB":
			return -1
		}
	}
	return -1
}

// says is whose words token k of sentence i is: those of who is said to speak
// where the quotation stands, opens or closes, or went on speaking from the
// sentence before. Words without marks are whose statement they follow.
func (p *page) says(i, k int) *actor.Mention {
	v := &p.voices[i]
	if !v.inside[k] {
		return p.stating(i)
	}
	for j := i; j >= 0; j-- {
		if p.voices[j].speaker != nil {
			return p.voices[j].speaker
		}
		if !p.voices[j].opened {
			break
		}
	}
	for j := i; j < len(p.voices) && p.voices[j].open; j++ {
		if j+1 < len(p.voices) && p.voices[j+1].speaker != nil {
			return p.voices[j+1].speaker
		}
	}
	if i > 0 && !v.opened {
		return p.voices[i-1].speaker
	}
	return nil
}

// quoting is whose quotation token k of sentence i stands in, nil outside of any.
func (p *page) quoting(i, k int) *actor.Mention {
	if !p.voices[i].inside[k] || p.scare(i, k) {
		return nil
	}
	return p.says(i, k)
}

// scare reports whether the marks around token k hold a few words of a sentence
// that is not itself quoted: some "illegal" act.
func (p *page) scare(i, k int) bool {
	v := &p.voices[i]
	if v.opened || v.open {
		return false
	}
	words := 0
	for n := k; n >= 0 && v.inside[n]; n-- {
		words++
	}
	for n := k; n < len(v.inside) && v.inside[n]; n++ {
		words++
	}
	return words < 6
}

// stating is who made the statement that sentence i, without quotation marks, is in.
func (p *page) stating(i int) *actor.Mention {
	for j := i; j >= 0; j-- {
		if p.voices[j].states != nil {
			return p.voices[j].states
		}
	}
	return nil
}

// firstPersons adds a mention for every "I" of sentence i whose speaker is named
// elsewhere: in the sentence before or after, or before the statement it is in.
func (p *page) firstPersons(i int) []actor.Mention {
	out, s := p.mentions[i], &p.doc.Sentences[i]
	for k := range s.Tokens {
		if !ownVoice(&s.Tokens[k]) || slices.ContainsFunc(out, func(m actor.Mention) bool { return m.First <= k && k < m.Last }) {
			continue
		}
		if who := p.says(i, k); who != nil {
			m := actor.Mention{Span: s.Tokens[k].Span, Sentence: i, First: k, Last: k + 1, Head: k, Actors: who.Actors, How: actor.ByPronoun, Why: "the one who speaks, named in sentence " + strconv.Itoa(who.Sentence+1)}
			at := slices.IndexFunc(out, func(x actor.Mention) bool { return x.First > k })
			if at < 0 {
				at = len(out)
			}
			out = slices.Insert(slices.Clone(out), at, m)
		}
	}
	return out
}

// ownVoice reports whether a token is whoever speaks: "I", "me".
func ownVoice(t *text.Token) bool {
	return t.Form == "I" || t.Form == "me"
}
