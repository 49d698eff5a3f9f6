// Eval scores the extractor on articles annotated by hand.
//
//	go run ./extract/eval [-v] [-update] [NAME…]            the project's gold articles, or those named
//	go run ./extract/eval [-v] [-fold N] -relations FILE    JSON lines of sentences with one dyad and its PLOVER root each
//	go run ./extract/eval -draw N [-seed S] FILE…           N edges of articles of your own, with their sentences, to judge by eye
//	go run ./extract/eval -verbs FILE                       which verbs of a CAMEO dictionary start no rule
//
// A gold article is text, one sentence a line, each with the edges a reader
// would draw from it (testdata/gold/README.md gives the notation). An event
// counts through its pairwise edges: an edge is right when relation, both
// actors and status are those of an annotated edge of the same sentence.
// Actors are scored by themselves over the edges whose root is found in their
// sentence; status, date, place and speaker over those whose actors and
// relation are found, so that one table shows which stage loses what. Edges
// marked optional count neither way.
//
// The report of the gold articles is a golden file, testdata/report.txt: a
// change of rules or models shows its gain or loss in the diff.
package main
