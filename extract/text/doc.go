// Package text cuts English text into sentences and tokens and puts a
// dependency tree over each sentence.
package text
