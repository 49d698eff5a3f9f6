package text

import "testing"

// TestRepairWho holds what is mended about relative clauses and what is joined to one beside a like tree left alone.
func TestRepairWho(t *testing.T) {
	for _, c := range []struct {
		name string
		mend func(*Sentence)
		s    *Sentence
		want string
	}{
		{"met with Berg, will leave", relativeWith, tree(word("Lind", "PROPN", "NNP", "nsubj", 6), word("who", "PRON", "WP", "nsubj", 2), verb("met", "meet", "VBD", "acl:relcl", 0),
			word("with", "ADP", "IN", "mark", 6), word("Berg", "PROPN", "NNP", "nsubj", 6), word("will", "AUX", "MD", "aux", 6), verb("leave", "leave", "VB", "root", -1)),
			"Lind/nsubj/6 who/nsubj/2 met/acl:relcl/0 with/case/4 Berg/obl/2 will/aux/6 leave/root/-1"},
		{"after Berg left", relativeWith, tree(word("Lind", "PROPN", "NNP", "nsubj", 4), word("who", "PRON", "WP", "nsubj", 2), verb("spoke", "speak", "VBD", "acl:relcl", 0),
			word("Berg", "PROPN", "NNP", "nsubj", 4), verb("left", "leave", "VBD", "root", -1)),
			"Lind/nsubj/4 who/nsubj/2 spoke/acl:relcl/0 Berg/nsubj/4 left/root/-1"},
		{"Lind, who stayed, will go", addressee, typed(tree(word("Lind", "PROPN", "NNP", "vocative", 4), word("who", "PRON", "WP", "nsubj", 2), verb("stayed", "stay", "VBD", "acl:relcl", 0),
			word("will", "AUX", "MD", "aux", 4), verb("go", "go", "VB", "root", -1)), PER, 0),
			"Lind/nsubj/4 who/nsubj/2 stayed/acl:relcl/0 will/aux/4 go/root/-1"},
		{"Lind, go home", addressee, typed(tree(word("Lind", "PROPN", "NNP", "vocative", 1), verb("go", "go", "VB", "root", -1)), PER, 0),
			"Lind/vocative/1 go/root/-1"},
		{"denied that Chad had fired and accused Mali", deniedAnd, tree(word("Lind", "PROPN", "NNP", "nsubj", 1), verb("denied", "deny", "VBD", "root", -1), word("Chad", "PROPN", "NNP", "nsubj", 4),
			word("had", "AUX", "VBD", "aux", 4), verb("fired", "fire", "VBN", "ccomp", 1), word("and", "CCONJ", "CC", "cc", 6), verb("accused", "accuse", "VBD", "conj", 4), word("Mali", "PROPN", "NNP", "obj", 6)),
			"Lind/nsubj/1 denied/root/-1 Chad/nsubj/4 had/aux/4 fired/ccomp/1 and/cc/6 accused/conj/1 Mali/obj/6"},
		{"said Chad fired and killed ten", deniedAnd, tree(word("Lind", "PROPN", "NNP", "nsubj", 1), verb("said", "say", "VBD", "root", -1), word("Chad", "PROPN", "NNP", "nsubj", 3),
			verb("fired", "fire", "VBD", "ccomp", 1), word("and", "CCONJ", "CC", "cc", 5), verb("killed", "kill", "VBD", "conj", 3), word("ten", "NUM", "CD", "obj", 5)),
			"Lind/nsubj/1 said/root/-1 Chad/nsubj/3 fired/ccomp/1 and/cc/5 killed/conj/3 ten/obj/5"},
		{"visits to Chad and Mali planned for May", plannedFor, typed(tree(verb("cancelled", "cancel", "VBD", "root", -1), word("visits", "NOUN", "NNS", "obj", 0), word("to", "ADP", "IN", "case", 3), word("Chad", "PROPN", "NNP", "obl", 0),
			word("and", "CCONJ", "CC", "cc", 5), word("Mali", "PROPN", "NNP", "nsubj", 6), verb("planned", "plan", "VBD", "conj", 0), word("for", "ADP", "IN", "case", 8), word("May", "PROPN", "NNP", "obl", 6)), LOC, 3, 5),
			"cancelled/root/-1 visits/obj/0 to/case/3 Chad/obl/0 and/cc/5 Mali/conj/3 planned/acl/3 for/case/8 May/obl/6"},
		{"inviting Berg to work and calling", gerundJoined, tree(verb("inviting", "invite", "VBG", "root", -1), word("Berg", "PROPN", "NNP", "obj", 0), word("to", "PART", "TO", "mark", 3),
			verb("work", "work", "VB", "xcomp", 0), word("and", "CCONJ", "CC", "cc", 5), verb("calling", "call", "VBG", "conj", 3)),
			"inviting/root/-1 Berg/obj/0 to/mark/3 work/xcomp/0 and/cc/5 calling/conj/0"},
		{"On Thursday Lind is due", caselessSubject, tree(word("On", "ADP", "IN", "case", 1), word("Thursday", "PROPN", "NNP", "obl", 4), word("Lind", "PROPN", "NNP", "obl", 4), word("is", "AUX", "VBZ", "cop", 4),
			word("due", "ADJ", "JJ", "root", -1)),
			"On/case/1 Thursday/obl/4 Lind/nsubj/4 is/cop/4 due/root/-1"},
		{"denied reports", objectNoun, tree(verb("denied", "deny", "VBD", "root", -1), verb("reports", "report", "VBZ", "obj", 0), verb("fired", "fire", "VBD", "ccomp", 1)),
			"denied/root/-1 reports/obj/0 fired/ccomp/1"},
		{"she was due in Riga", dueIn, tree(word("She", "PRON", "PRP", "nsubj", 4), word("was", "AUX", "VBD", "cop", 2), word("due", "ADJ", "JJ", "case", 4), word("in", "ADP", "IN", "case", 4),
			word("Riga", "PROPN", "NNP", "root", -1)),
			"She/nsubj/2 was/cop/2 due/root/-1 in/case/4 Riga/obl/2"},
		{"Mali's ruling junta condemned", genitiveGerund, tree(word("Mali", "PROPN", "NNP", "nsubj", 2), word("'s", "AUX", "VBZ", "aux", 2), verb("ruling", "rule", "VBG", "csubj", 4),
			word("junta", "PROPN", "NNP", "obj", 2), verb("condemned", "condemn", "VBD", "root", -1)),
			"Mali/nmod:poss/3 's/case/0 ruling/amod/3 junta/nsubj/4 condemned/root/-1"},
		{"who chairs ECOWAS and imposed sanctions", whoVerb, tree(word("Lind", "PROPN", "NNP", "root", -1), word("who", "PRON", "WP", "nsubj", 2), verb("chairs", "chair", "VBZ", "nmod:desc", 3),
			word("ECOWAS", "PROPN", "NNP", "nsubj", 5), word("and", "CCONJ", "CC", "cc", 5), verb("imposed", "impose", "VBD", "acl:relcl", 0), word("sanctions", "NOUN", "NNS", "obj", 5)),
			"Lind/root/-1 who/nsubj/2 chairs/acl:relcl/0 ECOWAS/obj/2 and/cc/5 imposed/conj/2 sanctions/obj/5"},
		{"crossed into Chad and on Monday met Berg", objectBehind, typed(tree(word("he", "PRON", "PRP", "nsubj", 1), verb("crossed", "cross", "VBD", "root", -1), word("and", "CCONJ", "CC", "cc", 3),
			verb("met", "meet", "VBD", "conj", 1), word("Berg", "PROPN", "NNP", "nsubj", 3)), PER, 4),
			"he/nsubj/1 crossed/root/-1 and/cc/3 met/conj/1 Berg/obj/3"},
		{"and then came Berg", objectBehind, typed(tree(word("he", "PRON", "PRP", "nsubj", 1), verb("left", "leave", "VBD", "root", -1), word("and", "CCONJ", "CC", "cc", 3),
			verb("came", "come", "VBD", "conj", 1), word("Berg", "PROPN", "NNP", "nsubj", 3)), PER, 4),
			"he/nsubj/1 left/root/-1 and/cc/3 came/conj/1 Berg/nsubj/3"},
		{"Lind, a farmer, accused Chad", apposedRoot, typed(tree(word("Lind", "PROPN", "NNP", "root", -1), word(",", "PUNCT", ",", "punct", 2), word("farmer", "NOUN", "NN", "appos", 0), word(",", "PUNCT", ",", "punct", 4),
			verb("accused", "accuse", "VBD", "acl", 2), word("Chad", "PROPN", "NNP", "obj", 4)), PER, 0),
			"Lind/nsubj/4 ,/punct/2 farmer/appos/0 ,/punct/4 accused/root/-1 Chad/obj/4"},
		{"called plans to raze homes absurd", calledWhat, tree(verb("called", "call", "VBD", "root", -1), word("plans", "NOUN", "NNS", "obj", 0), word("to", "PART", "TO", "mark", 3),
			verb("raze", "raze", "VB", "acl", 1), word("homes", "NOUN", "NNS", "obj", 3), word("absurd", "ADJ", "JJ", "xcomp", 3)),
			"called/root/-1 plans/obj/0 to/mark/3 raze/acl/1 homes/obj/3 absurd/xcomp/0"},
		{"called those who made homes safe", calledWhat, tree(verb("thanked", "thank", "VBD", "root", -1), word("those", "PRON", "DT", "obj", 0), word("who", "PRON", "WP", "nsubj", 3),
			verb("made", "make", "VBD", "acl:relcl", 1), word("homes", "NOUN", "NNS", "obj", 3), word("safe", "ADJ", "JJ", "xcomp", 3)),
			"thanked/root/-1 those/obj/0 who/nsubj/3 made/acl:relcl/1 homes/obj/3 safe/xcomp/3"},
		{"On Capitol Hill, Lind left", afterDay, func() *Sentence {
			s := tree(word("On", "ADP", "IN", "case", 1), word("Capitol", "PROPN", "NNP", "obl", 4), word(",", "PUNCT", ",", "punct", 3), word("Lind", "PROPN", "NNP", "appos", 1), verb("left", "leave", "VBD", "root", -1))
			s.Names = append(s.Names, Name{First: 1, Last: 2, Type: LOC}, Name{First: 3, Last: 4, Type: PER})
			return s
		}(), "On/case/1 Capitol/obl/4 ,/punct/3 Lind/nsubj/4 left/root/-1"},
	} {
		c.mend(c.s)
		checkMended(t, c.name, c.s, c.want)
	}
}
