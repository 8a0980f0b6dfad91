import type { Pack } from '../shape/pack.ts';

/** Every text in a piece of the pack. */
function textsIn(node: unknown, found: Set<string>): void {
  if (typeof node === 'string') found.add(node);
  else if (node !== null && typeof node === 'object') for (const child of Object.values(node)) textsIn(child, found);
}

/**
 * Which measures and rules each one names. A field that shares its name with a measure counts as the measure: to ask
 * one rule too many does no harm, one too few would.
 */
function namesOf(pack: Pack): ReadonlyMap<string, readonly string[]> {
  const rules = new Set(pack.rules.map((rule) => rule.id));
  const named = (node: unknown): readonly string[] => {
    const found = new Set<string>();
    textsIn(node, found);
    return [...found].filter((text) => rules.has(text) || text in pack.measures);
  };
  return new Map([
    ...Object.entries(pack.measures).map(([name, { from }]) => [name, named(from)] as const),
    ...pack.rules.map(({ id, applies, test, exceptions }) => [id, named({ applies, test, exceptions })] as const),
  ]);
}

const graphs = new WeakMap<Pack, ReadonlyMap<string, readonly string[]>>();

/** Ids of the rules whose outcome can change with these rules and measures: those that rest on one, however far. */
export function rulesTouched(pack: Pack, changed: readonly string[]): ReadonlySet<string> {
  const graph = graphs.get(pack) ?? namesOf(pack);
  graphs.set(pack, graph);
  const touched = new Set(changed);
  for (let before = -1; before !== touched.size;) {
    before = touched.size;
    for (const [name, uses] of graph) if (uses.some((used) => touched.has(used))) touched.add(name);
  }
  return new Set(pack.rules.flatMap(({ id }) => (touched.has(id) ? [id] : [])));
}
