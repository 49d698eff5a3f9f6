package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// UnknownPredicateError says that a word is neither a relation nor a property.
type UnknownPredicateError struct {
	Name    string
	Nearest []string
}

func (e *UnknownPredicateError) Error() string {
	if len(e.Nearest) == 0 {
		return fmt.Sprintf("there is no predicate %q", e.Name)
	}
	return fmt.Sprintf("there is no predicate %q; did you mean %s?", e.Name, strings.Join(e.Nearest, " or "))
}

// predicateNamed finds a predicate by its short name; "spoke with" and
// "spoke_with" are spoke-with.
func predicateNamed(name string) (quad.IRI, error) {
	if strings.Contains(name, ":") {
		return quad.IRI(schema.Expand(name)), nil
	}
	wanted := strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(name))
	e := &UnknownPredicateError{Name: name}
	for _, p := range Predicates() {
		if p == wanted {
			return quad.IRI(schema.Expand(p)), nil
		}
		if similarity(wanted, p) > 0.85 {
			e.Nearest = append(e.Nearest, p)
		}
	}
	return "", e
}

// Predicates lists every predicate by its short name, sorted: the relations
// and the properties of events, articles and actors.
func Predicates() []string {
	names := []string{"rdf:type"}
	for _, r := range schema.Relations() {
		names = append(names, r.Name)
	}
	for _, p := range []quad.IRI{
		pRelation, pActor, pRecipient, pPlace, pSpeaker, pEvidence, pSubject, pObject, pMentions, pProfile, pSameAs,
	} {
		names = append(names, short(p))
	}
	for _, p := range literalProperties() {
		if !strings.Contains(p, "://") {
			names = append(names, p)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// literalProperties lists the properties that lead to literals.
func literalProperties() []string {
	var names []string
	for _, p := range []quad.IRI{
		pStatus, pFrom, pTo, pReported, pRule, pTrigger, pCue, pDateText, pConfidence, pMode, pCAMEO, pQuadClass, pDetail, pRole,
		pText, pStart, pEnd, pTitle, pURL, pPublisher, pPublished, pHash, pSketch,
		pName, pAlias, pKind, pCountry, pSector, pSectors, pWikidata, pKnown,
	} {
		names = append(names, short(p), string(p))
	}
	return names
}
