// Package actor finds who is named in a document and which actor each mention stands for.
//
// The pass over a document has four steps, each in its own file:
//
//  1. scan (piece.go, name.go): every sentence is cut into pieces — known names by
//     longest match, offices, agent nouns, pronouns, and runs of capitals nobody knows.
//  2. assemble (phrase.go, attach.go): neighbouring pieces become noun phrases.
//     "Sylvanian Foreign Minister Petru Vasile" is one phrase: a country, an
//     office and a name. Titles, possessives, "of" and "for", appositions and
//     lists are read from words and capitals, because trees break exactly there;
//     the tree only widens a phrase and names its head.
//  3. link (link.go, namekind.go, office.go, home.go, plural.go, pronoun.go): phrases are taken in text
//     order and joined to an entity of the article: a known actor, one met
//     before under a longer name or by role, or a new provisional one.
//  4. report (report.go): entities become actors and facts, phrases mentions.
//
// What is read depends on the document, its date and the reference tables only,
// never on other articles: joining actors across articles is the business of
// package identity, which sees them all and is free of order.
//
// Where an antecedent is not clear the phrase is left alone. A wrong "he" costs
// a reader more than a missing one.
package actor
