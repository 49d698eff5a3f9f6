package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

func main() {
	b, _ := os.ReadFile(os.Args[1])
	date := "2022-01-18"
	if len(os.Args) > 2 {
		date = os.Args[2]
	}
	r, err := actor.New(actor.Options{})
	if err != nil {
		panic(err)
	}
	doc := text.Analyze(string(b))
	res := r.Resolve(doc, &article.Article{ArticleRef: schema.ArticleRef{ID: "x", Published: date}, Text: string(b)})
	for i, ms := range res.Mentions {
		s := doc.Sentences[i]
		fmt.Println("##", i, doc.Text[s.Start:s.End])
		if len(os.Args) > 3 {
			for k, t := range s.Tokens {
				fmt.Printf("%d:%s/%s/%s/%d ", k, t.Form, t.UPOS, t.Rel, t.Head)
			}
			fmt.Println(s.Names)
		}
		for _, m := range ms {
			var ids []string
			for _, a := range m.Actors {
				ids = append(ids, a.ID+"("+a.Country+")")
			}
			pl := ""
			if m.Place != nil {
				pl = "@" + m.Place.ID
			}
			mod := ""
			if m.Modifier {
				mod = "mod "
			}
			fmt.Printf("   %s[%s]{%s} %s %s %s | %s | %s\n", mod, doc.Text[m.Start:m.End], s.Tokens[m.Head].Form, strings.Join(ids, " + "), pl, m.How, m.Role, m.Why)
		}
	}
	for _, f := range res.Facts {
		fmt.Println(f.Relation, f.Subject, f.Role, f.Object, f.From)
	}
}
