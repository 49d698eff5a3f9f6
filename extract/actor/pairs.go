package actor

import "slices"

// counterpartNames gives "their Chilean counterparts" the names after it: ", Ana Ruiz and Juan Soto".
func (r *reading) counterpartNames(t int) {
	x := &r.phrases[r.top[t]]
	if !x.nominal() || !x.title.plural || x.piece.agent.lemma != "counterpart" || t+2 >= len(r.top) {
		return
	}
	first := &r.phrases[r.top[t+1]]
	if first.first != x.last+1 || !r.ws[x.last].comma() || !first.human() || first.title.given() || !first.named() {
		return
	}
	names := []int{r.top[t+1]}
	for n := t + 2; n < len(r.top) && r.phrases[r.top[n]].prev >= 0 && r.phrases[r.top[n]].human(); n++ {
		names = append(names, r.top[n])
	}
	if len(names) > 1 {
		x.stands = names
	}
}

// respectively pairs "the presidents of Peru and Chile, Ana Ruiz and Juan Soto":
// as many names as countries, in the same order.
func (r *reading) respectively(t int) {
	x := &r.phrases[r.top[t]]
	if !x.nominal() || !x.title.plural || x.of < 0 {
		return
	}
	lands, next := []int{x.of}, t+1
	for ; next < len(r.top) && r.phrases[r.top[next]].piece.known(stateClass) && r.phrases[r.top[next]].prev >= 0; next++ {
		lands = append(lands, r.top[next])
	}
	names := r.top[next:min(next+len(lands), len(r.top))]
	if len(lands) < 2 || len(names) < len(lands) || r.ws[r.phrases[names[0]].first-1].form != "," {
		return
	}
	for k, n := range names {
		if y := &r.phrases[n]; !y.human() || y.title.given() || k > 0 && y.prev < 0 {
			return
		}
	}
	for k, n := range names {
		y := &r.phrases[n]
		y.title, y.owner = x.title, lands[k]
		y.title.plural = false
	}
	x.stands = slices.Clone(names)
}
