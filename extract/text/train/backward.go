package main

import "github.com/entente-kg/entente/extract/text/nn"

// backward carries the gradient of the heads down to the embeddings.
func (s *shard) backward(n int, in *activation, acts []*activation, out *activation, dOut []float32) {
	dx := s.arena.take(n * s.Dim)
	s.matrixBack(out, s.heads, n, dOut, dx)
	for i := len(acts) - 1; i >= 0; i-- {
		if s.Layers[i] == 'c' {
			s.convolveBack(acts[i], s.encoder[i], n, dx)
		} else {
			s.recurBack(acts[i], s.encoder[i], n, dx)
		}
	}
	for i, v := range in.z {
		dx[i] *= slope(v)
	}
	dEmbed := s.arena.take(len(in.x))
	s.matrixBack(in, s.input, n, dx, dEmbed)
	s.embedBack(n, dEmbed)
}

// matrixBack adds the gradient with respect to a.x to dx, given that of a.z.
func (s *shard) matrixBack(a *activation, l layer, n int, dz, dx []float32) {
	du := s.productBack(a.u, l, n, dz)
	s.normaliseBack(a, n, du, dx)
}

// productBack adds the gradients of a matrix and its bias, and returns that of its input.
func (s *shard) productBack(u []float32, l layer, n int, dz []float32) []float32 {
	w := s.params[l.w]
	multiply(s.g(l.w), w.Cols, transposed(u, w.Rows), dz, w.Cols, w.Rows, w.Cols, n)
	bias := s.g(l.b)
	for i := range n {
		for j, v := range dz[i*w.Cols : (i+1)*w.Cols] {
			bias[j] += v
		}
	}
	du := s.arena.take(n * w.Rows)
	turned := s.arena.raw(len(w.W))
	transposeInto(turned, w.W, w.Rows, w.Cols)
	multiply(du, w.Rows, rows(dz, w.Cols), turned, w.Rows, n, w.Rows, w.Cols)
	return du
}

func transpose(x []float32, m, n int) []float32 {
	y := make([]float32, len(x))
	transposeInto(y, x, m, n)
	return y
}

func transposeInto(y, x []float32, m, n int) {
	for i := range m {
		for j, v := range x[i*n : (i+1)*n] {
			y[j*m+i] = v
		}
	}
}

// normaliseBack turns the gradient of a.u into that of a.x:
// dx = (du - u·mean(du·u)) / rms, with u before dropout.
func (s *shard) normaliseBack(a *activation, n int, du, dx []float32) {
	for i, m := range a.drop {
		du[i] *= m
	}
	width := len(a.x) / max(n, 1)
	for i := range n {
		x, g, to := a.x[i*width:(i+1)*width], du[i*width:(i+1)*width], dx[i*width:(i+1)*width]
		k := 1 / a.rms[i]
		var mean float32
		for j, v := range g {
			mean += float32(v * x[j])
		}
		mean = mean * k * k / float32(width)
		for j, v := range g {
			to[j] += float32((v - float32(x[j]*mean)) * k)
		}
	}
}

// convolveBack adds to dx, which already holds the gradient of the residual path.
func (s *shard) convolveBack(a *activation, l layer, n int, dx []float32) {
	d := s.Dim
	dz := s.arena.take(n * d)
	for i, v := range a.z {
		dz[i] = dx[i] * a.keep[i] * slope(v)
	}
	dw := s.productBack(s.windows(a.u, n), l, n, dz)
	du := s.arena.take(n * d)
	s.pairs(func(i, j, place int) {
		to := du[j*d : (j+1)*d]
		for k, v := range dw[(i*3+place)*d : (i*3+place+1)*d] {
			to[k] += v
		}
	})
	s.normaliseBack(a, n, du, dx)
}

// recurBack runs the memories against their direction.
func (s *shard) recurBack(a *activation, l layer, n int, dx []float32) {
	d := s.Dim
	dz, dh := s.arena.take(n*3*d), s.arena.take(n*d)
	s.scanBack(func(i, before, from, to int) {
		z, g := a.z[i*3*d:(i+1)*3*d], dz[i*3*d:(i+1)*3*d]
		for j := from; j < to; j++ {
			c, f, o, h := z[j], z[d+j], z[2*d+j], a.memory[i*d+j]
			up := dx[i*d+j] * a.keep[i*d+j]
			dhj := dh[i*d+j] + float32(up*o)
			last := float32(0)
			if before >= 0 {
				last = a.memory[before*d+j]
				dh[before*d+j] += float32(dhj * f)
			}
			g[j] = dhj * (1 - f)
			g[d+j] = dhj * (last - c) * f * (1 - f)
			g[2*d+j] = up * h * o * (1 - o)
		}
	})
	s.matrixBack(a, l, n, dz, dx)
}

// scanBack visits what scan visits, in the opposite order within each sentence.
func (s *shard) scanBack(f func(i, before, from, to int)) {
	half := s.Dim / 2
	for k := range len(s.start) - 1 {
		first, end := s.start[k], s.start[k+1]
		for i := end - 1; i >= first; i-- {
			before := i - 1
			if i == first {
				before = -1
			}
			f(i, before, 0, half)
		}
		for i := first; i < end; i++ {
			before := i + 1
			if i == end-1 {
				before = -1
			}
			f(i, before, half, s.Dim)
		}
	}
}

// embedBack spreads the gradient over the rows of the tables.
func (s *shard) embedBack(n int, dx []float32) {
	width := s.width()
	for i := range n {
		c := dx[i*width : (i+1)*width]
		c = s.rowBack(s.word, s.feat.Word[i], c, 1)
		grams := s.gramsOf(i)
		k := nn.GramWeight(len(grams))
		for _, r := range grams {
			s.rowBack(s.gram, r, c, k)
		}
		c = c[s.Gram:]
		c = s.rowBack(s.prefix, s.feat.Prefix[i], c, 1)
		c = s.rowBack(s.suffix, s.feat.Suffix[i], c, 1)
		s.rowBack(s.shape, s.feat.Shape[i], c, 1)
	}
}

// rowBack adds the front of dx times k to a row's gradient and returns the rest of dx.
func (s *shard) rowBack(p int, r int32, dx []float32, k float32) []float32 {
	cols := s.params[p].Cols
	to := s.grads[p].row(r, cols)
	for j, v := range dx[:cols] {
		to[j] += float32(v * k)
	}
	return dx[cols:]
}
