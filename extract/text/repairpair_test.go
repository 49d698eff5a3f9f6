package text

import (
	"fmt"
	"testing"
)

// TestRepairPairs holds what is mended in a tree beside a like one that is left alone.
func TestRepairPairs(t *testing.T) {
	named := func(s *Sentence, tokens ...int) *Sentence {
		for _, i := range tokens {
			s.Names = append(s.Names, Name{First: i, Last: i + 1, Type: PER})
		}
		return s
	}
	for _, c := range []struct {
		name string
		mend func(*Sentence)
		s    *Sentence
		want string
	}{
		{"has done", perfectVerb, tree(word("Chad", "PROPN", "NNP", "nsubj", 1), verb("has", "have", "VBZ", "root", -1),
			verb("suspended", "suspend", "VBN", "amod", 3), word("trade", "NOUN", "NN", "obj", 1)),
			"Chad/nsubj/2 has/aux/2 suspended/root/-1 trade/obj/2"},
		{"has something of a kind", perfectVerb, tree(word("Chad", "PROPN", "NNP", "nsubj", 1), verb("has", "have", "VBZ", "root", -1),
			verb("limited", "limit", "VBN", "amod", 3), word("means", "NOUN", "NNS", "obj", 1)),
			"Chad/nsubj/1 has/root/-1 limited/amod/3 means/obj/1"},
		{"a name that is a modal too", nameNoAuxiliary, tree(word("Ana", "PROPN", "NNP", "nsubj", 2), word("May", "PROPN", "NNP", "aux", 2), verb("left", "leave", "VBD", "root", -1)),
			"Ana/nsubj/2 May/flat/0 left/root/-1"},
		{"a title read as a modal", nameNoAuxiliary, tree(word("Green", "PROPN", "NNP", "nsubj", 1), word("MP", "PROPN", "NNP", "aux", 3), word("Hale", "PROPN", "NNP", "flat", 1),
			verb("left", "leave", "VBD", "root", -1)),
			"Green/compound/1 MP/nsubj/3 Hale/flat/1 left/root/-1"},
		{"a modal", nameNoAuxiliary, tree(word("Ana", "PROPN", "NNP", "nsubj", 2), word("may", "AUX", "MD", "aux", 2), verb("leave", "leave", "VB", "root", -1)),
			"Ana/nsubj/2 may/aux/2 leave/root/-1"},
		{"a paper", capitalVerb, tree(verb("told", "tell", "VBD", "root", -1), word("Daily", "PROPN", "NNP", "nsubj", 2), verb("Post", "post", "VBP", "ccomp", 0)),
			"told/root/-1 Daily/compound/2 Post/obj/0"},
		{"a headline", capitalVerb, tree(verb("Reports", "report", "VBZ", "root", -1), word("Berg", "PROPN", "NNP", "nsubj", 2), verb("Post", "post", "VBP", "ccomp", 0)),
			"Reports/root/-1 Berg/nsubj/2 Post/ccomp/0"},
		{"a gerund that would", saidGerund, tree(verb("said", "say", "VBD", "root", -1), verb("killing", "kill", "VBG", "xcomp", 0), word("Lind", "PROPN", "NNP", "obj", 1),
			word("would", "AUX", "MD", "aux", 4), verb("help", "help", "VB", "ccomp", 0)),
			"said/root/-1 killing/csubj/4 Lind/obj/1 would/aux/4 help/ccomp/0"},
		{"a gerund, and who would", saidGerund, tree(verb("stopped", "stop", "VBD", "root", -1), verb("killing", "kill", "VBG", "xcomp", 0), word("Lind", "PROPN", "NNP", "nsubj", 4),
			word("would", "AUX", "MD", "aux", 4), verb("help", "help", "VB", "ccomp", 0)),
			"stopped/root/-1 killing/xcomp/0 Lind/nsubj/4 would/aux/4 help/ccomp/0"},
		{"past an aside", pastParenthesis, tree(word("common", "ADJ", "JJ", "root", -1), word("--", "PUNCT", ":", "punct", 3), word("Ivo", "PROPN", "NNP", "nsubj", 3),
			verb("was", "be", "VBD", "parataxis", 0), word("--", "PUNCT", ":", "punct", 6), word("to", "PART", "TO", "mark", 6), verb("rule", "rule", "VB", "advcl", 3)),
			"common/root/-1 --/punct/3 Ivo/nsubj/3 was/parataxis/0 --/punct/6 to/mark/6 rule/advcl/0"},
		{"no aside", pastParenthesis, tree(word("common", "ADJ", "JJ", "root", -1), word(",", "PUNCT", ",", "punct", 3), word("Ivo", "PROPN", "NNP", "nsubj", 3),
			verb("came", "come", "VBD", "parataxis", 0), word("to", "PART", "TO", "mark", 5), verb("rule", "rule", "VB", "advcl", 3)),
			"common/root/-1 ,/punct/3 Ivo/nsubj/3 came/parataxis/0 to/mark/5 rule/advcl/3"},
		{"claims that", thatMarker, tree(word("claims", "NOUN", "NNS", "root", -1), word("that", "PRON", "WDT", "obj", 3), word("it", "PRON", "PRP", "nsubj", 3),
			verb("attacked", "attack", "VBD", "acl:relcl", 0), word("ships", "NOUN", "NNS", "obj", 3)),
			"claims/root/-1 that/mark/3 it/nsubj/3 attacked/acl/0 ships/obj/3"},
		{"ships that", thatMarker, tree(word("ships", "NOUN", "NNS", "root", -1), word("that", "PRON", "WDT", "obj", 3), word("it", "PRON", "PRP", "nsubj", 3),
			verb("attacked", "attack", "VBD", "acl:relcl", 0)),
			"ships/root/-1 that/obj/3 it/nsubj/3 attacked/acl:relcl/0"},
		{"recognised as", beforePreposition, tree(verb("recognised", "recognise", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "compound", 3), word("as", "ADP", "IN", "case", 3),
			word("president", "NOUN", "NN", "obl", 0)),
			"recognised/root/-1 Lind/obj/0 as/case/3 president/obl/0"},
		{"as whose", beforePreposition, tree(verb("served", "serve", "VBD", "root", -1), word("as", "ADP", "IN", "case", 3), word("Senate", "PROPN", "NNP", "compound", 3),
			word("president", "NOUN", "NN", "obl", 0)),
			"served/root/-1 as/case/3 Senate/compound/3 president/obl/0"},
		{"a claim by somebody", claimBy, tree(word("claim", "NOUN", "NN", "root", -1), word("by", "ADP", "IN", "case", 2), word("media", "NOUN", "NNS", "nmod", 0),
			word("that", "SCONJ", "IN", "mark", 5), word("Chad", "PROPN", "NNP", "nsubj", 5), verb("left", "leave", "VBD", "acl", 2)),
			"claim/root/-1 by/case/2 media/nmod/0 that/mark/5 Chad/nsubj/5 left/acl/0"},
		{"owned", ownedNoun, tree(verb("called", "call", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "nmod:poss", 3), word("'s", "PART", "POS", "case", 1),
			verb("conduct", "conduct", "VB", "xcomp", 0), word("lousy", "ADJ", "JJ", "obj", 3)),
			"called/root/-1 Lind/nmod:poss/3 's/case/1 conduct/obj/0 lousy/xcomp/0"},
		{"not owned", ownedNoun, tree(verb("let", "let", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "obj", 0), word("of", "ADP", "IN", "case", 3),
			verb("conduct", "conduct", "VB", "xcomp", 0), word("talks", "NOUN", "NNS", "obj", 3)),
			"let/root/-1 Lind/obj/0 of/case/3 conduct/xcomp/0 talks/obj/3"},
		{"opposed", opposedVerb, tree(word("Lind", "PROPN", "NNP", "nmod:poss", 3), word("opposed", "ADP", "IN", "case", 3),
			word("the", "DET", "DT", "det", 3), word("plan", "NOUN", "NN", "root", -1)),
			"Lind/nsubj/1 opposed/root/-1 the/det/3 plan/obj/1"},
		{"opposed, hung on who did", opposedVerb, tree(word("Lind", "PROPN", "NNP", "root", -1), word("opposed", "VERB", "VBD", "case", 3),
			word("the", "DET", "DT", "det", 3), word("plan", "NOUN", "NN", "nmod", 0)),
			"Lind/nsubj/1 opposed/root/-1 the/det/3 plan/obj/1"},
		{"visit and hold", ownObject, tree(verb("visit", "visit", "VB", "root", -1), word("Riga", "PROPN", "NNP", "obj", 0), word("and", "CCONJ", "CC", "cc", 3),
			verb("hold", "hold", "VB", "conj", 0), word("talks", "NOUN", "NNS", "obj", 0)),
			"visit/root/-1 Riga/obj/0 and/cc/3 hold/conj/0 talks/obj/3"},
		{"plan and build", ownObject, tree(verb("plan", "plan", "VB", "root", -1), word("and", "CCONJ", "CC", "cc", 2),
			verb("build", "build", "VB", "conj", 0), word("roads", "NOUN", "NNS", "obj", 0)),
			"plan/root/-1 and/cc/2 build/conj/0 roads/obj/0"},
		{"then travel", thenVerb, tree(word("will", "AUX", "MD", "aux", 1), verb("fly", "fly", "VB", "root", -1), word("then", "ADV", "RB", "advmod", 3),
			verb("travel", "travel", "VB", "parataxis", 1)),
			"will/aux/1 fly/root/-1 then/advmod/3 travel/conj/1"},
		{"call, in brackets", thenVerb, tree(word("can", "AUX", "MD", "aux", 1), verb("do", "do", "VB", "root", -1), word("[", "PUNCT", "-LRB-", "punct", 3),
			verb("call", "call", "VB", "parataxis", 1)),
			"can/aux/1 do/root/-1 [/punct/3 call/parataxis/1"},
		{"both spoke, police said", reportedPast, tree(word("Lind", "PROPN", "NNP", "nsubj", 4), verb("spoke", "speak", "VBD", "acl", 0), word(",", "PUNCT", ",", "punct", 0),
			word("police", "NOUN", "NNS", "nsubj", 4), verb("said", "say", "VBD", "root", -1)),
			"Lind/nsubj/1 spoke/ccomp/4 ,/punct/1 police/nsubj/4 said/root/-1"},
		{"those killed said", reportedPast, tree(word("those", "PRON", "DT", "nsubj", 2), verb("killed", "kill", "VBD", "acl", 0), verb("said", "say", "VBD", "root", -1)),
			"those/nsubj/2 killed/acl/0 said/root/-1"},
		{"whose talks failed", whoClause, tree(verb("met", "meet", "VBD", "root", -1), word("with", "ADP", "IN", "case", 2), word("Lind", "PROPN", "NNP", "obl", 0), word(",", "PUNCT", ",", "punct", 6),
			word("whose", "PRON", "WP$", "nmod:poss", 5), word("talks", "NOUN", "NNS", "nsubj", 6), verb("failed", "fail", "VBD", "ccomp", 0)),
			"met/root/-1 with/case/2 Lind/obl/0 ,/punct/6 whose/nmod:poss/5 talks/nsubj/6 failed/acl:relcl/2"},
		{"asked whose talks failed", whoClause, tree(verb("asked", "ask", "VBD", "root", -1), word("of", "ADP", "IN", "case", 2), word("Lind", "PROPN", "NNP", "obl", 0),
			word("whose", "PRON", "WP$", "nmod:poss", 4), word("talks", "NOUN", "NNS", "nsubj", 5), verb("failed", "fail", "VBD", "ccomp", 0)),
			"asked/root/-1 of/case/2 Lind/obl/0 whose/nmod:poss/4 talks/nsubj/5 failed/ccomp/0"},
		{"overthrew Lind, police said", reportedObject, tree(word("army", "NOUN", "NN", "nsubj", 1), verb("overthrew", "overthrow", "VBD", "ccomp", 5), word("Lind", "PROPN", "NNP", "nsubj", 5),
			word(",", "PUNCT", ",", "punct", 2), word("police", "NOUN", "NNS", "nsubj", 5), verb("said", "say", "VBD", "root", -1)),
			"army/nsubj/1 overthrew/ccomp/5 Lind/obj/1 ,/punct/2 police/nsubj/5 said/root/-1"},
		{"is in Riga, police said", reportedPredicate, tree(word("Lind", "PROPN", "NNP", "nsubj", 6), word("is", "AUX", "VBZ", "cop", 3), word("in", "ADP", "IN", "case", 3),
			word("Riga", "PROPN", "NNP", "obl", 6), word(",", "PUNCT", ",", "punct", 3), word("police", "NOUN", "NNS", "nsubj", 6), verb("said", "say", "VBD", "root", -1)),
			"Lind/nsubj/3 is/cop/3 in/case/3 Riga/ccomp/6 ,/punct/3 police/nsubj/6 said/root/-1"},
		{"a list and its verb", listRoot, tree(word("Chad", "PROPN", "NNP", "root", -1), word("and", "CCONJ", "CC", "cc", 2), word("Mali", "PROPN", "NNP", "conj", 0),
			verb("cut", "cut", "VBD", "conj", 0), word("ties", "NOUN", "NNS", "obj", 3)),
			"Chad/nsubj/3 and/cc/2 Mali/conj/0 cut/root/-1 ties/obj/3"},
		{"a list and another verb", listRoot, tree(word("Chad", "PROPN", "NNP", "root", -1), word("and", "CCONJ", "CC", "cc", 2), word("Mali", "PROPN", "NNP", "conj", 0),
			word("and", "CCONJ", "CC", "cc", 4), verb("cut", "cut", "VBD", "conj", 0)),
			"Chad/root/-1 and/cc/2 Mali/conj/0 and/cc/4 cut/conj/0"},
		{"on Friday, Lind agreed", afterDay, tree(word("On", "ADP", "IN", "case", 1), word("Friday", "PROPN", "NNP", "obl", 4), word(",", "PUNCT", ",", "punct", 1),
			word("Lind", "PROPN", "NNP", "appos", 1), verb("agreed", "agree", "VBD", "root", -1)),
			"On/case/1 Friday/obl/4 ,/punct/1 Lind/nsubj/4 agreed/root/-1"},
		{"on Friday, May 5", afterDay, tree(word("On", "ADP", "IN", "case", 1), word("Friday", "PROPN", "NNP", "obl", 4), word(",", "PUNCT", ",", "punct", 1),
			word("May", "PROPN", "NNP", "appos", 1), verb("agreed", "agree", "VBD", "root", -1)),
			"On/case/1 Friday/obl/4 ,/punct/1 May/appos/1 agreed/root/-1"},
		{"another on another day", pastDay, named(tree(verb("met", "meet", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "obj", 0), word("on", "ADP", "IN", "case", 3),
			word("Friday", "PROPN", "NNP", "obl", 0), word("and", "CCONJ", "CC", "cc", 5), word("Berg", "PROPN", "NNP", "conj", 3)), 1, 5),
			"met/root/-1 Lind/obj/0 on/case/3 Friday/obl/0 and/cc/5 Berg/conj/1"},
		{"two days", pastDay, named(tree(verb("met", "meet", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "obj", 0), word("on", "ADP", "IN", "case", 3),
			word("Friday", "PROPN", "NNP", "obl", 0), word("and", "CCONJ", "CC", "cc", 5), word("Sunday", "PROPN", "NNP", "conj", 3)), 1),
			"met/root/-1 Lind/obj/0 on/case/3 Friday/obl/0 and/cc/5 Sunday/conj/3"},
		{"as opposed to", opposedVerb, tree(word("tea", "NOUN", "NN", "root", -1), word("as", "ADP", "IN", "case", 3),
			word("opposed", "ADP", "IN", "case", 3), word("milk", "NOUN", "NN", "nmod", 0)),
			"tea/root/-1 as/case/3 opposed/case/3 milk/nmod/0"},
		{"said whose clause", saidSubject, tree(verb("said", "say", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "iobj", 0),
			word(",", "PUNCT", ",", "punct", 3), word("envoy", "NOUN", "NN", "appos", 1), word(",", "PUNCT", ",", "punct", 5),
			verb("left", "leave", "VBD", "ccomp", 0)),
			"said/root/-1 Lind/nsubj/5 ,/punct/3 envoy/appos/1 ,/punct/5 left/ccomp/0"},
		{"told whom", saidSubject, tree(verb("told", "tell", "VBD", "root", -1), word("Lind", "PROPN", "NNP", "iobj", 0),
			word("to", "PART", "TO", "mark", 3), verb("leave", "leave", "VB", "ccomp", 0)),
			"told/root/-1 Lind/iobj/0 to/mark/3 leave/ccomp/0"},
		{"given whom what", twoObjects, tree(verb("granted", "grant", "VBD", "root", -1), word("Chad", "PROPN", "NNP", "obj", 0),
			word("a", "DET", "DT", "det", 3), word("delay", "NOUN", "NN", "obj", 0)),
			"granted/root/-1 Chad/iobj/0 a/det/3 delay/obj/0"},
		{"met two", twoObjects, tree(verb("met", "meet", "VBD", "root", -1), word("Chad", "PROPN", "NNP", "obj", 0),
			word("envoys", "NOUN", "NNS", "obj", 0)), "met/root/-1 Chad/obj/0 envoys/obj/0"},
		{"a clause with which", whichClause, tree(verb("sent", "send", "VBN", "root", -1), word("to", "ADP", "IN", "case", 2), word("Chad", "PROPN", "NNP", "obl", 0),
			word(",", "PUNCT", ",", "punct", 5), word("which", "PRON", "WDT", "nsubj", 5), verb("fights", "fight", "VBZ", "advcl", 0)),
			"sent/root/-1 to/case/2 Chad/obl/0 ,/punct/5 which/nsubj/5 fights/acl:relcl/2"},
		{"a clause with when", whichClause, tree(verb("sent", "send", "VBN", "root", -1), word("to", "ADP", "IN", "case", 2), word("Chad", "PROPN", "NNP", "obl", 0),
			word("when", "SCONJ", "WRB", "mark", 5), word("it", "PRON", "PRP", "nsubj", 5), verb("fights", "fight", "VBZ", "advcl", 0)),
			"sent/root/-1 to/case/2 Chad/obl/0 when/mark/5 it/nsubj/5 fights/advcl/0"},
		{"a raid led by", doneBy, tree(verb("hurt", "hurt", "VBN", "root", -1), word("in", "ADP", "IN", "case", 2), word("raids", "NOUN", "NNS", "obl", 0),
			verb("led", "lead", "VBN", "advcl", 0), word("by", "ADP", "IN", "case", 5), word("Chad", "PROPN", "NNP", "obl:agent", 3)),
			"hurt/root/-1 in/case/2 raids/obl/0 led/acl/2 by/case/5 Chad/obl:agent/3"},
		{"a clause led by", doneBy, tree(verb("hurt", "hurt", "VBN", "root", -1), word("raids", "NOUN", "NNS", "obl", 0), word(",", "PUNCT", ",", "punct", 3),
			verb("led", "lead", "VBN", "advcl", 0), word("by", "ADP", "IN", "case", 5), word("Chad", "PROPN", "NNP", "obl:agent", 3)),
			"hurt/root/-1 raids/obl/0 ,/punct/3 led/advcl/0 by/case/5 Chad/obl:agent/3"},
	} {
		c.mend(c.s)
		checkMended(t, c.name, c.s, c.want)
	}
}

// checkMended compares a tree, written as form/relation/head, with what it should be.
func checkMended(t *testing.T, name string, s *Sentence, want string) {
	t.Helper()
	got := ""
	for _, w := range s.Tokens {
		got += fmt.Sprintf(" %s/%s/%d", w.Form, w.Rel, w.Head)
	}
	if got[1:] != want {
		t.Errorf("%s: got %s, want %s", name, got[1:], want)
	}
	checkTree(t, s)
}

// TestRepairNames parses sentences in which a name was hung on the wrong word.
func TestRepairNames(t *testing.T) {
	for _, c := range []struct{ text, name, rel, head string }{
		{"A phone call made by Prime Minister Ana Ruiz to Prime Minister Kaja Kallas lasted an hour.", "Kaja", "obl", "made"},
		{"A book written by Prime Minister Ana Ruiz on Prime Minister Kaja Kallas sold well.", "Kaja", "nmod", "Ana"},
		{"He arranged a meeting between Ana Ruiz, claiming to speak for the ministry, and Kaja Kallas.", "Kaja", "conj", "Ana"},
		{"The committee opened an inquiry into abuse of power by Ana Ruiz.", "Ana", "nmod", "abuse"},
		{"The committee opened an inquiry into misconduct by sitting President Ana Ruiz.", "Ana", "nmod", "misconduct"},
	} {
		got := ""
		for _, s := range Analyze(c.text).Sentences {
			for _, w := range s.Tokens {
				if w.Form == c.name && w.Head >= 0 {
					got = w.Rel + " " + s.Tokens[w.Head].Form
				}
			}
		}
		if want := c.rel + " " + c.head; got != want {
			t.Errorf("%s: %s is %s, want %s", c.text, c.name, got, want)
		}
	}
}
