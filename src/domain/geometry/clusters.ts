/**
 * Groups of 0 .. count−1 that links hold together (union–find), each group and the groups in ascending order.
 */
export function clusters(count: number, links: Iterable<readonly [number, number]>): number[][] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  };
  for (const [a, b] of links) {
    const [p, q] = [root(a), root(b)];
    // The smaller number leads, so the order of the groups does not depend on the order of the links.
    if (p !== q) parent[Math.max(p, q)] = Math.min(p, q);
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const r = root(i);
    const group = groups.get(r);
    if (group) group.push(i);
    else groups.set(r, [i]);
  }
  return [...groups.values()];
}
