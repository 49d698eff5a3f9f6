// Package export writes a graph into the formats other tools read, one file a format.
//
// Every format is one row of [Formats]: its name, the files it makes, what it
// cannot carry, and a function that writes it. A writer sees the graph through
// a [Source]: actors, articles and events as streams in a stable order. It reads
// a stream once, or once more for each part of the file, and holds nothing
// longer than one record, so that memory stays flat whatever the graph's size,
// and equal graphs give equal bytes. No time stamp goes into a file.
//
// Names and titles come from the news and may hold anything. What a format
// cannot quote is replaced where it is written, never passed on: see escape.go.
package export
