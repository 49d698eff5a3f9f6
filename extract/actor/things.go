package actor

// event reports whether a thing's name that begins with the place ends before
// word i: "Iraq War", "Paris Agreement".
func (r *reading) event(i int, e *entry) bool {
	return i < len(r.ws) && r.ws[i].cap && r.heads.thing[r.ws[i].low] && e.class != personClass && !r.headline && r.ws[i].tag != "VERB" &&
		!r.heads.other[r.ws[i].low] && r.look(i).offices == 0
}

// vessel reports whether the word stands before a ship's name.
func vessel(form string) bool {
	switch form {
	case "HMS", "USS", "USNS", "USCGC", "MV", "MT", "MS", "RMS", "INS", "SS", "FS", "HMAS", "HMCS", "HMNZS", "BRP", "KRI", "ROKS", "JS", "TCG", "PNS", "SLNS", "FGS", "ESPS":
		return true
	}
	return false
}

// warship reports whether the word is for a ship that may be named for somebody.
func warship(low string) bool {
	switch low {
	case "carrier", "destroyer", "frigate", "submarine", "warship", "cruiser", "corvette", "ship", "vessel", "tanker", "cutter", "icebreaker":
		return true
	}
	return false
}

// namesShip reports whether the person's name at word i is a ship's: "the carrier
// Theodore Roosevelt".
func (r *reading) namesShip(i int) bool {
	l := r.look(i)
	if l.names > 1 {
		return l.name.class == personClass
	}
	return l.names+l.offices+l.agents == 0 && r.capAt(i+1) && r.lex.given(r.ws[i].form) != unknownGender
}

// capsEnd returns the end of the run of capitals at word i.
func (r *reading) capsEnd(i int) int {
	for i < len(r.ws) && r.ws[i].cap {
		i++
	}
	return i
}

// quotedTitle reports whether a run of two or more capitals at word i fills a
// quotation: the title of a film, a book or a song.
func (r *reading) quotedTitle(i int) bool {
	if i == 0 || r.ws[i-1].form != "\"" || !r.ws[i].cap || r.knownAt(i) {
		return false
	}
	end := r.capsEnd(i)
	return end > i+1 && end < len(r.ws) && r.ws[end].form == "\""
}

// inBrackets reports whether word i begins a name of science in brackets:
// "(Threskiornis aethiopicus)".
func (r *reading) inBrackets(i int) bool {
	return i > 0 && i+2 < len(r.ws) && r.ws[i-1].form == "(" && r.ws[i].cap && !r.ws[i+1].cap && r.ws[i+2].form == ")" && !r.knownAt(i) &&
		wordy(rune(r.ws[i+1].form[0])) && len(r.ws[i+1].form) > 4
}

// findThings notes the names given to ships, storms and operations.
func (r *reading) findThings() {
	r.things = map[string]bool{}
	for i := range r.clauses {
		ws := r.clauses[i].ws
		for j := 0; j+1 < len(ws); j++ {
			if (vessel(ws[j].form) || ws[j].cap && stormy(ws[j].low)) && ws[j+1].cap {
				r.things[ws[j+1].low] = true
			}
		}
	}
}

// stormy reports whether a name follows the word that is given to no person.
func stormy(low string) bool {
	switch low {
	case "hurricane", "typhoon", "cyclone", "storm", "operation":
		return true
	}
	return false
}

// placeNoun takes "province" to "Ninevah province".
func (r *reading) placeNoun(i int, e *entry) int {
	if e.class == placeClass && i < len(r.ws) {
		if r.ws[i].cap && r.heads.place[r.ws[i].low] && !r.knownAt(i) && r.orgEnd(i) == i {
			return i + 1
		}
		if r.look(i).agents > 1 {
			return i // "Lagos city council"
		}
		switch r.ws[i].low {
		case "province", "region", "city", "governorate", "district", "county", "island", "peninsula", "oblast", "prefecture", "enclave":
			return i + 1
		}
	}
	return i
}

// landscape reports whether word i makes a state's name one of a part of it: "Jordan Valley".
func (r *reading) landscape(i int, e *entry) bool {
	return (e.class == stateClass || e.class == demonymClass) && i < len(r.ws) && r.ws[i].cap && r.ws[i].tag == "PROPN" && r.heads.place[r.ws[i].low] &&
		!r.knownAt(i) && !r.headline && !r.capAt(i+1)
}
