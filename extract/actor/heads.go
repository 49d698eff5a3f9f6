package actor

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/entente-kg/entente/schema"
)

//go:embed heads.txt
var headsText string

// heads are the lists of heads.txt.
type heads struct {
	org, corporate, place, thing, leading, portfolio, other map[string]bool
	orgKeys                                                 map[string]bool // org, folded as names are compared
}

var loadHeads = sync.OnceValue(func() *heads {
	lists := map[string]map[string]bool{}
	for line := range strings.Lines(headsText) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if lists[name] == nil {
			lists[name] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			lists[name][w] = true
		}
	}
	keys := map[string]bool{}
	for w := range lists["org"] {
		keys[schema.NameKey(w)] = true
	}
	return &heads{lists["org"], lists["corporate"], lists["place"], lists["thing"], lists["leading"], lists["portfolio"], lists["other"], keys}
})
