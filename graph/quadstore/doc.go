// Package quadstore keeps quads: durable, indexed, readable while being written.
//
// A [Store] is one of three engines behind one interface: a bbolt file, a
// pebble folder (or a pebble in memory), or a PostgreSQL server. All of them
// hold cayley's own layout, byte for byte what cayley would have written, so
// that cayley's query languages run on them: [Store.Cayley] hands out the same
// database as a cayley quad store.
//
// Reading goes through a [View], a snapshot. A view speaks in [Ref]s, the
// numbers the store gives to values; a [Pattern] names the refs that are
// wanted, and the longest prefix among four indexes finds them:
//
//	subject predicate            what is said of a node
//	object predicate subject     who points to a node, and the full triple
//	label subject                what one article says
//	predicate object subject     all nodes with a property
//
// Writing goes through [Store.Update]: a function reads the state as it is and
// returns the [Change] it wants; the change is durable and whole when Update
// returns nil, and did not happen otherwise. The writer is ours, not cayley's:
// cayley acknowledges before it commits, keeps stale ids after a failed write,
// loses a direction of a quad in a transaction that both adds and removes, and
// never takes a removed quad out of its indexes.
package quadstore
