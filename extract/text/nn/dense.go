package nn

import "math"

// actBits is the precision of the inputs of a matrix: a normalised vector of n
// numbers lies within ±√n, which is mapped to ±(2^actBits - 1).
const actBits = 11

// dense is a matrix ready to multiply. Two int8 weights share an int64: output 2p
// in bits 0–31, output 2p+1 in bits 32–63, so one multiplication by a 12-bit
// input makes two products. Sums stay below 2³¹ for up to 8,000 inputs.
type dense struct {
	in, out int
	packed  []int64   // pair of outputs × input
	scale   []float32 // by output, including the scale of the inputs
	bias    []float32
}

// newDense packs a matrix whose input is made of so many normalised vectors side by side.
func newDense(w *Weights, name string, vectors int) dense {
	t := w.Tensors[name]
	pairs := (t.Rows + 1) / 2
	d := dense{in: t.Cols, out: t.Rows, packed: make([]int64, pairs*t.Cols),
		scale: make([]float32, pairs*2), bias: make([]float32, pairs*2)}
	copy(d.bias, w.Vectors[name])
	unit := 1 / actScale(t.Cols/vectors)
	for r := range t.Rows {
		d.scale[r] = t.Scale[r] * unit
		to := d.packed[r/2*t.Cols:]
		for c, q := range t.Q[r*t.Cols : (r+1)*t.Cols] {
			to[c] += int64(q) << (32 * (r % 2))
		}
	}
	return d
}

// actScale is what a normalised number of a vector of n is multiplied by before rounding.
func actScale(n int) float32 {
	return (1<<actBits - 1) / float32(math.Sqrt(float64(n)))
}

// normalise divides x by its root mean square and rounds to actBits.
func normalise(x []float32, q []int32) {
	var sum float32
	for _, v := range x {
		sum += float32(v * v)
	}
	rms := float32(math.Sqrt(float64(float32(sum/float32(len(x))) + Epsilon)))
	k := actScale(len(x)) / rms
	q = q[:len(x)]
	for i, v := range x {
		y := float32(v * k)
		if y < 0 {
			q[i] = int32(y - 0.5)
		} else {
			q[i] = int32(y + 0.5)
		}
	}
}

// Epsilon keeps the norm of a zero vector from being zero.
const Epsilon = 1e-6

// apply multiplies n rounded inputs: input i begins at q[i*step], its outputs go
// to y[i*d.out:]. Four inputs go side by side, which uses every weight four times
// and keeps the multiplier busy; the inputs of a sentence stay in the cache while
// the weights pass by.
func (d *dense) apply(q []int32, step, n int, y []float32) {
	for p := range len(d.scale) / 2 {
		w := d.packed[p*d.in : (p+1)*d.in]
		for i := 0; i < n; i += 4 {
			a, b, c := min(i+1, n-1), min(i+2, n-1), min(i+3, n-1)
			sums := dot4(w, q[i*step:], q[a*step:], q[b*step:], q[c*step:])
			for k := range min(4, n-i) {
				d.store(sums[k], p, y[(i+k)*d.out:(i+k+1)*d.out])
			}
		}
	}
}

// dot4 multiplies packed weights with four inputs.
func dot4(w []int64, q0, q1, q2, q3 []int32) [4]int64 {
	var a, b, c, d int64
	q0, q1, q2, q3 = q0[:len(w)], q1[:len(w)], q2[:len(w)], q3[:len(w)]
	for i, x := range w {
		a += x * int64(q0[i])
		b += x * int64(q1[i])
		c += x * int64(q2[i])
		d += x * int64(q3[i])
	}
	return [4]int64{a, b, c, d}
}

// store unpacks and scales the two outputs of pair p.
func (d *dense) store(sum int64, p int, y []float32) {
	lo := int32(sum)
	y[2*p] = float32(float32(lo)*d.scale[2*p]) + d.bias[2*p]
	if 2*p+1 < len(y) {
		hi := int32((sum - int64(lo)) >> 32)
		y[2*p+1] = float32(float32(hi)*d.scale[2*p+1]) + d.bias[2*p+1]
	}
}

func leaky(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = v * Leak
		}
	}
}

// dot multiplies in four strands whose order is fixed.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float32(a[i] * b[i])
		s1 += float32(a[i+1] * b[i+1])
		s2 += float32(a[i+2] * b[i+2])
		s3 += float32(a[i+3] * b[i+3])
	}
	for ; i < len(a); i++ {
		s0 += float32(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}
