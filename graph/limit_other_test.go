//go:build !unix

package graph

import "errors"

func limitFiles(uint64) error { return errors.ErrUnsupported }
