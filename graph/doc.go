// Package graph is the library: it keeps what articles say as a graph of quads
// and answers questions about it.
//
// [Open] opens a [Store]; [Store.Add] puts extractions in, article by article,
// durable when it returns. An article is the unit: it is stored whole, replaced
// whole when its text has changed, removed whole; loading the same articles in
// any order, in any shards, twice or once, gives a store that exports the same
// bytes.
//
// How an article becomes quads is written in one place, quads.go; its inverse
// is in extraction.go, and a property test holds the two together. In short:
//
//	<event:…>  type, relation, status, actor, recipient, place, from, to, …   the event
//	<actor:a>  <met-with>  <actor:b>                                          the same, as an edge
//	<sentence:…/3>  text, start, end                                          what it rests on
//	<article:…>  title, url, publisher, published, sha256, sketch, mentions, profile
//
// all labelled with the article's IRI. What an article says of an actor as such
// (name, kind, country, aliases …) is a profile: the same description in a
// thousand articles is stored once, labelled with the hash of what it says, and
// goes with the last article that gives it. Profiles of one actor are merged
// when they are read, so the order of loading cannot matter.
//
// [Store.Curate] then joins the actors that are one, by the decisions of people
// and the rules of package identity. What it needs to know of all the articles
// it keeps beside the quads, in notes (notes.go): a load of ten articles reads
// those ten and the articles of whoever is joined by them, not the store.
//
// Questions are methods of Store: [Store.Met] and its like answer in typed rows
// with evidence; [Store.Query] runs cayley's query languages with names
// resolved. [Store.Resolve] turns a name as typed into an actor.
package graph
