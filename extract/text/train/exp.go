package main

import "math"

// Coefficients of exp: 2 to the whole part of x/ln 2, times a polynomial for the rest (Cephes, expf).
const (
	ln2High = 0.693359375
	ln2Low  = -2.12194440e-4
	expEnd  = 87
)

var expTerms = [...]float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1}

// exp is e to the x within 2e-7 of it, the same on every platform.
func exp(x float32) float32 {
	x = max(-expEnd, min(expEnd, x))
	k := float32(math.Floor(float64(float32(x*math.Log2E) + 0.5)))
	r := x - float32(k*ln2High)
	r -= float32(k * ln2Low)
	y := expTerms[0]
	for _, c := range expTerms[1:] {
		y = float32(y*r) + c
	}
	y = float32(float32(y*r)*r) + r + 1
	return y * math.Float32frombits(uint32(int32(k)+127)<<23)
}

// exps replaces every x by e to the x.
func exps(x []float32) {
	for i := expVectors(x); i < len(x); i++ {
		x[i] = exp(x[i])
	}
}

// sigmoids replaces every x by 1/(1+e^-x).
func sigmoids(x []float32) {
	for i, v := range x {
		x[i] = -v
	}
	exps(x)
	for i, v := range x {
		x[i] = 1 / (1 + v)
	}
}

func sqrt(n int) float64 { return math.Sqrt(float64(n)) }
