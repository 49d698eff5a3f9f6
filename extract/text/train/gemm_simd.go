//go:build goexperiment.simd && amd64

package main

import (
	"math"
	"simd/archsimd"
)

// block4x32 keeps four rows of two vectors in registers.
func block4x32(c []float32, ldc int, a matrix, i int, b []float32, ldb, k int) {
	c0, c1, c2, c3 := c, c[ldc:], c[2*ldc:], c[3*ldc:]
	s00, s01 := archsimd.LoadFloat32x16Slice(c0), archsimd.LoadFloat32x16Slice(c0[16:])
	s10, s11 := archsimd.LoadFloat32x16Slice(c1), archsimd.LoadFloat32x16Slice(c1[16:])
	s20, s21 := archsimd.LoadFloat32x16Slice(c2), archsimd.LoadFloat32x16Slice(c2[16:])
	s30, s31 := archsimd.LoadFloat32x16Slice(c3), archsimd.LoadFloat32x16Slice(c3[16:])
	x := a.data[i*a.row:]
	r1, r2, r3 := a.row, 2*a.row, 3*a.row
	at := 0
	for p := range k {
		y := b[p*ldb : p*ldb+32]
		y0, y1 := archsimd.LoadFloat32x16Slice(y), archsimd.LoadFloat32x16Slice(y[16:])
		v := archsimd.BroadcastFloat32x16(x[at])
		s00, s01 = s00.Add(v.Mul(y0)), s01.Add(v.Mul(y1))
		v = archsimd.BroadcastFloat32x16(x[at+r1])
		s10, s11 = s10.Add(v.Mul(y0)), s11.Add(v.Mul(y1))
		v = archsimd.BroadcastFloat32x16(x[at+r2])
		s20, s21 = s20.Add(v.Mul(y0)), s21.Add(v.Mul(y1))
		v = archsimd.BroadcastFloat32x16(x[at+r3])
		s30, s31 = s30.Add(v.Mul(y0)), s31.Add(v.Mul(y1))
		at += a.col
	}
	s00.StoreSlice(c0)
	s01.StoreSlice(c0[16:])
	s10.StoreSlice(c1)
	s11.StoreSlice(c1[16:])
	s20.StoreSlice(c2)
	s21.StoreSlice(c2[16:])
	s30.StoreSlice(c3)
	s31.StoreSlice(c3[16:])
}

func block4x16(c []float32, ldc int, a matrix, i int, b []float32, ldb, k int) {
	c0, c1, c2, c3 := c, c[ldc:], c[2*ldc:], c[3*ldc:]
	s0, s1 := archsimd.LoadFloat32x16Slice(c0), archsimd.LoadFloat32x16Slice(c1)
	s2, s3 := archsimd.LoadFloat32x16Slice(c2), archsimd.LoadFloat32x16Slice(c3)
	x := a.data[i*a.row:]
	r1, r2, r3 := a.row, 2*a.row, 3*a.row
	at := 0
	for p := range k {
		y := archsimd.LoadFloat32x16Slice(b[p*ldb:])
		s0 = s0.Add(archsimd.BroadcastFloat32x16(x[at]).Mul(y))
		s1 = s1.Add(archsimd.BroadcastFloat32x16(x[at+r1]).Mul(y))
		s2 = s2.Add(archsimd.BroadcastFloat32x16(x[at+r2]).Mul(y))
		s3 = s3.Add(archsimd.BroadcastFloat32x16(x[at+r3]).Mul(y))
		at += a.col
	}
	s0.StoreSlice(c0)
	s1.StoreSlice(c1)
	s2.StoreSlice(c2)
	s3.StoreSlice(c3)
}

func block1x16(c []float32, a matrix, i int, b []float32, ldb, k int) {
	s := archsimd.LoadFloat32x16Slice(c)
	x := a.data[i*a.row:]
	for p := range k {
		s = s.Add(archsimd.BroadcastFloat32x16(x[p*a.col]).Mul(archsimd.LoadFloat32x16Slice(b[p*ldb:])))
	}
	s.StoreSlice(c)
}

// expVectors does what it can of exps, sixteen at a time, and returns how many it did.
func expVectors(x []float32) int {
	splat := archsimd.BroadcastFloat32x16
	end, start := splat(expEnd), splat(-expEnd)
	i := 0
	for ; i+16 <= len(x); i += 16 {
		v := archsimd.LoadFloat32x16Slice(x[i:]).Min(end).Max(start)
		k := v.Mul(splat(math.Log2E)).Add(splat(0.5)).FloorScaled(0)
		r := v.Sub(k.Mul(splat(ln2High))).Sub(k.Mul(splat(ln2Low)))
		y := splat(expTerms[0])
		for _, c := range expTerms[1:] {
			y = y.Mul(r).Add(splat(c))
		}
		y = y.Mul(r).Mul(r).Add(r).Add(splat(1))
		power := k.ConvertToInt32().Add(archsimd.BroadcastInt32x16(127)).ShiftAllLeft(23).AsFloat32x16()
		y.Mul(power).StoreSlice(x[i:])
	}
	return i
}
