// Package ref holds what is known before any article is read: states and what
// their people are called, organisations, armed groups, seats of government,
// who held which office when, and the words for offices and for people who act.
//
// The knowledge is tables under data/, one idea a file, embedded in the binary
// and read on the first call of [Load]. A table is built from [Source] values:
// the embedded ones, then any the user brings (package imports reads them), so
// an imported dictionary and our own rows are looked up in the same way.
//
// How a name is found: a name and a text are both cut into pieces — runs of
// letters and digits without points and accents, lower case — so "U.S.",
// "al-Qaida" and "Élysée" are met however they are tokenised and accented.
// Pieces are hashed one after the other, and a map from the hash of every
// prefix tells whether a longer name can follow ([Table.Match], longest match
// first). Case is checked last, by the name itself: "US" must be upper case in
// the text, "Russia" must be capitalised, "top diplomat" may be anything.
//
// A [Hit] says how the words name the actor. Capitals, cities and seats of
// government are two things at once: Actor is who acts ("Moscow denied…"), Place
// is where something happens ("in Moscow"). Which is meant depends on the
// sentence, and is the resolver's to decide.
//
// Dates are strings, 2014, 2014-05 or 2014-05-20; what is not known to the day
// is not written to the day. A [Tenure] without To was running when the table
// was written. [Table.Holder] may return several people where an office has
// several holders or a day belongs to two of them.
//
// [Table.Code] codes any noun phrase as event-data people do, "Lagos traffic
// police" into NGA and COP, and says why; agent nouns, modifiers and peoples are
// tables. [Table.Members] lists who belonged to an organisation on a day.
//
// data/SOURCES.md says where each table comes from and under what licence.
//
// Looking names up among 200,000 imported ones costs 0.12 ms a thousand words and
// 118 MB of memory, on one core of a two-core AMD EPYC:
//
//	go test ./extract/actor/ref -run xxx -bench Match200k -benchtime 2s
package ref
