//go:build !amd64 || purego

package nn

func block16(sums *[64]int32, w *int16, q0, q1, q2, q3 *int16, pairs int) {
	panic("nn: block16 without assembly") // hasBlocks keeps callers away
}

func hasBlocks() bool { return false }
