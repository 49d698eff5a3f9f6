// Package article turns what researchers have on disk into articles.
package article
