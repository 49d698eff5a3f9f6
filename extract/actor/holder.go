package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// byTenure finds who held the office on the day of the article.
func (r *reading) byTenure(ph *phrase) bool {
	if ph.title.office == nil || ph.title.plural || ph.det == indefinite || ph.det == quantified || ph.title.former || ph.title.office.coming {
		return false
	}
	if ph.det == bare && r.afterName(ph) {
		return false
	}
	a := r.holder(ph, &ph.title)
	if a == nil {
		a = r.ruler(ph)
	}
	if a == nil {
		return false
	}
	ph.who, ph.how = []*entity{r.entityOf(a)}, ByOffice
	ph.why = ph.title.text + " on " + r.day
	return true
}

// afterName reports whether the phrase stands right after somebody's name and a
// comma, and so speaks of him: "Lind, secretary of state named by Vasile".
func (r *reading) afterName(ph *phrase) bool {
	return slices.ContainsFunc(r.phrases, func(p phrase) bool {
		return p.last == ph.first-1 && r.ws[p.last].comma() && p.named() && p.human()
	})
}

// holder returns who held the office of a title: of its owner, or of the one
// body that has it.
func (r *reading) holder(ph *phrase, t *title) *schema.Actor {
	if modified(t) || r.provincial(ph) || r.inDoubt(ph) {
		return nil
	}
	bodies := make([]string, 0, 4)
	for _, o := range r.owners(ph) {
		if o.actor.Kind == schema.Organisation {
			bodies = append(bodies, o.actor.ID)
		}
	}
	if c := r.ownerCountry(ph); c != "" {
		bodies = append(bodies, c)
	}
	if b := t.onlyBody(); b != "" {
		bodies = append(bodies, b)
	}
	for _, b := range bodies {
		if a := r.lex.holder(b, r.officeWords(t), r.day); a != nil {
			return a
		}
	}
	return nil
}

// modified reports whether the title is less, or no longer, or not yet the
// office itself: "deputy", "acting", "shadow".
func modified(t *title) bool {
	if t.former || t.office != nil && t.office.coming {
		return true
	}
	first, _, _ := strings.Cut(t.text, " ")
	return lesser(first) && (t.office == nil || !strings.HasPrefix(t.office.Title, first))
}

// inDoubt reports whether words of the phrase say that its bearer is not, or not yet, who holds the office:
// "the self-proclaimed interim president".
func (r *reading) inDoubt(ph *phrase) bool {
	return slices.ContainsFunc(r.ws[ph.first:ph.last], func(w word) bool {
		switch w.low {
		case "proclaimed", "declared", "styled", "self-proclaimed", "self-declared", "self-styled", "disputed", "rival", "shadow", "would-be":
			return true
		}
		return false
	})
}

// lesser reports whether a word before an office says that it is not the office itself.
func lesser(word string) bool {
	switch word[strings.LastIndexByte(word, ' ')+1:] {
	case "deputy", "vice", "shadow", "assistant", "acting", "interim", "associate", "former", "ex", "ex-", "under", "first", "second":
		return true
	}
	return false
}

// officeWords are the words of the office itself, without what stands before it.
func (r *reading) officeWords(t *title) string {
	if t.office == nil {
		return t.text
	}
	return t.office.words
}
