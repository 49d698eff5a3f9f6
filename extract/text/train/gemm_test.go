package main

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestMultiplyOrder holds the built kernel to the plain sum in the order of k, bit for bit.
func TestMultiplyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 16, 1}, {4, 32, 7}, {7, 48, 33}, {13, 112, 20}} {
		m, n, k := size[0], size[1], size[2]
		a, b, c := noise(r, m*k), noise(r, k*n), noise(r, m*n)
		want := append([]float32(nil), c...)
		for i := range m {
			for j := range n {
				for p := range k {
					want[i*n+j] += float32(a[i*k+p] * b[p*n+j])
				}
			}
		}
		turned := append([]float32(nil), c...)
		multiply(c, n, rows(a, k), b, n, m, n, k)
		multiply(turned, n, transposed(transpose(a, m, k), m), b, n, m, n, k)
		for i := range want {
			if c[i] != want[i] || turned[i] != want[i] {
				t.Fatalf("%d×%d×%d: element %d is %v and %v, want %v", m, n, k, i, c[i], turned[i], want[i])
			}
		}
	}
}

func noise(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

func BenchmarkMultiply(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, w, y := noise(r, 300*384), noise(r, 384*128), noise(r, 300*128)
	for b.Loop() {
		multiply(y, 128, rows(x, 384), w, 128, 300, 128, 384)
	}
	b.ReportMetric(300*384*128*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

// TestExp holds exps, vectors or not, to exp bit for bit and to math.Exp closely.
func TestExp(t *testing.T) {
	x := noise(rand.New(rand.NewPCG(3, 4)), 1003)
	for i := range x {
		x[i] *= 20
	}
	x[0], x[1], x[2] = 0, -200, 200
	got := append([]float32(nil), x...)
	exps(got)
	for i, v := range x {
		want := math.Exp(math.Max(-expEnd, math.Min(expEnd, float64(v))))
		if got[i] != exp(v) || math.Abs(float64(got[i])-want) > 2e-6*want {
			t.Fatalf("exp(%v) is %v and %v, want %v", v, got[i], exp(v), want)
		}
	}
}
