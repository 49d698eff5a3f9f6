//go:build !linux

package main

import "os"

// mostMemory is not known here: systems count it in units of their own, or not at all.
func mostMemory(*os.ProcessState) (mebibytes int64, known bool) { return 0, false }
