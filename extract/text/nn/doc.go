// Package nn tags, parses and finds names with one small neural network.
//
// A word becomes a vector: the embedding of its lower-cased form, of its
// prefix, suffix and shape, and the sum of the embeddings of its hashed
// character n-grams. A stack of residual layers then lets words see each other:
// convolutions over three neighbours (c) and bidirectional gated recurrences (r),
// whose memory reaches across the sentence. From the last layer one matrix reads
// off the tag, the name label, and the four vectors that score arcs: a word as
// dependent and as governor, for the arc and for its relation. The best
// projective tree with one root is found by Eisner's algorithm (1996), relations
// are chosen for the arcs of that tree, names by Viterbi over BIOES labels.
//
// # Arithmetic
//
// The same weights give the same bytes on every platform. Matrices are int8 with
// one scale a row, inputs of a matrix are normalised and rounded to 12 bits, and
// products are summed as integers. What remains in float32 is written so that
// no compiler may fuse or reorder it.
//
// The network is trained by package train, which defines it again with
// gradients; a test there holds the two together.
package nn
