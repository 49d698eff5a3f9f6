package actor

import "github.com/entente-kg/entente/schema"

// headOf returns the word of the phrase whose governor is outside it: the one
// rules meet. Where the parser broke the phrase into parts, its own core.
func (r *reading) headOf(ph *phrase) int {
	if !r.s.Parsed {
		return ph.core
	}
	out := func(i int) bool {
		h := r.s.Tokens[i].Head
		return h < ph.first || h >= ph.last
	}
	if out(ph.core) {
		return ph.core
	}
	for i := ph.first; i < ph.last; i++ {
		if out(i) && content(r.s.Tokens[i].Rel) {
			return i
		}
	}
	return ph.core
}

func content(rel string) bool {
	switch rel {
	case "punct", "case", "det", "cc", "mark", "advmod":
		return false
	}
	return true
}

// subject reports whether the phrase is the subject of a verb: by the tree, or,
// without one, as the first phrase before a verb.
func (r *reading) subject(ph *phrase) bool {
	if r.s.Parsed {
		switch r.s.Tokens[r.headOf(ph)].Rel {
		case "nsubj", "nsubj:pass", "csubj":
			return true
		}
		return false
	}
	return len(r.top) > 0 && r.phrases[r.top[0]].first == ph.first && !(ph.first > 0 && prepositional(r.ws[ph.first-1].low))
}

func prepositional(low string) bool {
	switch low {
	case "in", "on", "at", "of", "for", "to", "from", "by", "with", "near", "against", "between", "among", "into", "over", "under", "about", "after", "before", "during":
		return true
	}
	return false
}

// speaks reports whether the phrase is the subject of a verb of speech.
func (r *reading) speaks(ph *phrase) bool {
	if r.s.Parsed {
		t := &r.s.Tokens[r.headOf(ph)]
		return t.Rel == "nsubj" && t.Head >= 0 && speech(r.s.Tokens[t.Head].Form)
	}
	return ph.last < len(r.ws) && speech(r.ws[ph.last].low) || ph.first > 0 && speech(r.ws[ph.first-1].low)
}

func speech(form string) bool {
	switch lower(form) {
	case "said", "says", "say", "told", "tells", "added", "adds", "warned", "warns", "stressed", "noted", "stated", "declared", "announced",
		"explained", "insisted", "claimed", "argued", "replied", "responded", "continued", "tweeted", "wrote", "remarked", "commented",
		"emphasized", "emphasised", "reiterated", "asserted", "acknowledged", "admitted", "confirmed", "denied", "reported", "concluded",
		"testified", "vowed", "pledged", "urged", "alleged", "suggested", "recalled", "cautioned", "saying", "adding":
		return true
	}
	return false
}

// speaksOrActs reports whether the phrase is the subject of any verb.
func (r *reading) speaksOrActs(ph *phrase) bool {
	return r.speaks(ph) || r.subject(ph)
}

// note remembers who spoke last, and in which sentence.
func (r *reading) note(ph *phrase) {
	if len(ph.who) != 1 || !r.speaks(ph) {
		return
	}
	e := ph.who[0]
	e.told = r.at
	if e.actor.Kind == schema.Person {
		r.speaker = e
	}
}

// nameText is the name in a phrase as it stands in the article, without title.
func (r *reading) nameText(ph *phrase) string {
	p := &ph.piece
	from, to := r.s.Tokens[p.first].Start, r.s.Tokens[p.last-1].End
	return r.doc.Text[from:to]
}
