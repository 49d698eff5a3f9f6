package graph

import "errors"

// errCorruptStore is wrapped where a store contradicts itself.
var errCorruptStore = errors.New("the store is damaged: run `entente verify`")
