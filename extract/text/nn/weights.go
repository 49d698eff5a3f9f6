package nn

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
)

// magic begins every weights file; the digit is the version of the format.
const magic = "entente-nn1\n"

// Tensor is a matrix of int8 with one scale a row: value = Scale[r] * Q[r*Cols+c].
type Tensor struct {
	Rows, Cols int
	Scale      []float32
	Q          []int8
}

// Weights is everything a trained network consists of.
type Weights struct {
	Layers  string   // kinds of the encoder's layers in order: 'c' convolution, 'r' recurrence
	Words   []string // vocabulary; the word Words[i] has ID i+1, 0 is unknown
	Tags    []string // "XPOS|UPOS"
	Rels    []string // dependency relations
	Names   []string // "O", "B-PER", "I-PER", "E-PER", "S-PER", …
	Tensors map[string]Tensor
	Vectors map[string][]float32 // biases
}

// A FormatError says why bytes are not a weights file.
type FormatError struct{ What string }

func (e *FormatError) Error() string {
	return "weights: " + e.What + "; rebuild them with go run ./extract/text/train"
}

func badf(format string, args ...any) error { return &FormatError{fmt.Sprintf(format, args...)} }

// Encode returns the file form of the weights: magic, checksum, compressed payload.
func (w *Weights) Encode() []byte {
	var raw []byte
	raw = appendString(raw, w.Layers)
	for _, list := range [][]string{w.Words, w.Tags, w.Rels, w.Names} {
		raw = binary.AppendUvarint(raw, uint64(len(list)))
		for _, s := range list {
			raw = appendString(raw, s)
		}
	}
	for _, name := range tensorNames(w.Layers) {
		raw = appendTensor(raw, w.Tensors[name])
		raw = appendFloats(raw, w.Vectors[name])
	}
	var out bytes.Buffer
	out.WriteString(magic)
	out.Write(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(raw)))
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	z.Write(raw) // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendFloats(b []byte, f []float32) []byte {
	b = binary.AppendUvarint(b, uint64(len(f)))
	for _, x := range f {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return b
}

func appendTensor(b []byte, t Tensor) []byte {
	b = binary.AppendUvarint(b, uint64(t.Rows))
	b = binary.AppendUvarint(b, uint64(t.Cols))
	b = appendFloats(b, t.Scale)
	for _, q := range t.Q {
		b = append(b, byte(q))
	}
	return b
}

// Decode reads what Encode wrote.
func Decode(data []byte) (*Weights, error) {
	if !bytes.HasPrefix(data, []byte(magic)) || len(data) < len(magic)+4 {
		return nil, badf("the file does not begin with %q", magic)
	}
	data = data[len(magic):]
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(data[4:])))
	if err != nil {
		return nil, badf("damaged: %v", err)
	}
	if crc32.ChecksumIEEE(raw) != binary.LittleEndian.Uint32(data) {
		return nil, badf("damaged: wrong checksum")
	}
	d := decoder{raw: raw}
	w := d.weights()
	if d.err != nil {
		return nil, d.err
	}
	return w, nil
}

// decoder takes values off the front of raw until err is set.
type decoder struct {
	raw []byte
	err error
}

func (d *decoder) weights() *Weights {
	w := &Weights{Layers: d.string(), Tensors: map[string]Tensor{}, Vectors: map[string][]float32{}}
	for _, list := range []*[]string{&w.Words, &w.Tags, &w.Rels, &w.Names} {
		for range d.count(1) {
			*list = append(*list, d.string())
		}
	}
	for _, name := range tensorNames(w.Layers) {
		w.Tensors[name] = d.tensor(name)
		w.Vectors[name] = d.floats()
	}
	return w
}

// count reads the number of items of the given size that follow.
func (d *decoder) count(size int) int {
	n, k := binary.Uvarint(d.raw)
	if k <= 0 || n > uint64(len(d.raw)-k)/uint64(size) {
		d.raw = nil
		if d.err == nil {
			d.err = badf("cut short")
		}
		return 0
	}
	d.raw = d.raw[k:]
	return int(n)
}

func (d *decoder) string() string {
	n := d.count(1)
	s := string(d.raw[:n])
	d.raw = d.raw[n:]
	return s
}

func (d *decoder) floats() []float32 {
	f := make([]float32, d.count(4))
	for i := range f {
		f[i] = math.Float32frombits(binary.LittleEndian.Uint32(d.raw[4*i:]))
	}
	d.raw = d.raw[4*len(f):]
	return f
}

func (d *decoder) tensor(name string) Tensor {
	t := Tensor{Rows: d.count(1), Cols: d.count(1), Scale: d.floats()}
	size := t.Rows * t.Cols
	if d.err == nil && (size > len(d.raw) || len(t.Scale) != t.Rows) {
		d.err = badf("matrix %s: %d by %d does not fit", name, t.Rows, t.Cols)
	}
	if d.err != nil {
		return Tensor{}
	}
	t.Q = make([]int8, size)
	for i := range t.Q {
		t.Q[i] = int8(d.raw[i])
	}
	d.raw = d.raw[size:]
	return t
}
