package graph

// Methods lists the methods of a Gizmo path and of the graph, as cayley's
// documentation writes them: what a prompt completes behind a dot. Every one
// has a tested example in GIZMO.md.
func Methods() []string {
	return []string{
		"AddDefaultNamespaces", "AddNamespace", "All", "And", "As", "Back", "Both", "Count", "Difference", "Emit", "Except", "Filter", "Follow", "FollowR",
		"FollowRecursive", "ForEach", "GetLimit", "Has", "HasR", "IRI", "In", "InPredicates", "Intersect", "Is", "LabelContext",
		"Labels", "Limit", "LoadNamespaces", "M", "Map", "Morphism", "Or", "Order", "Out", "OutPredicates", "Save", "SaveInPredicates",
		"SaveOpt", "SaveOptR", "SaveOutPredicates", "SaveR", "Skip", "Tag", "TagArray", "TagValue", "ToArray", "ToValue", "Union",
		"Unique", "Uri", "V", "Vertex",
	}
}
