package text

import "strings"

// repairs are what is set right in a tree after the network, in this order.
// Each mends one kind of error that costs events and that no reading of the
// sentence could justify. MODEL.md says what each is worth.
var repairs = [...]func(*Sentence){
	nameNoAuxiliary,
	genitiveGerund,
	ownedNoun,
	capitalVerb,
	saidGerund,
	pastParenthesis,
	thatMarker,
	beforePreposition,
	claimBy,
	firedGas,
	opposedVerb,
	attributeVerb,
	perfectVerb,
	gerundObject,
	ownParticle,
	hyphenNoun,
	pluralArticle,
	frontedParticiple,
	verbAmongNames,
	articleVerb,
	afterClause,
	hyphenVerb,
	infinitiveOwn,
	invertedSpeaker,
	verbUnderNoun,
	bareInfinitive,
	clauseSubject,
	lostSubject,
	clauseMarker,
	dueTo,
	liftFromFlat,
	secondName,
	possessor,
	adjacentConjuncts,
	nounRoot,
	listRoot,
	apposedRoot,
	relativeRoot,
	joinedSubject,
	nearerClause,
	commaCompound,
	beThere,
	whatReported,
	planInfinitive,
	namedBehind,
	laterWith,
	thankedFor,
	afterQuotation,
	looseApposition,
	afterNoun,
	joinedThat,
	onward,
	timeBeforeAnd,
	saidWhom,
	asideRoot,
	exchangedRoot,
	attributedVerb,
	timeApposed,
	gaveWhom,
	frontedSubject,
	pastSaying,
	daysBefore,
	subjectBeforeAnd,
	placeRoot,
	secondVerb,
	twoObjectsOne,
	activePast,
	gerundSubject,
	frontedGerund,
	particleObject,
	ofWhat,
	withEach,
	ownObject,
	pastDay,
	afterDay,
	afterAdverb,
	thenVerb,
	reportedPast,
	reportedObject,
	reportedPredicate,
	whoClause,
	officeUnderPlace,
	personApposed,
	subjectUnderNoun,
	calledOn,
	fromTo,
	byTo,
	describedName,
	byWhom,
	twoObjects,
	doneBy,
	whichClause,
	betweenPair,
	onWhom,
	toldObject,
	toldClause,
	relativeWith,
	whoVerb,
	gerundJoined,
	onTo,
	dueIn,
	dayBeside,
	caselessSubject,
	objectBehind,
	addressee,
	deniedAnd,
	plannedFor,
	calledWhat,
	objectNoun,
	headlineSubjects,
	commaSubjects,
	saidSubject,
	reporterObject,
	reportAfter,
	secondSubject,
	aheadOf,
	talksWith,
	frontedMark,
	frontedApposed,
	nameBeforeDays,
	afterPair,
	deniedReports,
	whatSaid,
	spentDoing,
	followingTalks,
	beforeFollowing,
	occasion,
	higherTalks,
}

func (s *Sentence) repair() {
	for _, mend := range repairs {
		mend(s)
	}
}

// invertedSpeaker makes the phrase after a verb of speaking its subject where
// a quotation stands before it: in `"No," said Berg` Berg is not what is said.
func invertedSpeaker(s *Sentence) {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || !finite(t.XPOS) || !isSpeechVerb(t.Form) {
			continue
		}
		object := s.child(v, "obj")
		if object < v || s.child(v, "nsubj") >= 0 || s.child(v, "aux") >= 0 || s.leftmost(object) != v+1 {
			continue
		}
		before := s.Tokens[v-1].Form
		if before == "\"" || before == "'" || before == "," && s.Tokens[object].UPOS == "PROPN" {
			s.Tokens[object].Rel = "nsubj"
		}
	}
}

// verbUnderNoun lifts a finite verb that was coordinated with a noun to the
// nearest verb of the same form before it, over or under that noun: in "occupied
// the camps and resumed work" it is not the camps that "resumed" is joined to.
func verbUnderNoun(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "VERB" || !finite(t.XPOS) || t.Form[0] < 'a' ||
			t.Head > i || !nominal(&s.Tokens[t.Head]) || s.child(i, "nsubj") >= 0 {
			continue
		}
		noun := t.Head
		if j := s.verbBefore(i, func(j int) bool {
			return s.Tokens[j].XPOS == t.XPOS && !s.under(j, i) && (s.under(j, noun) || s.under(noun, j))
		}); j >= 0 {
			t.Head = j
		} else if j := s.verbBefore(i, func(j int) bool { return finite(s.Tokens[j].XPOS) && s.under(noun, j) }); j >= 0 && s.afterComma(i) {
			t.Head = j // "accuses Chad of theft, a charge it denies, and expelled its envoy"
		}
	}
}

// afterComma reports whether the phrase of token i begins with a comma or right after one.
func (s *Sentence) afterComma(i int) bool {
	left := s.leftmost(i)
	return s.Tokens[left].Form == "," || left > 0 && s.Tokens[left-1].Form == ","
}

// verbBefore is the nearest verb before token i that is fit, or -1.
func (s *Sentence) verbBefore(i int, fit func(int) bool) int {
	for j := i - 1; j >= 0; j-- {
		if s.Tokens[j].UPOS == "VERB" && fit(j) {
			return j
		}
	}
	return -1
}

func finite(xpos string) bool { return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" }

func nominal(t *Token) bool { return t.UPOS == "PROPN" || t.UPOS == "NOUN" || t.UPOS == "PRON" }

// child returns the first token that i governs by that relation, whatever its subtype, or -1.
func (s *Sentence) child(i int, rel string) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && baseRel(s.Tokens[j].Rel) == rel {
			return j
		}
	}
	return -1
}

// leftmost returns the first token of the phrase that i governs.
func (s *Sentence) leftmost(i int) int {
	for j := range i {
		if s.under(j, i) {
			return j
		}
	}
	return i
}

// under reports whether token i is governed by top, at any remove.
func (s *Sentence) under(i, top int) bool {
	for n := 0; i >= 0 && n < len(s.Tokens); n++ {
		i = s.Tokens[i].Head
		if i == top {
			return true
		}
	}
	return false
}

// baseRel returns a relation without its subtype.
func baseRel(rel string) string {
	base, _, _ := strings.Cut(rel, ":")
	return base
}
