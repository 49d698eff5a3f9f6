// Package text turns English text into sentences of tokens with tags, lemmas,
// a dependency tree and names over each.
//
//	doc := text.Analyze("Envoys of Norway met Ana Kasela in Oslo.")
//	fmt.Print(doc.Sentences[0].TreeString())
//
// # Splitting
//
// [Split] needs no model. A scanner cuts tokens from left to right, as Universal
// Dependencies cuts English (EWT and GUM): clitics apart ("do|n't",
// "Putin|'s"), hyphens apart ("US|-|led") except after a prefix ("anti-war"),
// ranges apart ("2003|-|2007"), addresses, numbers and dates whole. A full stop
// belongs to its word in abbreviations and initials. Then every gap after a
// full stop, a question or an exclamation mark is judged by what stands around it;
// data/abbreviations.txt says what may end a sentence. Line breaks end sentences,
// unless the lines are wrapped to a width.
//
// Spans point into the text as given. [Token.Form] has plain typography instead
// (see [Normal]), so that what comes after never meets a curly quote.
//
// No sentence is longer than 240 tokens: what is longer is no sentence, and is
// cut at a semicolon, a dash or a comma. So the tree of a sentence costs a bounded
// time and the time for a text is linear in its length, whatever the text.
//
// # Parsing
//
// [Document.Parse] gives one sentence its analysis, [Analyze] all of them. Package
// nn does the work with the network in weights.bin, which is loaded once at the
// first call and shared; MODEL.md says how it was trained and how good it is.
// The network reads forms only. Lemmas come from a table of word endings learnt
// from the same treebanks (lemmas.tsv.gz), and a few errors of the tree that
// cost events are repaired by rule (repair.go).
//
// The same text gives the same bytes on every platform and however many
// goroutines work: arithmetic is by integers or in a fixed order.
package text
