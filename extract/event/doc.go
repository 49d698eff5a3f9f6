// Package event reads events — who did what to whom — off the dependency trees
// of a document whose actors are resolved.
//
// It runs in five steps, one file each. A rule's trigger is found by lemma
// ([Rule]: a verb, a noun, or a verb with its noun). The rule's slots are
// followed from the trigger to participants, through passives, relative
// clauses, control and shared subjects, and past the usual parser mistakes. The
// status is read off tense, modals, negation and the words that govern the
// trigger. Place, date and speaker are looked up around it. Last, discard rules
// throw out what only looks like an event: sport, markets, metaphor.
//
// What is said, and in which words, is data: rules/*.yaml, in the small
// language that RULES.md describes. Each rule carries the sentences it must and
// must not match, and go test runs them all.
package event
