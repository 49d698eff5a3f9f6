package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Each case is a text with the tokens set apart by spaces and the sentences by " | ".
var splitCases = []struct{ in, want string }{
	// clitics and contractions
	{"The minister's aides don't know; they'll call.", "The minister 's aides do n't know ; they 'll call ."},
	{"Putin‘s envoy didn’t speak.", "Putin 's envoy did n't speak ."},
	{"They cannot go and won't.", "They can not go and wo n't ."},
	{"the parties' leaders", "the parties ' leaders"},
	{"O'Neill met d'Estaing in Sana'a.", "O'Neill met d'Estaing in Sana'a ."},
	{"the bloc (ECOWAS)'s envoy", "the bloc ( ECOWAS ) 's envoy"},
	{"It can't, she'd said, 'cause we're late.", "It ca n't , she 'd said , 'cause we 're late ."},
	// hyphens, dashes, slashes
	{"U.S.-led anti-government ex-president e-mail", "U.S. - led anti-government ex-president e-mail"},
	{"Moon Jae-in met Kim Jong-un in Drive-in weather.", "Moon Jae-in met Kim Jong-un in Drive - in weather ."},
	{"a 22-year-old from al-Bab", "a 22 - year - old from al - Bab"},
	{"talks—the first—failed", "talks -- the first -- failed"},
	{"from 2003–2007 and mid-January", "from 2003 - 2007 and mid-January"},
	{"and/or, w/o", "and / or , w/o"},
	// numbers
	{"It cost $1.5bn, or 1,200,000 euros (30%).", "It cost $ 1.5 bn , or 1,200,000 euros ( 30 % ) ."},
	{"At 10:30am on the 20th in the 1990s", "At 10:30 am on the 20th in the 1990s"},
	{"Call +44 555-0123 on 2019-04-01.", "Call +44 555-0123 on 2019-04-01 ."},
	{"“[T]he envoy” and [I]t’s [12]", "\" The envoy \" and It 's [ 12 ]"},
	{"US$40m", "US$ 40 m"},
	// addresses
	{"See https://example.org/a_(b), or write to desk@example.org.", "See https://example.org/a_(b) , or write to desk@example.org ."},
	{"#ceasefire from @envoy on example.com", "#ceasefire from @envoy on example.com"},
	// typography
	{"“Peace…” she said ﬁrmly.", "\" Peace ... \" she said firmly ."},
	{"a\u00a0b\u200bc so\u00adft", "a bc soft"},
	// sentences
	{"Gen. Okafor met Sen. J. P. Ruiz on Jan. 18. He left.", "Gen. Okafor met Sen. J. P. Ruiz on Jan. 18 . | He left ."},
	{"The U.S. President came. The envoy left the U.S. The rest stayed.",
		"The U.S. President came . | The envoy left the U.S. | The rest stayed ."},
	{"At No. 10 he said no. 10 left.", "At No. 10 he said no. 10 left ."},
	{"He said no. They left.", "He said no . | They left ."},
	{"GENEVA (AP) -- The talks failed.", "GENEVA ( AP ) -- The talks failed ."},
	{"WASHINGTON, Jan. 18 (Reuters) - Envoys met. They left.", "WASHINGTON , Jan. 18 ( Reuters ) - Envoys met . | They left ."},
	{"“We agreed.” The envoy smiled.", "\" We agreed . \" | The envoy smiled ."},
	{`"Why now?" Mr. Adeyemi asked. "No!"`, `" Why now ? " Mr. Adeyemi asked . | " No ! "`},
	{`"Why now?" He added: "No!"`, `" Why now ? " | He added : " No ! "`},
	{"Talks fail\nEnvoys of two states met in vain.", "Talks fail | Envoys of two states met in vain ."},
	{"It ended.[3] Then he left. [4] They stayed.", "It ended . [ 3 ] | Then he left . [ 4 ] | They stayed ."},
	{"They fled. Figure 1.5 The bay in May. In Figure 2 The Bay is blue.", "They fled . | Figure 1.5 | The bay in May . | In Figure 2 The Bay is blue ."},
	{"It won votes. 4", "It won votes . 4"},
	{"It won votes. 4 However few they were, it won. 2. If not, it lost.", "It won votes . 4 | However few they were , it won . | 2. If not , it lost ."},
	{"Early Years and War In his youth he fished.", "Early Years and War | In his youth he fished ."},
	{"Vice Premier He spoke. Jack The Ripper killed. Meanwhile The town fell.", "Vice Premier He spoke . | Jack The Ripper killed . | Meanwhile The town fell ."},
	{"TRADE TALKS The EU met. UN WHO WTO officials met. ATE A LOT THE DAY.", "TRADE TALKS | The EU met . | UN WHO WTO officials met . | ATE A LOT THE DAY ."},
	{"Ana Berg Ana Berg (born in Oslo) fell. Sirhan Sirhan was let go.", "Ana Berg | Ana Berg ( born in Oslo ) fell . | Sirhan Sirhan was let go ."},
	{"Talks fail Friday, May 6, 2016 Envoys left. They met on Friday, May 6, 2016 Ana Berg said.",
		"Talks fail | Friday , May 6 , 2016 | Envoys left . | They met on Friday , May 6 , 2016 Ana Berg said ."},
	{"Ana Berg (b. March 1990; d. 2001) left.", "Ana Berg ( b . March 1990 ; d . 2001 ) left ."},
	{"Six were charged. (one more was let go) The court rose.", "Six were charged . | ( one more was let go ) | The court rose ."},
	{"Six were charged (by Gen. Berg) in May.", "Six were charged ( by Gen. Berg ) in May ."},
	{"He came at 9 a.m. I left. She came at 9 a.m. Monday.", "He came at 9 a.m. | I left . | She came at 9 a.m. Monday ."},
	{"We won. :) They lost.", "We won . :) | They lost ."},
	{"1. Talks\n2. Trade", "1. Talks | 2. Trade"},
	{"• Talks\n• Trade", "• Talks | • Trade"},
	{"Acme Inc. shares fell. Acme Corp. The rest", "Acme Inc. shares fell . | Acme Corp. | The rest"},
	{"It paid $3 (U.S.) . He left.", "It paid $ 3 ( U.S. ) . | He left ."},
	{"It began at 5 p.m. Tuesday. It ended at 6 a.m. Envoys left.", "It began at 5 p.m. Tuesday . | It ended at 6 a.m. | Envoys left ."},
	{"They quoted Malcolm X. He spoke of J. D. Vance.", "They quoted Malcolm X. | He spoke of J. D. Vance ."},
	{"In 2022.The U.N.-backed talks ended.", "In 2022 . | The U.N. - backed talks ended ."},
	{"Sanctions on trade, oil, etc. Moscow objected.", "Sanctions on trade , oil , etc. | Moscow objected ."},
	{"By Ana Kasela\n- One\n* Two\n● Three", "By Ana Kasela | - One | * Two | ● Three"},
	{"He called the '90s “rock ’n’ roll”.", "He called the '90s \" rock ' n ' roll \" ."},
	{"He said.The end", "He said . | The end"},
	{"Vote on Plan B. Then rest.", "Vote on Plan B . | Then rest ."},
	{"The ministers of the two states, who met for\nhours, signed an accord on the border and on\ntrade. They left.\n\nNew paragraph",
		"The ministers of the two states , who met for hours , signed an accord on the border and on trade . | They left . | New paragraph"},
	{"", ""},
	{" \n\t\u200b ", ""},
}

func TestSplit(t *testing.T) {
	for _, c := range splitCases {
		if got := spaced(Split(c.in)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// spaced writes a document with its tokens and sentences set apart.
func spaced(doc *Document) string {
	var sents []string
	for _, s := range doc.Sentences {
		var forms []string
		for _, t := range s.Tokens {
			forms = append(forms, t.Form)
		}
		sents = append(sents, strings.Join(forms, " "))
	}
	return strings.Join(sents, " | ")
}

// checkSpans reports tokens or sentences that lie outside the text, overlap,
// are empty, or leave out a letter.
func checkSpans(t *testing.T, doc *Document) {
	t.Helper()
	end, valid := 0, utf8.ValidString(doc.Text)
	for i, s := range doc.Sentences {
		if s.Index != i || len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d: %+v", i, s)
		}
		for _, tok := range s.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(doc.Text) {
				t.Fatalf("token %v after %d of %q", tok.Span, end, doc.Text)
			}
			for _, r := range doc.Text[end:tok.Start] {
				if !isSpace(r) {
					t.Fatalf("%q left out before %v of %q", r, tok.Span, doc.Text)
				}
			}
			if tok.Form == "" || valid && !utf8.ValidString(tok.Form) {
				t.Fatalf("form %q of %q", tok.Form, doc.Text[tok.Start:tok.End])
			}
			end = tok.End
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, c := range splitCases {
		f.Add(c.in)
	}
	f.Add("\xff\xfe 'n't ''`` \u00ad\u200d")
	f.Fuzz(func(t *testing.T, in string) { checkSpans(t, Split(in)) })
}
