package graph

// Methods lists the methods of a Gizmo path and of the graph, as cayley's
// documentation writes them: what a prompt completes behind a dot. Every one
// has a tested example in docs/gizmo.md.
func Methods() []string {
	return []string{
		"AddNamespace", "All", "And", "Back", "Both", "Count", "Difference", "Emit", "Except", "Filter", "Follow", "FollowR",
		"FollowRecursive", "ForEach", "GetLimit", "Has", "HasR", "IRI", "In", "InPredicates", "Intersect", "Is", "LabelContext",
		"Labels", "Limit", "LoadNamespaces", "M", "Map", "Morphism", "Or", "Out", "OutPredicates", "Save", "SaveInPredicates",
		"SaveOpt", "SaveOptR", "SaveOutPredicates", "SaveR", "Skip", "Tag", "TagArray", "TagValue", "ToArray", "ToValue", "Union",
		"Unique", "Uri", "V", "Vertex", "order",
	}
}
