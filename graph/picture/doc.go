// Package picture draws what a graph says of its actors: who one actor deals
// with ([Ego]), what several did when, together and apart ([Timeline]), who met
// whom how often ([Matrix]), and where somebody went ([Travel]).
//
// A drawing is made in two steps. A layout turns events into a [Canvas], a list
// of lines, shapes and words with absolute positions; then the canvas is written
// as SVG or painted as PNG. Layouts are arithmetic over sorted input: no random
// start, no simulation, so equal graphs give equal bytes. Labels do not overlap
// because every layout gives each label a row of its own, measured in the fonts
// it is painted in, which are part of the program (text.go).
//
// One code is kept everywhere: people are round, organisations, states and
// groups square, places pins; what happened is a solid line or a full mark, what
// is planned a dashed or hollow one, what was denied or cancelled a crossed one.
package picture
