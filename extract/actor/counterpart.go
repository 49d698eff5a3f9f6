package actor

import "github.com/entente-kg/entente/schema"

// byCounterpart reads "his Russian counterpart", "their U.S. counterparts": who
// holds in that country the office of the owner, or, for states and their
// people, the state.
func (r *reading) byCounterpart(ph *phrase) bool {
	if ph.piece.agent.lemma != "counterpart" && ph.piece.agent.lemma != "opposite number" {
		return false
	}
	country := r.ownerCountry(ph)
	if country == "" || ph.of < 0 && ph.owner >= 0 && (r.isPronoun(ph.owner) || r.phrases[ph.owner].human()) {
		return false
	}
	if ph.title.plural {
		return r.counterparts(ph, country)
	}
	for _, owner := range r.counterpartOf(ph) {
		for i := range owner.roles {
			if e := r.sameOffice(&owner.roles[i], country); e != nil {
				ph.who, ph.how = []*entity{e}, ByOffice
				ph.why = "the " + owner.roles[i].text + " of " + country + ", counterpart of " + owner.actor.Name
				return true
			}
		}
	}
	return false
}

// counterparts lets "their U.S. counterparts" stand for the state, "her British and French counterparts" for both.
func (r *reading) counterparts(ph *phrase, country string) bool {
	var all []*entity
	for _, o := range r.owners(ph) {
		if o.actor.Kind == schema.State {
			all = append(all, o)
		}
	}
	if len(all) < 2 {
		s := r.state(country)
		if s == nil {
			return false
		}
		all = []*entity{s}
	}
	ph.who, ph.how, ph.why = all, ByNationality, "officials of "+all[0].actor.Name
	for _, o := range all[1:] {
		ph.why += " and " + o.actor.Name
	}
	return true
}

// counterpartOf lists who the counterpart may be a counterpart of: the owner,
// else the subject and the other persons of the sentence before it.
func (r *reading) counterpartOf(ph *phrase) []*entity {
	var out []*entity
	for k := ph.owner; k >= 0; k = r.phrases[k].owner {
		r.resolve(k)
		for _, e := range r.phrases[k].who {
			if e.person() {
				out = append(out, e)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, t := range r.top {
		p := &r.phrases[t]
		if p.first < ph.first && len(p.who) == 1 && p.who[0].person() {
			out = append([]*entity{p.who[0]}, out...)
		}
	}
	return out
}

// sameOffice returns who holds a role's office in another country: a person of
// the article first, then the tables.
func (r *reading) sameOffice(held *role, country string) *entity {
	if held.office == nil {
		return nil
	}
	for _, e := range r.index.byRole[held.office.Key] {
		if !e.person() || e.actor.Country != country || e.born.sent > r.at {
			continue
		}
		for i := range e.roles {
			if o := e.roles[i].office; o != nil && o.Key == held.office.Key && !e.roles[i].former {
				return e
			}
		}
	}
	if a := r.lex.holderByKey(country, held.office.Key, r.day); a != nil {
		return r.entityOf(a)
	}
	return nil
}
