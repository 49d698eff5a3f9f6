package text

import "strings"

// aheadOf makes one preposition of "ahead of", where its halves hang apart: what they "met ahead of" is a phrase of the verb.
func aheadOf(s *Sentence) {
	for i := range s.Tokens {
		if i+2 >= len(s.Tokens) || !strings.EqualFold(s.Tokens[i].Form, "ahead") || s.Tokens[i+1].Form != "of" || s.Tokens[i].UPOS == "ADP" {
			continue
		}
		of, ahead := &s.Tokens[i+1], &s.Tokens[i]
		noun := of.Head
		if of.Rel != "case" || noun <= i+1 || ahead.Head < 0 || s.under(ahead.Head, noun) {
			continue
		}
		if t := &s.Tokens[noun]; t.Head == i {
			t.Head, t.Rel = ahead.Head, "obl"
		}
		if t := &s.Tokens[noun]; t.Head != ahead.Head {
			continue
		}
		ahead.Head, ahead.Rel, ahead.UPOS, ahead.XPOS = noun, "case", "ADP", "IN"
		of.Head, of.Rel = i, "fixed"
		for k := range s.Tokens {
			if t := &s.Tokens[k]; t.Head == i && k != i+1 {
				t.Head = noun
			}
		}
	}
}

// talksWith hangs on talks after or for which something was done those with whom they were, right behind them: in "met Berg after talks
// with Lind" the meeting was not with Lind.
func talksWith(s *Sentence) {
	for i := range s.Tokens {
		if !isTalkNoun(s.Tokens[i].Lemma) || i+2 >= len(s.Tokens) || s.Tokens[i+1].Form != "with" || s.Tokens[i].Rel != "obl" && s.Tokens[i].Rel != "nmod" || s.child(i, "case") < 0 {
			continue
		}
		if with := &s.Tokens[i+1]; with.Rel == "case" && with.Head > i && s.Tokens[with.Head].Head == s.Tokens[i].Head && nominal(&s.Tokens[with.Head]) {
			t := &s.Tokens[with.Head]
			t.Head, t.Rel = i, "nmod"
		}
	}
}

// isTalkNoun holds for nouns of what people do together with words.
func isTalkNoun(lemma string) bool {
	switch lemma {
	case "talk", "negotiation", "discussion", "meeting", "summit", "consultation", "dialogue", "conversation", "encounter":
		return true
	}
	return false
}
