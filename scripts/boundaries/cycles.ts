// Turns a graph of modules into its circles: one readable path for each group of modules that reach each other.

/** From a module to the modules it imports. A target that is not a key is left out. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the circles of a graph. Each group of modules that reach one another gives one path, `[a, b, c, a]`, the
 * shortest through its first module by name; groups come in the order of that name.
 */
export function findCycles(graph: Graph): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const settled = new Set<string>();
  for (const module of [...graph.keys()].sort()) {
    if (settled.has(module)) continue;
    const cycle = shortestWayBack(graph, module);
    if (cycle === undefined) continue;
    cycles.push(cycle);
    for (const member of reachable(graph, module)) {
      if (reachable(graph, member).has(module)) settled.add(member);
    }
  }
  return cycles;
}

function shortestWayBack(graph: Graph, start: string): readonly string[] | undefined {
  const seen = new Set<string>();
  let paths: (readonly string[])[] = [[start]];
  while (paths.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const path of paths) {
      for (const next of targets(graph, path.at(-1) ?? start)) {
        if (next === start) return [...path, next];
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...path, next]);
      }
    }
    paths = longer;
  }
  return undefined;
}

function reachable(graph: Graph, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const next of targets(graph, module)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

function targets(graph: Graph, module: string): readonly string[] {
  return (graph.get(module) ?? []).filter((target) => graph.has(target)).sort();
}
