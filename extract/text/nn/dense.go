package nn

import "math"

// actBits is the precision of the inputs of a matrix: a normalised vector of n
// numbers lies within ±√n, which is mapped to ±(2^actBits - 1).
const actBits = 11

// dense is a matrix ready to multiply. Two int8 weights share an int64: the
// lower in bits 0–31, the upper in bits 32–63, so one multiplication by a 12-bit
// input makes two products. Sums stay below 2³¹ for up to 8,000 inputs.
//
// Outputs are in blocks of eight; packed holds, block after block and input after
// input, the four int64 of that block.
type dense struct {
	in, out int
	packed  []int64
	scale   []float32 // by output, including the scale of the inputs
	bias    []float32
}

// newDense packs a matrix whose input is made of so many normalised vectors side by side.
func newDense(w *Weights, name string, vectors int) dense {
	t := w.Tensors[name]
	blocks := (t.Rows + 7) / 8
	d := dense{in: t.Cols, out: t.Rows, packed: make([]int64, blocks*4*t.Cols),
		scale: make([]float32, blocks*8), bias: make([]float32, blocks*8)}
	copy(d.bias, w.Vectors[name])
	unit := 1 / actScale(t.Cols/vectors)
	for r := range t.Rows {
		d.scale[r] = t.Scale[r] * unit
		for c, q := range t.Q[r*t.Cols : (r+1)*t.Cols] {
			d.packed[(r/8*t.Cols+c)*4+r%8/2] += int64(q) << (32 * (r % 2))
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

// apply sets y[:out] to the product with the rounded inputs q[:in], y having
// room for a whole number of blocks.
func (d *dense) apply(q []int32, y []float32) {
	q = q[:d.in]
	for b := 0; b*8 < d.out; b++ {
		w := d.packed[b*4*d.in : (b+1)*4*d.in]
		var a0, a1, a2, a3 int64
		for _, v := range q {
			if len(w) < 4 {
				break
			}
			x := int64(v)
			a0 += x * w[0]
			a1 += x * w[1]
			a2 += x * w[2]
			a3 += x * w[3]
			w = w[4:]
		}
		d.store(b, y, a0, a1, a2, a3)
	}
}

// store scales the eight sums of block b.
func (d *dense) store(b int, y []float32, a0, a1, a2, a3 int64) {
	s, c, o := d.scale[b*8:b*8+8], d.bias[b*8:b*8+8], y[b*8:b*8+8]
	for i, a := range [4]int64{a0, a1, a2, a3} {
		lo := int32(a)
		hi := int32((a - int64(lo)) >> 32)
		o[2*i] = float32(float32(lo)*s[2*i]) + c[2*i]
		o[2*i+1] = float32(float32(hi)*s[2*i+1]) + c[2*i+1]
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
