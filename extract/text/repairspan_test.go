package text

import "testing"

// TestRepairSentences parses sentences whose subjects, objects and verbs the network scatters: the word
// named, its relation and its governor.
func TestRepairSentences(t *testing.T) {
	for _, c := range []struct{ text, word, rel, head string }{
		{"Peru on Tuesday delivered weapons to Chile.", "Peru", "nsubj", "delivered"},
		{"Iran on Tuesday sent aid to Israel.", "Iran", "nsubj", "sent"},
		{"India on Tuesday suspended aid to Pakistan.", "aid", "obj", "suspended"},
		{"A car bomb was on Monday rammed into a base in Chad.", "bomb", "nsubj:pass", "rammed"},
		{"Last month Peru struck a deal with Chile.", "Peru", "nsubj", "struck"},
		{"Secretary of State Antony Blinken on Tuesday exchanged views with his Russian counterpart, Sergey Lavrov.", "Antony", "nsubj", "exchanged"},
		{"Secretary of State Antony Blinken, the top American diplomat, conferred with Sergey Lavrov, according to a statement.", "Antony", "nsubj", "conferred"},
		{"Mohammad Javad Zarif, who arrived in Geneva on Tuesday night, called on the United States to show the political will needed to close a deal.", "Mohammad", "nsubj", "called"},
		{"The State Department said Secretary of State Antony Blinken conferred with Sergey Lavrov, the Russian foreign minister.", "Antony", "nsubj", "conferred"},
		{"During a stop in Rome, Secretary of State Antony Blinken called Russia's foreign minister, Sergey Lavrov, a spokesman said.", "Sergey", "appos", "minister"},
		{"Secretary of State Antony Blinken flew to Geneva and met briefly with Sergey Lavrov, the Russian foreign minister.", "Sergey", "obl", "met"},
		{"Speaking during a visit to Hanoi, the Russian foreign minister, Sergei Lavrov, accused Britain of trying to push its allies.", "Sergei", "nsubj", "accused"},
		{"On Capitol Hill, Rep. Michael McCaul (Texas), the top Republican on the House Foreign Affairs Committee, accused Joe Biden of lying.", "Michael", "nsubj", "accused"},
		{"Abdel Sisi spoke with French President Francois Hollande and Italian Prime Minister Matteo Renzi, and his foreign minister, Sameh Shoukry, will travel to New York.", "Sameh", "nsubj", "travel"},
		{"Foreign Minister Mevlut Cavusoglu said the move “will not go unanswered” and called on Washington to reverse it.", "called", "conj", "said"},
		{"Trump said that he had spoken with Defense Secretary James Mattis and that South Korea and Japan were prepared to shoulder the cost.", "Korea", "nsubj:pass", "prepared"},
		{"Cavusoglu is to meet Mike Pompeo on Friday in Singapore, a Turkish diplomat said, after the two men spoke by telephone earlier this week.", "men", "nsubj", "spoke"},
		{"John Bolton will travel next to Azerbaijan, where he is due to hold talks with Ilham Aliyev on Wednesday, and then to Armenia and Georgia.", "Armenia", "obl", "travel"},
		{"Mike Pompeo, who traveled to Pyongyang twice this spring and met Kim Jong Un both times, told the Senate that the North had not answered.", "spring", "obl:unmarked", "traveled"},
		{"The ministry said Foreign Minister Yang Jiechi told Antony Blinken to stop meddling, days before Blinken is expected to travel to Beijing.", "Blinken", "nsubj:pass", "expected"},
		{"Joe Biden threatened Moscow with penalties, the White House said, and later briefed President Volodymyr Zelensky by phone.", "briefed", "conj", "threatened"},
		{"National security adviser Jake Sullivan discussed a shift to raids with Benjamin Netanyahu.", "adviser", "nmod:desc", "Jake"},
		{"The meeting came after Antony Blinken spent more than seven hours on Sunday with Foreign Minister Qin Gang and held a further three hours of talks with Wang Yi.", "Qin", "obl", "spent"},
		{"António Guterres is due in Moscow the same day to meet with Sergey Lavrov.", "meet", "advcl", "due"},
		{"Jake Sullivan met with Wang Yi in Vienna and CIA Director William Burns secretly traveled to Beijing.", "William", "nsubj", "traveled"},
		{"Emmanuel Macron met Angela Merkel ahead of talks with Vladimir Putin.", "Vladimir", "nmod", "talks"},
		{"Emmanuel Macron met Angela Merkel in Berlin on Monday ahead of a trip to Moscow.", "trip", "obl", "met"},
		{"Before talks between Peru and Chile, Emmanuel Macron and Angela Merkel met in Berlin.", "talks", "obl", "met"},
		{"After talks with Vladimir Putin, Peru signed a trade agreement with Chile.", "Peru", "nsubj", "signed"},
		{"Peru imposed sanctions on Syria in the run-up to talks with Vladimir Putin.", "talks", "nmod", "up"},
		{"Peru signed a trade agreement with Serbia days after talks with Vladimir Putin.", "Serbia", "nmod", "agreement"},
		{"Emmanuel Macron accused Syria of lying after talks with Vladimir Putin.", "talks", "obl", "accused"},
		{"Emmanuel Macron urged Syria to withdraw after meeting Vladimir Putin.", "meeting", "advcl", "urged"},
		{"Peru imposed sanctions on Syria shortly after Russia and Turkey signed a pact.", "Russia", "nsubj", "signed"},
		{"A day after Russia rejected the demands of Turkey, Emmanuel Macron accused Syria of lying.", "accused", "root", ""},
		{"But Narendra Modi, during a visit to Leh last week, accused Pakistan of lying.", "Narendra", "nsubj", "accused"},
		{"British Prime Minister Theresa May met Leo Varadkar on Monday. May told Varadkar that the deal was dead.", "May", "nsubj", "told"},
	} {
		got := ""
		for _, s := range Analyze(c.text).Sentences {
			for _, w := range s.Tokens {
				if w.Form == c.word && w.Head >= 0 {
					got = w.Rel + " " + s.Tokens[w.Head].Form
				} else if w.Form == c.word {
					got = w.Rel + " "
				}
			}
			checkTree(t, &s)
		}
		if want := c.rel + " " + c.head; got != want {
			t.Errorf("%s: %s is %s, want %s", c.text, c.word, got, want)
		}
	}
}
