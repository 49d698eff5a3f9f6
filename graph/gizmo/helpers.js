// helpers.js: what Gizmo lacks for events, as functions a query can call.
//
// A path of events is refined step by step and then shown:
//
//   show(since(status(between("Lind", "Vasile"), "planned"), "2022"))
//
// Every function names its example; `go test ./graph` runs them all.

// eventsOf(actor): the events an actor takes part in, on either side.
// Example: eventsOf("Hanna Lind").All()
function eventsOf(actor) {
  return g.V(actor).In(["actor", "recipient"]).Unique();
}

// between(a, b): the events both take part in.
// Example: between("Hanna Lind", "Vasile").All()
function between(a, b) {
  return eventsOf(a).And(eventsOf(b));
}

// since(events, day) and until(events, day): those that begin on that day or
// later, and on that day or earlier. A month or year stands for its first day
// in since, for its last in until.
// Example: since(eventsOf("Vasile"), "2022-02").All()
// Example: until(eventsOf("Vasile"), "2022-01").All()
function since(events, day) {
  return events.Has("from", gte(new Date(day)));
}
function until(events, day) {
  var end = new Date(day);
  if (day.length === 4) end = new Date(Date.UTC(+day + 1, 0, 0));
  if (day.length === 7) end = new Date(Date.UTC(+day.slice(0, 4), +day.slice(5), 0));
  return events.Has("from", lte(end));
}

// status(events, "planned"), relation(events, "met-with") and root(events,
// "CONSULT"): those of a status, of a relation, of a PLOVER root.
// Example: status(eventsOf("Vasile"), "planned").All()
// Example: relation(eventsOf("Vasile"), "criticized").All()
// Example: root(eventsOf("Vasile"), "CONSULT").All()
function status(events, name) { return events.Has("status", name); }
function relation(events, name) { return events.Has("relation", name); }
function root(events, name) { return events.Has("rdf:type", name); }

// happened(events): those that occurred or are going on.
// Example: happened(eventsOf("Vasile")).All()
function happened(events) {
  return status(events, "occurred").Or(status(events, "ongoing"));
}

// rows(events): an array of what is known of each event, for order, group and show.
// Example: g.Emit(rows(eventsOf("Peru")).length)
function rows(events) {
  var byID = {}, list = [];
  function day(d) { return d ? String(d).slice(0, 10) : ""; } // a Go time
  function last(s) { return s ? String(s).replace(/^<|>$/g, "").replace(/^.*\//, "") : ""; }
  events.Save("relation", "relation").Save("status", "status").SaveOpt("from", "from").SaveOpt("place", "place")
    .Save("evidence", "sentence").ForEach(function (d) {
      if (byID[d.id]) return;
      byID[d.id] = true;
      var sentence = g.V(d.sentence);
      list.push({
        event: last(d.id), date: day(d.from), relation: last(d.relation), status: d.status, place: last(d.place),
        actors: (g.V(d.id).Out("actor").Unique().ToArray() || []).map(last).sort().join(", "),
        recipients: (g.V(d.id).Out("recipient").Unique().ToArray() || []).map(last).sort().join(", "),
        article: last((g.V(d.id).Labels().ToArray() || [])[0]),
        quote: sentence.Out("text").ToValue()
      });
    });
  return order(list, "date");
}

// show(events): the rows of events as results, by date.
// Example: show(between("Hanna Lind", "Vasile"))
function show(events) { rows(events).forEach(function (r) { g.Emit(r); }); }

// order(list, key): a list by the value of a key, smallest first; equals stay
// by event.
// Example: g.Emit(order(rows(eventsOf("Vasile")), "status")[0].status)
function order(list, key) {
  return list.slice().sort(function (a, b) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
    return a.event < b.event ? -1 : a.event > b.event ? 1 : 0;
  });
}

// group(list, key): how many rows have each value of a key, most frequent first.
// Example: group(rows(eventsOf("Vasile")), "relation").forEach(function (r) { g.Emit(r); })
function group(list, key) {
  var counts = {};
  list.forEach(function (r) { counts[r[key]] = (counts[r[key]] || 0) + 1; });
  return Object.keys(counts).map(function (k) { return { value: k, count: counts[k] }; })
    .sort(function (a, b) { return b.count - a.count || (a.value < b.value ? -1 : 1); });
}

// evidence(a, relation, b): the sentences behind an edge.
// Example: evidence("Hanna Lind", "spoke-with", "Vasile").All()
function evidence(a, name, b) {
  return relation(between(a, b), name).Out("evidence").Out("text").Unique();
}

// shortestPath(a, b, relations): the actors on a shortest chain of direct
// edges from a to b, both ends included, or null. Without relations any that
// joins actors will do.
// Example: g.Emit(shortestPath("Hanna Lind", "Peru"))
function shortestPath(a, b, relations) {
  var via = relations || RELATIONS;
  var goal = g.V(b).ToValue(), start = g.V(a).ToValue();
  var from = {}, rim = [start];
  from[start] = null;
  while (rim.length > 0 && !(goal in from)) {
    var next = [];
    rim.forEach(function (x) {
      (g.V(x).Out(via).Unique().ToArray() || []).sort().forEach(function (y) {
        if (!(y in from)) { from[y] = x; next.push(y); }
      });
    });
    rim = next;
  }
  if (!(goal in from)) return null;
  for (var chain = [], x = goal; x !== null; x = from[x]) chain.unshift(x.replace(/^<|>$/g, ""));
  return chain;
}
