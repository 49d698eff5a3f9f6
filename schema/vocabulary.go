package schema

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// property is a predicate of the graph that is not a relation between actors.
type property struct {
	name, domain, rng, comment string
	same                       string // the property of another vocabulary that says the same
}

// Properties of the nodes of the graph, with their nearest kin elsewhere.
var properties = [...]property{
	{"relation", "Event", "rdf:Property", "the relation an event is of", ""},
	{"status", "Event", "xsd:string", "occurred, ongoing, planned, cancelled, denied or hypothetical", "schema:eventStatus"},
	{"actor", "Event", "Actor", "who acts; all participants of a symmetric relation", "schema:organizer"},
	{"recipient", "Event", "Actor", "who is acted on", "schema:attendee"},
	{"place", "Event", "Actor", "where it happened", "schema:location"},
	{"from", "Event", "xsd:dateTime", "first day", "schema:startDate"},
	{"to", "Event", "xsd:dateTime", "last day, inclusive", "schema:endDate"},
	{"speaker", "Event", "Actor", "who says so", "prov:wasAttributedTo"},
	{"evidence", "Event", "Sentence", "the sentence that says so", "prov:wasDerivedFrom"},
	{"rule", "Event", "xsd:string", "the rule that read it", "prov:wasGeneratedBy"},
	{"mode", "Event", "xsd:string", "PLOVER mode", ""},
	{"confidence", "Event", "xsd:double", "0 to 1, calibrated on the development set", ""},
	{"name", "Actor", "xsd:string", "display name", "schema:name"},
	{"alias", "Actor", "xsd:string", "another spelling", "schema:alternateName"},
	{"kind", "Actor", "xsd:string", "person, state, organisation, group or place", ""},
	{"country", "Actor", "xsd:string", "ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, MNC, IMG, ISM", "schema:nationality"},
	{"sector", "Actor", "xsd:string", "PLOVER sector", ""},
	{"title", "Article", "xsd:string", "headline", "schema:headline"},
	{"url", "Article", "xsd:string", "where it was published", "schema:url"},
	{"publisher", "Article", "xsd:string", "who published it", "schema:publisher"},
	{"published", "Article", "xsd:dateTime", "day of publication", "schema:datePublished"},
	{"sha256", "Article", "xsd:string", "hash of the text", "schema:sha256"},
	{"sketch", "Article", "xsd:string", "fingerprint of the text, by which copies of one story are found", ""},
}

var classes = [...]struct{ name, comment, same string }{
	{"Actor", "somebody, or some body, who does things; also a place where things are done", "prov:Agent"},
	{"Event", "one thing that happened, was planned or was denied, as one sentence tells it", "schema:Event"},
	{"Article", "a news article", "schema:NewsArticle"},
	{"Sentence", "the words an event rests on", "prov:Entity"},
}

// WriteTurtle prints the vocabulary with its mappings to PLOVER, CAMEO,
// schema.org and PROV-O.
func WriteTurtle(out io.Writer) error {
	w := bufio.NewWriter(out)
	for _, p := range Prefixes {
		fmt.Fprintf(w, "@prefix %s: <%s> .\n", p.Short, p.Full)
	}
	w.WriteString("@prefix schema: <https://schema.org/> .\n@prefix prov: <http://www.w3.org/ns/prov#> .\n" +
		"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix cameo: <" + Base + "cameo/> .\n")
	for _, c := range classes {
		fmt.Fprintf(w, "\nentente:%s a rdfs:Class ;\n  rdfs:comment %q ;\n  skos:closeMatch %s .\n", c.name, c.comment, c.same)
	}
	for _, p := range properties {
		p.turtle(w)
	}
	for _, r := range Roots {
		fmt.Fprintf(w, "\nplover:%s a rdfs:Class ;\n  rdfs:subClassOf entente:Event ;\n  entente:quadClass %d .\n", r.Name, r.QuadClass)
	}
	for _, r := range Relations() {
		r.turtle(w)
	}
	return w.Flush()
}

func (p property) turtle(w *bufio.Writer) {
	rng := p.rng
	if !strings.Contains(rng, ":") {
		rng = "entente:" + rng
	}
	fmt.Fprintf(w, "\nentente:%s a rdf:Property ;\n  rdfs:domain entente:%s ;\n  rdfs:range %s ;\n", p.name, p.domain, rng)
	if p.same != "" {
		fmt.Fprintf(w, "  skos:closeMatch %s ;\n", p.same)
	}
	fmt.Fprintf(w, "  rdfs:comment %q .\n", p.comment)
}

func (r *Relation) turtle(w *bufio.Writer) {
	kind := "rdf:Property"
	if r.Symmetric {
		kind += ", owl:SymmetricProperty"
	}
	fmt.Fprintf(w, "\nentente:%s a %s ;\n  rdfs:domain entente:Actor ;\n  rdfs:range entente:Actor ;\n", r.Name, kind)
	if r.Root != "" {
		fmt.Fprintf(w, "  skos:broadMatch plover:%s, cameo:%s ;\n", r.Root, r.CAMEO)
	}
	if r.Inverse != "" {
		fmt.Fprintf(w, "  skos:altLabel %q ;\n", r.Inverse+" (inverse)")
	}
	fmt.Fprintf(w, "  skos:example %q .\n", r.Example)
}

// WriteJSON prints relations, roots with their modes, statuses and sectors.
func WriteJSON(w io.Writer) error {
	type root struct {
		Name      string   `json:"name"`
		QuadClass int      `json:"quad_class"`
		Modes     []string `json:"modes,omitempty"`
	}
	type sector struct {
		Code    string `json:"code"`
		Meaning string `json:"meaning"`
	}
	doc := struct {
		Version   int        `json:"version"`
		Relations []Relation `json:"relations"`
		Roots     []root     `json:"roots"`
		Statuses  []Status   `json:"statuses"`
		Sectors   []sector   `json:"sectors"`
	}{Version: Version, Relations: Relations(), Statuses: Statuses[:]}
	for _, r := range Roots {
		doc.Roots = append(doc.Roots, root(r))
	}
	for _, s := range Sectors {
		doc.Sectors = append(doc.Sectors, sector{s.Code, s.Meaning})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
