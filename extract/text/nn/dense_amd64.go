//go:build !purego

package nn

import "golang.org/x/sys/cpu"

//go:generate sh -c "go run ./gen >dense_amd64.s"

// block16 sets sums to the products of four rows of 2·pairs inputs with sixteen
// outputs, row by row. w holds, pair of inputs after pair, the two weights of each output.
//
//go:noescape
func block16(sums *[64]int32, w *int16, q0, q1, q2, q3 *int16, pairs int)

// hasBlocks reports whether block16 runs on this processor.
func hasBlocks() bool { return cpu.X86.HasAVX2 }
