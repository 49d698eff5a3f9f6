// Package when reads the time expressions of a sentence against the day its
// article was published.
//
// Reading goes in three steps. The sentence becomes a row of plain words
// (words.go). A list of readers, one a family of phrases, is tried at every
// word, and what matches becomes a phrase that still says what the text says:
// "weekday Tuesday", "unit week, one back", "month 3, early" (read.go and the
// files beside it). Last the phrase is resolved to a first and a last day
// (resolve.go), for which two things are needed: the publication day, and for
// phrases that look both ways the direction in which the governing verb looks
// (tense.go): "met on Tuesday" is the Tuesday gone, "will meet on Tuesday" the
// one to come, and both are the day of publication when that is a Tuesday.
//
// Weeks run from Monday to Sunday. Seasons are the meteorological ones of the
// northern half of the earth, winter beginning in December of its year. "Early",
// "mid" and "late" are thirds. Dates all in digits are read month first, as in
// American English, unless only day first makes a date.
//
// Without a publication day only what names its year is resolved; everything
// else keeps its place in the text and stays open, with From and To empty.
package when
