// Package extract turns an article into its events: the whole way from text to
// the record that is printed or stored.
//
// One article goes through four stages, each a package below this one: the text
// is split and parsed (text), its mentions resolved to actors (actor), events
// read off the trees by rule (event), which date them on the way (when). Nothing
// here touches a store, and an article is read on its own: what comes out depends
// on its text, its date and the rules only.
package extract
