//go:build !(linux || darwin)

package quadstore

import "os"

// Where these calls do not exist readers wait until the writer has ended, and
// a full disk is met when it is full.

func free(string) (uint64, bool)    { return 0, false }
func inodeOf(string) (uint64, bool) { return 0, false }
func lockShared(*os.File)           {}
func isShared(*os.File) bool        { return false }
func isExclusive(*os.File) bool     { return false }
func lockExclusive(*os.File) bool   { return true }
