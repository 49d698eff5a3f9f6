// Package sketch tells copies of one story from stories of their own.
//
// Agencies sell one text to many papers, and papers update a text through the
// day: such articles are one source, however often they are printed. A [Sketch]
// is what is kept of a text to see that: the set of its runs of three words,
// each as a 24-bit hash (Broder 1997). Two texts are copies when their sets
// overlap as [Sketch.Copies] asks; up to [limit] runs the sets are whole, so
// the check is exact but for chance collisions of about one run in 50,000; of
// longer texts the lowest hashes stand for all.
//
// A sketch is a function of the text alone. Stored with each article, it links
// copies whatever the order and the shards the articles were loaded in, and
// loses nothing when one of them is removed.
package sketch

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"unicode"
)

const (
	runWords = 3       // words in a run
	bits     = 24      // of a run's hash
	limit    = 1024    // runs kept of a text: an estimate from that many is good to 2 in 100
	version  = byte(1) // of the written form
)

// From how much in common two texts count as copies: a new lead and a
// paragraph more or less leave Resembling of all runs in common. An update that
// goes on where the first version ended holds nearly all of it: Contained of
// its runs, if that has shortest runs at least and is not a small part of the other.
const (
	Resembling = 0.6
	Contained  = 0.8
	shortest   = 40
	longest    = 2.5 // times as long as the first version
)

// Sketch is the set of a text's runs of words. The zero value is that of no
// text, and a copy of nothing.
type Sketch struct {
	runs  []uint32 // sorted, each once; the lowest ones where there are more than limit
	total int      // runs of the text, each counted once
}

// Of takes the sketch of a text. Case and punctuation play no part.
func Of(text string) Sketch {
	runs := runsOf(text)
	return Sketch{runs: slices.Clone(runs[:min(len(runs), limit)]), total: len(runs)}
}

func runsOf(text string) (runs []uint32) {
	var last [runWords]uint64
	words := 0
	for word := range hashes(text) {
		copy(last[:], last[1:])
		last[runWords-1] = word
		if words++; words >= runWords {
			runs = append(runs, run(last))
		}
	}
	if words > 0 && words < runWords {
		runs = append(runs, run(last))
	}
	slices.Sort(runs)
	return slices.Compact(runs)
}

// hashes yields the hash of each word of a text (FNV-1a over its letters in lower case).
func hashes(text string) func(yield func(uint64) bool) {
	const offset, prime = 14695981039346656037, 1099511628211
	return func(yield func(uint64) bool) {
		h := uint64(offset)
		inside := false
		for _, r := range text {
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				h = (h ^ uint64(unicode.ToLower(r))) * prime
				inside = true
			case inside:
				if !yield(h) {
					return
				}
				h, inside = offset, false
			}
		}
		if inside {
			yield(h)
		}
	}
}

// run hashes a run of words (the finalizer of MurmurHash3 over their sum).
func run(words [runWords]uint64) uint32 {
	h := words[0]*3 + words[1]*5 + words[2]*7
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return uint32(h >> (64 - bits))
}

// Resemblance is the share of runs that two texts have in common: those in
// both, of those in either (Jaccard).
func (s Sketch) Resemblance(t Sketch) float64 {
	both, either := overlap(s.runs, t.runs)
	if either == 0 {
		return 0
	}
	return float64(both) / float64(either)
}

// overlap counts the runs in both of two sets and in either, among the lowest
// that both sets know of.
func overlap(a, b []uint32) (both, either int) {
	known := uint32(math.MaxUint32)
	for _, s := range [][]uint32{a, b} {
		if len(s) == limit {
			known = min(known, s[limit-1])
		}
	}
	for len(a) > 0 || len(b) > 0 {
		var low uint32
		switch {
		case len(a) == 0 || len(b) > 0 && b[0] < a[0]:
			low, b = b[0], b[1:]
		case len(b) == 0 || a[0] < b[0]:
			low, a = a[0], a[1:]
		default:
			low, a, b = a[0], a[1:], b[1:]
			if low <= known {
				both++
			}
		}
		if low > known {
			break
		}
		either++
	}
	return both, either
}

// Copies reports whether two texts tell one story in the same words, one being
// a copy or an update of the other.
func (s Sketch) Copies(t Sketch) bool {
	if s.total > t.total {
		s, t = t, s
	}
	share := s.Resemblance(t)
	if share >= Resembling {
		return true
	}
	if s.total < shortest || float64(t.total) > longest*float64(s.total) {
		return false
	}
	common := share * float64(s.total+t.total) / (1 + share)
	return common >= Contained*float64(s.total)
}

// String writes a sketch as text: base64 of the version, the number of runs
// and the distances between the hashes, as variable-length numbers. It is ""
// for the zero sketch.
func (s Sketch) String() string {
	if s.total == 0 {
		return ""
	}
	data := binary.AppendUvarint([]byte{version}, uint64(s.total))
	last := uint32(0)
	for _, r := range s.runs {
		data = binary.AppendUvarint(data, uint64(r-last))
		last = r
	}
	return base64.RawStdEncoding.EncodeToString(data)
}

// errForm is returned for what is not the written form of a sketch.
var errForm = errors.New("not a sketch of a text")

// Parse reads what String wrote.
func Parse(written string) (Sketch, error) {
	if written == "" {
		return Sketch{}, nil
	}
	data, err := base64.RawStdEncoding.DecodeString(written)
	if err != nil || len(data) < 2 || data[0] != version {
		return Sketch{}, errForm
	}
	total, n := binary.Uvarint(data[1:])
	if n <= 0 || total == 0 || total > math.MaxInt32 {
		return Sketch{}, errForm
	}
	s := Sketch{total: int(total), runs: make([]uint32, 0, min(total, limit))}
	last := uint64(0)
	for data = data[1+n:]; len(data) > 0; data = data[n:] {
		var step uint64
		step, n = binary.Uvarint(data)
		if last += step; n <= 0 || step >= 1<<bits || last >= 1<<bits || step == 0 && len(s.runs) > 0 {
			return Sketch{}, errForm
		}
		s.runs = append(s.runs, uint32(last))
	}
	if len(s.runs) != min(s.total, limit) {
		return Sketch{}, errForm
	}
	return s, nil
}

// Compare orders sketches, that results may not depend on the order of the texts.
func (s Sketch) compare(t Sketch) int {
	return cmp.Or(cmp.Compare(s.total, t.total), slices.Compare(s.runs, t.runs))
}
