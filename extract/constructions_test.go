package extract_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

// constructions are frames in which newspapers tell that A did something: VP is the past, VPP the participle.
var constructions = []string{
	"A VP.", "A VP on Tuesday.", "On Tuesday, A VP.", "A on Tuesday VP.", "A VP in Geneva.", "A VP, officials said.", "The foreign ministry said A VP.",
	"The foreign minister said on Tuesday that A had VPP.", "A, WHO arrived on Monday, VP.", "Earlier in the day, A VP.", "During a visit to Rome, A VP, a spokesman said.",
	"A VP, a day after troops crossed the border.", "A VP as fears of a war grew.", "A also VP.", "Officials confirmed that A VP last week.", "A VP, and the mood was tense.",
	"Last month A VP.", "A VP after a meeting in Geneva.", "A has VPP.", "A has repeatedly VPP.", "Meanwhile, A VP.", "In a statement, A VP.", "It was the first time that A VP.",
	"A — at odds with most neighbours — VP.", "A, in a change of course, VP.", "A VP, according to a statement.",
}

// deedsTold are what A did to B, by the roots under which it may be filed.
var deedsTold = map[string][]string{
	"ACCUSE": {"accused B of lying", "criticized B over the raid", "condemned B for the attack", "blamed B for the crisis", "denounced B", "slammed B", "rebuked B",
		"lashed out at B", "took aim at B", "faulted B for the delay", "protested to B over the raid", "lodged a complaint against B"},
	"REQUEST DEMAND": {"urged B to halt the strikes", "called on B to free the prisoners", "asked B for help", "appealed to B for calm", "pressed B to agree",
		"demanded that B withdraw its troops", "demanded an apology from B", "pressured B to cut ties", "requested aid from B", "sought help from B", "called for B to withdraw"},
	"SUPPORT": {"praised B", "thanked B for its help", "congratulated B on the vote", "expressed support for B", "voiced solidarity with B", "backed B", "hailed B",
		"welcomed B's decision", "recognized B", "offered condolences to B", "applauded B", "expressed gratitude to B", "apologized to B"},
	"SANCTION": {"imposed sanctions on B", "sanctioned B", "slapped tariffs on B", "expelled three diplomats from B", "broke off relations with B", "severed ties with B",
		"recalled its ambassador from B", "suspended aid to B", "banned imports from B", "imposed an arms embargo on B", "froze B's assets", "tightened sanctions on B"},
	"THREATEN": {"threatened B with sanctions", "threatened to attack B", "warned B of consequences", "vowed to retaliate against B", "issued a warning to B", "vowed revenge on B"},
	"AID": {"sent aid to B", "gave B $50 million", "provided B with weapons", "delivered weapons to B", "supplied B with arms", "donated vaccines to B",
		"sent humanitarian aid to B", "provided military assistance to B", "shipped arms to B"},
	"ASSAULT": {"attacked B", "bombed B", "invaded B", "fired missiles at B", "launched air strikes on B", "carried out an attack on B", "struck B with drones",
		"shelled B", "launched an offensive against B", "fired rockets at B"},
	"AGREE COOPERATE": {"signed an agreement with B", "reached a deal with B", "agreed with B on a truce", "signed a trade deal with B", "struck a deal with B",
		"concluded a treaty with B", "held military drills with B", "conducted joint exercises with B", "shared intelligence with B", "stepped up cooperation with B"},
	"REJECT": {"rejected B's proposal", "refused to negotiate with B", "rejected B's demand", "turned down B's offer", "rebuffed B's request", "dismissed B's accusations",
		"denied B's claims", "refused to apologize to B", "ruled out talks with B"},
	"CONSULT": {"met B", "met with B", "held talks with B", "held a meeting with B", "spoke by phone with B", "spoke with B", "sat down with B", "conferred with B",
		"discussed the war with B", "held a round of talks with B", "exchanged views with B", "negotiated with B", "opened talks with B", "took part in talks with B",
		"held telephone talks with B", "was in contact with B"},
}

// pairs take the places of A and B.
var pairs = [...][2]string{{"Peru", "Chile"}, {"Turkey", "Greece"}, {"Russia", "Ukraine"}, {"Iran", "Israel"}, {"Foreign Minister Ana Ruiz", "Foreign Minister Petru Vasile"},
	{"Chancellor Angela Merkel", "President Emmanuel Macron"}}

// lostConstructions is how many sentences in a hundred may lose what they tell. The number only goes down.
const lostConstructions = 1

var participles = strings.NewReplacer("gave ", "given ", "broke ", "broken ", "froze ", "frozen ", "took ", "taken ", "spoke ", "spoken ", "was ", "been ", "shook ", "shaken ")

// TestConstructions tells what newspapers tell of two actors in the constructions in which they tell it.
func TestConstructions(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of some 2,800 sentences")
	}
	x, lost, all := newExtractor(t), 0, 0
	first, second := regexp.MustCompile(`\bA\b`), regexp.MustCompile(`\bB\b`)
	for roots, phrases := range deedsTold {
		for i, vp := range phrases {
			for j, frame := range constructions {
				fitting := pairs[:]
				if strings.Contains(vp, "invaded") || strings.Contains(vp, "imports") || strings.Contains(vp, "froze") {
					fitting = pairs[:4] // what only states do
				}
				p := fitting[(i+j)%len(fitting)]
				who := "which"
				if strings.Contains(p[0], " ") {
					who = "who"
				}
				s := strings.Replace(strings.Replace(frame, "VPP", participles.Replace(vp), 1), "VP", vp, 1)
				s = strings.Replace(first.ReplaceAllString(second.ReplaceAllString(s, p[1]), p[0]), "WHO arrived on Monday", map[string]string{"who": "who arrived on Monday", "which": "which borders the sea"}[who], 1)
				if all++; !tellsPair(edges(t, x, s), strings.Fields(roots), surname(p[0]), surname(p[1])) {
					lost++
					t.Logf("%s", s)
				}
			}
		}
	}
	if t.Logf("%d of %d lost", lost, all); lost*100 > lostConstructions*all {
		t.Errorf("%d of %d sentences lose what they tell, allowed are %d %%", lost, all, lostConstructions)
	}
}

// surname is how an edge names one of the pairs, at its end.
func surname(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// tellsPair reports whether an edge that happened, of one of the roots, joins the two.
func tellsPair(got, roots []string, a, b string) bool {
	for _, e := range got {
		if strings.Contains(e, "[denied]") || strings.Contains(e, "[cancelled]") || !strings.Contains(e, a) || !strings.Contains(e, b) {
			continue
		}
		for _, word := range strings.Fields(e) {
			if rel := schema.RelationNamed(word); rel != nil {
				for _, root := range roots {
					if rel.Root == root {
						return true
					}
				}
			}
		}
	}
	return false
}
