// Command train fits the network of package nn to treebanks and name files, and
// measures the text package on them.
//
//	go run ./extract/text/train -treebank DIR -names DIR -out extract/text/weights.bin
//	go run ./extract/text/train -eval FILE.conllu
//	go run ./extract/text/train -eval FILE.iob2
//	go run ./extract/text/train -eval-raw FILE.conllu
//
// Training reads every *-train.conllu(.gz) of the treebank folder, chooses the epoch on
// *-dev.conllu(.gz), and never opens a test file. Each step runs two halves of a
// batch side by side and adds their gradients in a fixed order, so the same data
// and seed give the same weights on any number of cores.
//
// Arithmetic is float32. Built with GOEXPERIMENT=simd on amd64 the matrix
// products use 512-bit vectors, some ten times faster; they add in the same order as
// the portable loop, so both give the same bytes.
package main
