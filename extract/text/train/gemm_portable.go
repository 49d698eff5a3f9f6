//go:build !goexperiment.simd || !amd64

package main

func block4x32(c []float32, ldc int, a matrix, i int, b []float32, ldb, k int) {
	for r := range 4 {
		block1x16(c[r*ldc:], a, i+r, b, ldb, k)
		block1x16(c[r*ldc+16:], a, i+r, b[16:], ldb, k)
	}
}

func block4x16(c []float32, ldc int, a matrix, i int, b []float32, ldb, k int) {
	for r := range 4 {
		block1x16(c[r*ldc:], a, i+r, b, ldb, k)
	}
}

func block1x16(c []float32, a matrix, i int, b []float32, ldb, k int) {
	sum := *(*[16]float32)(c)
	for p := range k {
		x := a.data[i*a.row+p*a.col]
		for j, y := range (*[16]float32)(b[p*ldb:]) {
			sum[j] += float32(x * y)
		}
	}
	copy(c, sum[:])
}

// expVectors does what it can of exps and returns how many it did.
func expVectors([]float32) int { return 0 }
