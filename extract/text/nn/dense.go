package nn

import "math"

// actBits is the precision of the inputs of a matrix: a normalised vector of n
// numbers lies within ±√n, which is mapped to ±(2^actBits - 1).
const actBits = 11

// Epsilon keeps the norm of a zero vector from being zero.
const Epsilon = 1e-6

// laneBits is where the second of two outputs begins that share a number.
const laneBits = 26

// dense is a matrix ready to multiply, in one of two forms.
//
// The portable form lets two int8 weights share a float64, w + 2²⁶·v, so that one
// multiplication by a 12-bit input makes two products. All numbers are whole and stay
// below 2⁵³, so nothing is rounded and the order of the sums is all one: processors
// multiply such floats twice as fast as integers of 64 bits. The other form is
// for block16. Both give the same integers.
//
// By Cauchy and Schwarz a sum is at most the product of the norms: with rows of n weights
// up to 127 and inputs of v normalised vectors, 127·√n·2054·√v, which must stay
// below 2²⁵; package nn refuses matrices for which it does not.
type dense struct {
	in, out int
	packed  []float64 // pair of outputs × input
	blocks  []int16   // sixteen outputs × pair of inputs × output × input of the pair
	scale   []float32 // by output, including the scale of the inputs
	bias    []float32
}

// newDense packs a matrix whose input is made of so many normalised vectors side by side.
func newDense(w *Weights, name string, vectors int, blocks bool) dense {
	t := w.Tensors[name]
	d := dense{in: t.Cols, out: t.Rows, scale: make([]float32, t.Rows), bias: make([]float32, t.Rows)}
	copy(d.bias, w.Vectors[name])
	unit := 1 / actScale(t.Cols/vectors)
	for r := range t.Rows {
		d.scale[r] = t.Scale[r] * unit
	}
	if blocks && t.Cols%2 == 0 {
		d.blocks = packBlocks(t)
	} else {
		d.packed = packPairs(t)
	}
	return d
}

func packPairs(t Tensor) []float64 {
	packed := make([]float64, (t.Rows+1)/2*t.Cols)
	for r := range t.Rows {
		to := packed[r/2*t.Cols:]
		for c, q := range t.Q[r*t.Cols : (r+1)*t.Cols] {
			to[c] += float64(int64(q) << (laneBits * (r % 2)))
		}
	}
	return packed
}

func packBlocks(t Tensor) []int16 {
	packed := make([]int16, (t.Rows+15)/16*16*t.Cols)
	for r := range t.Rows {
		to := packed[r/16*16*t.Cols+r%16*2:]
		for c, q := range t.Q[r*t.Cols : (r+1)*t.Cols] {
			to[c/2*32+c%2] = int16(q)
		}
	}
	return packed
}

// actScale is what a normalised number of a vector of n is multiplied by before rounding.
func actScale(n int) float32 {
	return (1<<actBits - 1) / float32(math.Sqrt(float64(n)))
}

// roundBias added to a float32 below 2²¹ leaves the whole number nearest to it, half to even, in the
// low bits of the sum.
const roundBias = 3 << 22

// normalise divides x by its root mean square and rounds to actBits.
func normalise(x []float32, q []int16) {
	k := actScale(len(x)) / float32(math.Sqrt(float64(meanSquare(x)+Epsilon)))
	q = q[:len(x)]
	for i, v := range x {
		q[i] = int16(math.Float32bits(float32(v*k) + roundBias))
	}
}

// meanSquare sums in four strands whose order is fixed.
func meanSquare(x []float32) float32 { return dot(x, x) / float32(len(x)) }

// dot multiplies in four strands whose order is fixed.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	n := len(a)
	b = b[:n]
	for len(a) >= 4 && len(b) >= 4 {
		s0 += float32(a[0] * b[0])
		s1 += float32(a[1] * b[1])
		s2 += float32(a[2] * b[2])
		s3 += float32(a[3] * b[3])
		a, b = a[4:], b[4:]
	}
	for i := range a {
		s0 += float32(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}

// apply multiplies n rounded inputs: input i begins at q[i*step], its outputs go
// to y[i*d.out:]. Four inputs go side by side, which uses every weight four times
// and keeps the multiplier busy. rows is working memory.
func (d *dense) apply(q []int16, step, n int, y []float32, rows *[]float64) {
	if d.blocks != nil {
		d.applyBlocks(q, step, n, y)
		return
	}
	*rows = grow(*rows, 4*d.in)
	d.applyPairs(q, step, n, y, *rows)
}

// applyPairs is apply in the portable form. Inputs that are left over by fours go
// one by one with four pairs of outputs at a time.
func (d *dense) applyPairs(q []int16, step, n int, y []float32, rows []float64) {
	i, pairs := 0, len(d.packed)/d.in
	for ; i+4 <= n; i += 4 {
		for k := range 4 {
			widen(rows[k*d.in:(k+1)*d.in], q[(i+k)*step:])
		}
		for p := range pairs {
			sums := dot4(d.pair(p), rows, rows[d.in:], rows[2*d.in:], rows[3*d.in:])
			for k, sum := range sums {
				d.unpack(sum, p, y[(i+k)*d.out:(i+k+1)*d.out])
			}
		}
	}
	for ; i < n; i++ {
		x, to := rows[:d.in], y[i*d.out:(i+1)*d.out]
		widen(x, q[i*step:])
		for p := 0; p < pairs; p += 4 {
			a, b, c := min(p+1, pairs-1), min(p+2, pairs-1), min(p+3, pairs-1)
			sums := dot4(x, d.pair(p), d.pair(a), d.pair(b), d.pair(c))
			for k := range min(4, pairs-p) {
				d.unpack(sums[k], p+k, to)
			}
		}
	}
}

// pair returns the weights of outputs 2p and 2p+1.
func (d *dense) pair(p int) []float64 { return d.packed[p*d.in : (p+1)*d.in] }

func widen(to []float64, from []int16) {
	for i, v := range from[:len(to)] {
		to[i] = float64(v)
	}
}

// dot4 multiplies one row with four, all as long as it.
func dot4(w, q0, q1, q2, q3 []float64) [4]float64 {
	var a, b, c, d float64
	q0, q1, q2, q3 = q0[:len(w)], q1[:len(w)], q2[:len(w)], q3[:len(w)]
	for i, x := range w {
		a += x * q0[i]
		b += x * q1[i]
		c += x * q2[i]
		d += x * q3[i]
	}
	return [4]float64{a, b, c, d}
}

// unpack scales the two outputs of pair p.
func (d *dense) unpack(sum float64, p int, y []float32) {
	both := int64(sum)
	lo := both << (64 - laneBits) >> (64 - laneBits)
	y[2*p] = float32(float32(lo)*d.scale[2*p]) + d.bias[2*p]
	if 2*p+1 < len(y) {
		hi := (both - lo) >> laneBits
		y[2*p+1] = float32(float32(hi)*d.scale[2*p+1]) + d.bias[2*p+1]
	}
}

// applyBlocks is apply with block16.
func (d *dense) applyBlocks(q []int16, step, n int, y []float32) {
	_ = q[max(n-1, 0)*step+d.in-1] // block16 does not check
	var sums [64]int32
	for first := 0; first < d.out; first += 16 {
		w := &d.blocks[first*d.in]
		last := min(first+16, d.out)
		scale, bias := d.scale[first:last], d.bias[first:last]
		for i := 0; i < n; i += 4 {
			a, b, c := min(i+1, n-1), min(i+2, n-1), min(i+3, n-1)
			block16(&sums, w, &q[i*step], &q[a*step], &q[b*step], &q[c*step], d.in/2)
			for k := range min(4, n-i) {
				to := y[(i+k)*d.out+first : (i+k)*d.out+last]
				from := sums[k*16 : k*16+16]
				for j := range to {
					to[j] = float32(float32(from[j])*scale[j]) + bias[j]
				}
			}
		}
	}
}

func leaky(x []float32) {
	for i, v := range x {
		x[i] = max(v, v*Leak)
	}
}
