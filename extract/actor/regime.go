package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// houses files the countries of family names whose known bearers are all of one:
// "the Asad regime" is Syria's whichever of them is meant.
func houses(t *ref.Table) map[string]string {
	out := map[string]string{}
	for _, a := range t.Actors() {
		p, ok := t.Person(a.ID)
		if !ok || p.Short == "" || len(t.Tenures(a.ID)) == 0 {
			continue
		}
		for _, name := range [...]string{p.Short, strings.TrimPrefix(p.Short, "al-")} {
			key := schema.NameKey(name)
			if c, taken := out[key]; taken && c != a.Country {
				out[key] = ""
				continue
			}
			out[key] = a.Country
		}
	}
	return out
}

// byHouse lets "the Asad regime" stand for the state whose rulers bear the name.
func (r *reading) byHouse(ph *phrase) bool {
	lemma := ph.piece.agent.lemma
	if ph.owner < 0 || ph.piece.kind != agentPiece || !(governing(lemma) || lemma[strings.LastIndexByte(lemma, ' ')+1:] == "regime" || lemma == "administration" || lemma == "administration official") {
		return false
	}
	o := &r.phrases[ph.owner]
	if o.piece.kind != namePiece || o.piece.last-o.piece.first != 1 {
		return false
	}
	s := r.state(r.lex.houses[schema.NameKey(r.nameText(o))])
	if s == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{s}, ByNationality, "a government of "+s.actor.Name+" by the name of its ruler"
	return true
}

// byRegime reads "the regime" as the state last spoken of as one, else as the
// country the article is about that is not its publisher's own.
func (r *reading) byRegime(ph *phrase) bool {
	if ph.piece.agent.lemma != "regime" || ph.det != definite || ph.owner >= 0 || ph.of >= 0 || ph.title.plural {
		return false
	}
	s := r.regime
	if s == nil {
		s = r.foreignLand()
	}
	if s == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{s}, ByNationality, "the regime of "+s.actor.Name
	return true
}

// foreignLand is the one of the article's main countries that is not its publisher's.
func (r *reading) foreignLand() *entity {
	for _, code := range r.lands {
		if code != r.publisher && (r.home == code || r.publisher != "") {
			return r.state(code)
		}
	}
	return nil
}

// byAdministration reads "the administration" and "Congress" as America's, where the article
// speaks of America: only there they go by that word.
func (r *reading) byAdministration(ph *phrase) bool {
	lemma := ph.piece.agent.lemma
	if ph.owner >= 0 || ph.of >= 0 || r.claimed["USA"] == 0 {
		return false
	}
	switch {
	case lemma == "administration official", lemma == "administration" && ph.det == definite:
	case lemma == "congress" && ph.det == bare && r.ws[ph.first].cap && (r.home == "USA" || !slices.ContainsFunc(r.lands, hasCongress)):
		if a := r.lex.bodyOf("USA", "congress"); a != nil {
			ph.who, ph.how, ph.why = []*entity{r.entityOf(a)}, ByShortName, "the congress that goes by that word alone"
			return true
		}
		return false
	default:
		return false
	}
	ph.who, ph.how, ph.why = []*entity{r.state("USA")}, ByNationality, "the "+lemma+" of the United States"
	return true
}

// hasCongress reports whether another country's parliament, or a party in it, is called a congress.
func hasCongress(code string) bool {
	switch code {
	case "ARG", "BOL", "BRA", "CHL", "COL", "DOM", "ECU", "GTM", "HND", "IND", "LBR", "MEX", "PER", "PHL", "PRY", "VEN":
		return true
	}
	return false
}

// byMission reads "the embassy" as the state whose embassy was last spoken of.
func (r *reading) byMission(ph *phrase) bool {
	if r.mission == nil || !mission(ph.piece.agent.lemma) || ph.det != definite || ph.owner >= 0 || ph.of >= 0 || ph.title.plural {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{r.mission}, ByNationality, "the "+ph.piece.agent.lemma+" of "+r.mission.actor.Name
	return true
}

// noteRegime remembers whose regime or embassy a phrase speaks of.
func (r *reading) noteRegime(ph *phrase) {
	if len(ph.who) != 1 || ph.who[0].actor.Kind != schema.State {
		return
	}
	switch lemma := ph.piece.agent.lemma; {
	case strings.HasSuffix(lemma, "regime"):
		r.regime = ph.who[0]
	case mission(lemma):
		r.mission = ph.who[0]
	}
}
