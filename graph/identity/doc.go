// Package identity says which actors of different articles are one.
//
// An article names actors as it sees them; the same minister may be
// actor:petru-vasile in one and, called only "Vasile", actor:vasile-syv in
// another. [Join] looks at all actors of a graph at once and joins them by two
// things only: decisions of people, kept in a [Journal], and rules that have a
// name. As it sees them all, the order in which articles were loaded cannot
// matter; the decisions of people go before the rules, and a pair that people
// keep apart no rule joins.
//
// The rules are few and sure. What only looks alike — one surname and country,
// a name one letter off — is a [Candidate] for a person to decide.
//
// The journal is a text file that can be kept in git, one decision a line. It is
// only ever added to: undo is a decision too.
package identity
