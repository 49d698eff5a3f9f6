package main

// matrix is a view of numbers: element (i, j) is data[i*row+j*col].
type matrix struct {
	data     []float32
	row, col int
}

func rows(data []float32, width int) matrix       { return matrix{data, width, 1} }
func transposed(data []float32, width int) matrix { return matrix{data, 1, width} }

// multiply adds the product of a (m by k) and the rows of b (k by n, ldb apart) to
// the rows of c (m by n, ldc apart). n is a multiple of 16. Every element is summed in the order
// of k.
func multiply(c []float32, ldc int, a matrix, b []float32, ldb, m, n, k int) {
	i := 0
	for ; i+4 <= m; i += 4 {
		j := 0
		for ; j+32 <= n; j += 32 {
			block4x32(c[i*ldc+j:], ldc, a, i, b[j:], ldb, k)
		}
		if j < n {
			block4x16(c[i*ldc+j:], ldc, a, i, b[j:], ldb, k)
		}
	}
	for ; i < m; i++ {
		for j := 0; j < n; j += 16 {
			block1x16(c[i*ldc+j:], a, i, b[j:], ldb, k)
		}
	}
}
