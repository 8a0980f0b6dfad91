/**
 * Groups of 0 .. count−1 that links hold together (union–find), each group and the groups in ascending order.
 */
export function clusters(count: number, links: Iterable<readonly [number, number]>): number[][] {
  const found = new Clusters(count);
  for (const [a, b] of links) found.join(a, b);
  return found.groups();
}

/** The same in the making: what is already in one group need not be asked again. */
export class Clusters {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, i) => i);
  }

  isJoined(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  join(a: number, b: number): void {
    const [p, q] = [this.#root(a), this.#root(b)];
    // The smaller number leads, so the order of the groups does not depend on the order of the links.
    if (p !== q) this.#parent[Math.max(p, q)] = Math.min(p, q);
  }

  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const r = this.#root(i);
      const group = groups.get(r);
      if (group) group.push(i);
      else groups.set(r, [i]);
    }
    return [...groups.values()];
  }

  #root(i: number): number {
    const parent = this.#parent;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }
}
