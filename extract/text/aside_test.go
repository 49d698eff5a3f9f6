package text

import "testing"

// asideCases are sentences with something between subject and verb, or a source behind them: the word named, its relation
// and its governor.
var asideCases = []struct{ text, word, rel, head string }{
	{"India on Tuesday voiced support for Pakistan as fears of a war grew.", "support", "obj", "voiced"},
	{"India on Tuesday voiced support for Pakistan as fears of a war grew.", "Tuesday", "obl", "voiced"},
	{"The premier late on Friday suspended talks with Greece.", "late", "advmod", "Friday"},
	{"The United States last week sanctioned Iran.", "week", "obl:unmarked", "sanctioned"},
	{"Late on Friday Peru ruled out a deal with Chile.", "Peru", "nsubj", "ruled"},
	{"Late on Friday Peru ruled out a deal with Chile.", "Friday", "obl", "ruled"},
	{"Peru's prime minister, Ana Ruiz, voiced support for Chile.", "Ana", "nsubj", "voiced"},
	{"Peru's prime minister, Ana Ruiz, voiced support for Chile.", "support", "obj", "voiced"},
	{"India's prime minister, Ana Ruiz, halted aid to Pakistan, a spokesman said.", "halted", "ccomp", "said"},
	{"Russia shelled the town of Avdiivka overnight, officials said on Tuesday.", "Tuesday", "obl", "said"},
	{"Chad's envoy, who leads the talks and met the rebels in May, rejected the plan.", "leads", "acl:relcl", "envoy"},
	{"Chad's envoy, who leads the talks and met the rebels in May, rejected the plan.", "met", "conj", "leads"},
	{"Chad's envoy, who leads the talks and met the rebels in May, rejected the plan.", "envoy", "nsubj", "rejected"},
	{"Iran — long at odds with its neighbours — fired missiles at Israel.", "missiles", "obj", "fired"},
	{"Ranil Wickremesinge, the former prime minister, on Monday said the talks had failed.", "Monday", "obl", "said"},
	{"In a speech on Monday, Peru, Chile and Bolivia agreed to meet.", "Peru", "nsubj", "agreed"},
	{"Libya handed over two suspects to Britain.", "suspects", "obj", "handed"},
	{"Iran was warned by Lind, who on Tuesday met Berg.", "Tuesday", "obl", "met"},
	{"India armed Pakistan.", "Pakistan", "obj", "armed"},
	{"Secretary of State Antony Blinken spoke on Monday. Blinken spent an hour with Lind. As Blinken landed, protesters gathered.", "Blinken", "nsubj", "landed"},
	{"Lind scrapped plans to meet Berg.", "meet", "acl", "plans"},
	{"Berg dismissed reports that he had sat down with Lind.", "sat", "acl", "reports"},
	{"Condoleezza Rice met first with Kofi Annan, then held talks with President Mwai Kibaki at his office and later with opposition leader Raila Odinga.", "Raila", "conj", "Mwai"},
	{"Lind thanked Egypt for brokering the deal and Iran for sending arms.", "Iran", "conj", "Egypt"},
	{"Lind urged the FARC, Colombia's largest rebel army, to free its hostages.", "FARC", "obj", "urged"},
	{"Lind was in Riga for talks.", "Riga", "obl", "was"},
	{"Chad barred Lind, but he crossed into Mali and met Berg.", "met", "conj", "crossed"},
	{"Oscar Arias received Manuel Zelaya and the man who replaced him, Roberto Micheletti, at his home.", "Roberto", "appos", "man"},
	{"Russia has imposed sanctions on Turkey and President Vladimir Putin has refused to talk.", "Vladimir", "nsubj", "refused"},
	{"Mali, in response, expelled the ambassador of France.", "response", "obl", "expelled"},
	{"Lind, the third president to be impeached by the House, is to face trial.", "impeached", "acl", "president"},
	{"Turkey has since renewed sanctions on Greece.", "sanctions", "obj", "renewed"},
	{"The minister urged Peru to free the sailors.", "sailors", "obj", "free"},
	{"Lind vowed to pardon Berg.", "Berg", "obj", "pardon"},
	{"Iran demanded that Israel hand over the suspects.", "Israel", "nsubj", "hand"},
	{"Turkey said Greece bore responsibility for the crisis.", "responsibility", "obj", "bore"},
}

// TestAsides parses what the network is shown without its asides.
func TestAsides(t *testing.T) {
	for _, c := range asideCases {
		doc := Analyze(c.text)
		checkTrees(t, doc)
		s := &doc.Sentences[len(doc.Sentences)-1]
		i := indexOf(s, c.word)
		if head := s.Tokens[i].Head; s.Tokens[i].Rel != c.rel || head < 0 || s.Tokens[head].Form != c.head {
			got := "root"
			if head >= 0 {
				got = s.Tokens[head].Form
			}
			t.Errorf("%s: %s is %s %s, want %s %s", c.text, c.word, s.Tokens[i].Rel, got, c.rel, c.head)
		}
	}
}

// indexOf is the first token of that form.
func indexOf(s *Sentence, form string) int {
	for i := range s.Tokens {
		if s.Tokens[i].Form == form {
			return i
		}
	}
	return 0
}
