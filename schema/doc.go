// Package schema holds the words everything else is said in: actors, relations,
// events and the evidence behind them.
//
// It imports nothing of this module. The extractor fills these types, the graph
// stores them; neither knows the other. What can be said at all — the relations,
// their PLOVER roots and modes, what may stand on either side of them — is data,
// in relations.yaml.
//
// Positions, not copies: a [Span] is a pair of byte offsets into the article's
// text, and every mention, trigger and sentence keeps its own.
package schema
