package graph

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// The properties of nodes. Relations between actors are predicates too; they
// are listed in the schema package.
const (
	words = quad.IRI(schema.Base + "schema/")

	rdfType = quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

	// Of an event or a fact.
	pRelation   = words + "relation"
	pStatus     = words + "status"
	pActor      = words + "actor"
	pRecipient  = words + "recipient"
	pPlace      = words + "place"
	pFrom       = words + "from"
	pTo         = words + "to"
	pReported   = words + "reported" // day of the article, where the event has no date
	pSpeaker    = words + "speaker"
	pEvidence   = words + "evidence"
	pRule       = words + "rule"
	pTrigger    = words + "trigger"
	pCue        = words + "cue"
	pDateText   = words + "date-text"
	pConfidence = words + "confidence"
	pMode       = words + "mode"
	pCAMEO      = words + "cameo"
	pQuadClass  = words + "quad-class"
	pDetail     = words + "detail"
	pSubject    = words + "subject" // of a fact
	pObject     = words + "object"
	pRole       = words + "role"

	// Of a sentence.
	pText  = words + "text"
	pStart = words + "start"
	pEnd   = words + "end"

	// Of an article.
	pTitle     = words + "title"
	pURL       = words + "url"
	pPublisher = words + "publisher"
	pPublished = words + "published"
	pHash      = words + "sha256"
	pSketch    = words + "sketch" // what is kept of the text to find its copies
	pMentions  = words + "mentions"
	pProfile   = words + "profile"

	// Of an actor.
	pName     = words + "name"
	pAlias    = words + "alias"
	pKind     = words + "type"
	pCountry  = words + "country"
	pSector   = words + "sector"
	pSectors  = words + "sectors" // all, in order, where there are several
	pWikidata = words + "wikidata"
	pSameAs   = words + "same-as"
	pKnown    = words + "known"
	cArticle  = words + "article" // classes
	cFact     = words + "fact"
	cEvent    = words + "event" // of an event without a PLOVER root
	// classEvent is cEvent as short shows it.
	classEvent = "event"
	plover     = quad.IRI(schema.Base + "plover/")
	jsonType   = quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")
	sameAsRel  = "same-as"
)

// Prefixes of the short names of nodes.
const (
	inArticle  = "article:"
	inEvent    = "event:"
	inSentence = "sentence:"
	inFact     = "fact:"
	inProfile  = "profile:"
	inWikidata = "wikidata:"
)

// node returns the IRI of a short name such as "actor:hanna-lind". Characters
// that may not stand in an IRI are percent-encoded: cayley writes them, and
// cannot read them again.
func node(short string) quad.IRI {
	return quad.IRI(schema.Expand(escape(short)))
}

// short is the inverse of node.
func short(v quad.Value) string {
	iri, ok := v.(quad.IRI)
	if !ok {
		return ""
	}
	s := schema.Shorten(string(iri))
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// escape percent-encodes what the grammar of IRIs forbids, the percent sign
// itself, and bytes that are not UTF-8.
func escape(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, forbidden) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if forbidden(r) || r == utf8.RuneError && size == 1 {
			for _, c := range []byte(s[:size]) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		} else {
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

func forbidden(r rune) bool {
	return r <= ' ' || deceives(r) || strings.ContainsRune("<>\"{}|^`\\%", r)
}

// text makes a literal. Bytes that are not UTF-8 would make the write fail.
func text(s string) quad.Value { return quad.String(strings.ToValidUTF8(s, "�")) }

// day makes a time of a day such as 2022-01-18, so that queries can compare
// it. What is no day stays text.
func day(s string) quad.Value {
	if t, err := time.Parse(time.DateOnly, s); err == nil && t.Year() > 0 {
		return quad.Time(t)
	}
	return text(s)
}

// plain is the inverse of text and day, and the form of other literals on screen.
func plain(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	case quad.Time:
		t := time.Time(v).UTC()
		if t.Equal(t.Truncate(24 * time.Hour)) {
			return t.Format(time.DateOnly)
		}
		return t.Format(time.RFC3339)
	case quad.IRI:
		return short(v)
	}
	return fmt.Sprint(v.Native())
}
