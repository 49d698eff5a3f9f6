// Package actor finds who is named in a document and which actor each mention stands for.
package actor
