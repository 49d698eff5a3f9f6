// Package picture draws what a graph says of its actors: who one actor deals
// with ([Ego]), who met whom when ([Timeline]) and how often ([Matrix]), and
// where somebody went ([Travel]).
//
// A drawing is made in two steps. A layout turns events into a [Canvas], a list
// of lines, shapes and words with absolute positions; then the canvas is written
// as SVG or painted as PNG. Layouts are arithmetic over sorted input: no random
// start, no simulation, so equal graphs give equal bytes. Labels do not overlap
// because every layout gives each label a row of its own, measured with the font
// it is painted in.
//
// One code is kept everywhere: people are round, organisations, states and
// groups square, places pins; what happened is a solid line, what is planned a
// dashed one, what was denied or cancelled a crossed one.
package picture
