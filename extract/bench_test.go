package extract_test

import (
	"testing"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// lead is an article of ordinary sentences, most of which tell an event.
const lead = `LIMA (AP) -- Peruvian Foreign Minister Hanna Lind met her Chilean counterpart, Ion Vasile, in Lima on Tuesday for talks on fishing rights.
The two ministers agreed to hold another round of negotiations next month, a Peruvian spokesman said.
Lind had accused Chile of sending warships into disputed waters, a charge that the government in Santiago rejected.
"We will not be threatened," Vasile told reporters after the meeting, which lasted nearly three hours.
The European Union, which has offered to mediate between the two countries, welcomed the talks.
Thousands of workers protested against the deal in the port of Callao, and police arrested eleven people.
Vasile will travel to Quito on Thursday to meet President Maria Duarte before flying on to Bogota.
`

// BenchmarkExtract reports the speed of the whole pipeline in tokens a second.
func BenchmarkExtract(b *testing.B) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	tokens := 0
	for _, s := range text.Split(lead).Sentences {
		tokens += len(s.Tokens)
	}
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "a", Published: "2022-01-19"}, Text: lead}
	x.Extract(art) // loads the model
	for b.Loop() {
		x.Extract(art)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
