package extract_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// circumstances say by what else happened when a deed was done: before it, so that it is still planned then, or not.
var circumstances = map[string]bool{
	"ahead of": true, "before": true, "prior to": true, "on the eve of": true, "hours before": true, "a day before": true, "in the run-up to": true,
	"in preparation for": true, "shortly before": true, "days ahead of": true, "just before": true,
	"after": false, "following": false, "shortly after": false, "hours after": false, "a day after": false, "in the wake of": false, "during": false, "at the start of": false,
	"at the end of": false, "on the sidelines of": false, "two days after": false, "immediately after": false, "days after": false,
}

// deedsThen are what was done then, with the edge they tell.
var deedsThen = [...][2]string{
	{"President Emmanuel Macron met Chancellor Angela Merkel in Berlin on Monday", "Angela Merkel met-with Emmanuel Macron"},
	{"President Emmanuel Macron held talks with Chancellor Angela Merkel on Monday", "Angela Merkel met-with Emmanuel Macron"},
	{"President Emmanuel Macron and Chancellor Angela Merkel met in Berlin", "Angela Merkel met-with Emmanuel Macron"},
	{"President Emmanuel Macron arrived in Berlin on Monday", "Emmanuel Macron travels-to Berlin"},
	{"Peru imposed sanctions on Syria", "Peru sanctioned Syria"},
	{"President Emmanuel Macron accused Syria of lying", "Emmanuel Macron accused Syria"},
	{"President Emmanuel Macron urged Syria to free the prisoners", "Emmanuel Macron urged Syria"},
	{"Peru signed a trade agreement with Serbia", "Peru signed-with Serbia"},
	{"Peru bombed Syria", "Peru bombed Syria"},
}

// thirdParties are those others who had to do with each other, and whom the deed does not concern.
var thirdParties = [...][2]string{{"talks", "Russia met-with Turkey"}, {"a meeting", "Russia met-with Turkey"}, {"a summit", "Russia met-with Turkey"}}

// strangeCircumstances is how many sentences in a hundred may be misread. The number only goes down.
const strangeCircumstances = 1

// TestCircumstances tells deeds before, after and during the talks of others, who are no party to them.
func TestCircumstances(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of some 1,300 sentences")
	}
	x, wrong, all := newExtractor(t), 0, 0
	for when, planned := range circumstances {
		for _, deed := range deedsThen {
			for _, third := range thirdParties {
				phrase := when + " " + third[0] + " between Russia and Turkey"
				for _, s := range [...]string{deed[0] + " " + phrase + ".", sentenceCase(phrase) + ", " + deed[0] + "."} {
					got := edges(t, x, s)
					then := third[1]
					if planned {
						then += " [planned]"
					}
					strange := slices.ContainsFunc(got, func(e string) bool {
						return (strings.Contains(e, "Russia") || strings.Contains(e, "Turkey")) && !strings.HasPrefix(e, "Russia met-with Turkey")
					})
					if all++; strange || !tells(got, deed[1]) || !tells(got, then) {
						wrong++
						t.Logf("%s\n\t%s", s, strings.Join(got, "; "))
					}
				}
			}
		}
	}
	if t.Logf("%d of %d misread", wrong, all); wrong*100 > strangeCircumstances*all {
		t.Errorf("%d of %d sentences are misread, allowed are %d %%", wrong, all, strangeCircumstances)
	}
}

// tells reports whether one of the edges is that edge, of that status, wherever and whenever.
func tells(got []string, want string) bool {
	edge, status, _ := strings.Cut(want, " [")
	if status == "" {
		status = "occurred]"
	}
	return slices.ContainsFunc(got, func(e string) bool { return strings.HasPrefix(e, edge) && strings.Contains(e, "["+status) })
}

func sentenceCase(s string) string { return string(unicode.ToUpper(rune(s[0]))) + s[1:] }
