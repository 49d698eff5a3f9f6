package actor

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// FuzzResolve holds that mentions lie inside their sentence, that every actor of
// a mention or a fact is listed once, and that parsing is no condition.
func FuzzResolve(f *testing.F) {
	for _, s := range []string{
		"", "The", "his", "The president of", "Presidents A and", "of of of", "Mr. Mr. Mr.", "U.S. and", "'s 's", "(OSCE)", "Minister -", "ex-",
		"The presidents of Sylvania, Nordavia and Tambora, A, B and C respectively", "Gen. Gen. - elect and", "Prime Minister-", "MOSCOW -- ", "Al- ibn van",
		"Secretary of State of the of", "former former deputy", "\" \" \"He\" \"", "Sylvania's Sylvania's his her their", "Ministry of", "Ministry of Foreign and",
	} {
		f.Add(s)
	}
	r := testResolver(f)
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		art := &article.Article{ArticleRef: schema.ArticleRef{ID: "fuzz", Published: "2019-06-15"}, Text: s}
		for _, doc := range []*text.Document{text.Split(s), text.Analyze(s)} {
			checkResolution(t, doc, r.Resolve(doc, art))
		}
	})
}

func checkResolution(t *testing.T, doc *text.Document, res *Resolution) {
	t.Helper()
	ids := map[string]bool{}
	for _, a := range res.Actors {
		if ids[a.ID] {
			t.Errorf("%s is listed twice", a.ID)
		}
		ids[a.ID] = true
	}
	if !slices.IsSortedFunc(res.Actors, func(a, b *schema.Actor) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("actors are not sorted")
	}
	for i, ms := range res.Mentions {
		s := &doc.Sentences[i]
		for _, m := range ms {
			if m.First < 0 || m.First >= m.Last || m.Last > len(s.Tokens) || m.Head < m.First || m.Head >= m.Last || !s.Span.Contains(m.Span) {
				t.Errorf("mention %+v is not inside sentence %d of %d tokens", m, i, len(s.Tokens))
			}
			for _, a := range m.Actors {
				if !ids[a.ID] {
					t.Errorf("%s is mentioned but not listed", a.ID)
				}
			}
			if res.At(i, m.Head) == nil {
				t.Errorf("no mention at the head of %+v", m)
			}
		}
	}
	for _, fact := range res.Facts {
		if fact.Subject == "" || fact.Role == "" && fact.Object == "" || !ids[fact.Subject] {
			t.Errorf("fact %+v says nothing", fact)
		}
	}
}
