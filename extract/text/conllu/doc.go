// Package conllu reads treebanks in the CoNLL-U format and name annotation in
// the IOB2 format, and scores a parser's output against them.
//
// A file may be plain or gzip-compressed; which one is seen from its first two
// bytes. Multiword tokens ("don't" over "do" and "n't") are kept beside the
// words they cover, empty nodes (1.1) are skipped. Errors name the file and line.
//
// Reference: https://universaldependencies.org/format.html
package conllu
