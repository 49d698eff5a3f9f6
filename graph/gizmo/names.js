// names.js lets a Gizmo query use names where cayley wants IRIs:
//
//   g.V("Antony Blinken").Out("spoke-with").All()
//
// A plain string where a node is expected becomes the IRI <name:…>, one where
// a predicate is expected <predicate:…>; the store resolves both (gizmo.go).
// What is written "<…>", "_:…" or "\"…\"", or is a full IRI, stays as it is; a
// string that is nobody's name, but a text of the store, is that text.
// In has(predicate, value) the value is a name only where the predicate leads
// to nodes: has("status", "planned") compares text, has("relation", "accused")
// takes a relation, has("rdf:type", "CONSULT") a PLOVER root.
(function () {
  "use strict";
  var originals = new WeakMap(); // proxy → cayley's path

  function exact(s) {
    return s === "" || s[0] === "<" || s[0] === '"' || s.slice(0, 2) === "_:";
  }
  function named(scheme, value) {
    if (Array.isArray(value)) return value.map(function (v) { return named(scheme, v); });
    if (typeof value !== "string") return unwrap(value);
    if (exact(value)) return value;
    if (value.indexOf("://") > 0) return iri(value);
    return iri(scheme + ":" + value);
  }
  function node(value) { return named("name", value); }
  function predicate(value) { return named("predicate", value); }
  function unwrap(value) {
    if (typeof value === "object" && value !== null && originals.has(value)) return originals.get(value);
    if (Array.isArray(value)) return value.map(unwrap);
    return value;
  }

  // Properties whose values are text, numbers or times. LITERALS is filled in by gizmo.go.
  var literals = {};
  LITERALS.forEach(function (p) { literals[p] = true; });
  function leadsToNodes(p) { return !(typeof p === "string" && literals[p.replace(/^<|>$/g, "")]); }

  // What the arguments of each method are: first, then the rest.
  var same = unwrap;
  function via(args) { return args.map(function (a, i) { return i === 0 ? predicate(a) : a; }); }
  function nodes(args) { return args.map(node); }
  function valueOf(p) {
    if (!leadsToNodes(p)) return same;
    if (p === "relation") return predicate;
    if (p === "rdf:type") return function (v) { return named("class", v); };
    return node;
  }
  function property(args) {
    var value = valueOf(args[0]);
    return args.map(function (a, i) { return i === 0 ? predicate(a) : value(a); });
  }
  var kinds = {
    v: nodes, vertex: nodes, is: nodes,
    labelContext: function (args) { return args.map(function (a, i) { return i === 0 ? node(a) : a; }); },
    in: via, out: via, both: via, followRecursive: via,
    save: via, saveR: via, saveOpt: via, saveOptR: via,
    has: property, hasR: property
  };

  function wrap(value) {
    if (typeof value !== "object" || value === null || typeof value.followRecursive !== "function" && typeof value.Morphism !== "function") return value;
    var proxy = new Proxy({}, {
      get: function (_, key) {
        var member = value[key];
        if (member === undefined && typeof key === "string" && key) member = value[key[0].toLowerCase() + key.slice(1)]; // Order
        if (member === undefined && typeof key === "string" && !(key in Object.prototype) && key !== "toJSON") {
          throw new TypeError("there is no method " + key + " here");
        }
        if (typeof member !== "function") return member;
        var convert = kinds[key[0].toLowerCase() + key.slice(1)];
        return function () {
          var args = Array.prototype.slice.call(arguments);
          args = convert ? convert(args) : args.map(same);
          return wrap(member.apply(value, args));
        };
      },
      has: function (_, key) { return key in value; }
    });
    originals.set(proxy, value);
    return proxy;
  }
  graph = g = wrap(g);
})();
