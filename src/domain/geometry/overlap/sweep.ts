import type { OutlineRings } from '../plane/outline.ts';

/**
 * Edges of one or more outlines as columns, vertical ones left out: four numbers each, leftmost end first, seen from an
 * origin; `sign` +1 for an upper border, −1 for a lower one, `owner` the number of the outline.
 */
export interface Edges {
  readonly count: number;
  readonly ends: Float64Array;
  readonly sign: Int8Array;
  readonly owner: Uint32Array;
  /** Edge numbers by the x of their left end. */
  readonly byLeft: Uint32Array;
}

export interface Range {
  readonly west: number;
  readonly east: number;
  readonly x0: number;
  readonly y0: number;
}

/** The edges whose x lies partly in `west .. east`, moved so that (x0, y0) is the origin. */
export function edgesOf(outlines: readonly OutlineRings[], { west, east, x0, y0 }: Range): Edges {
  const ends: number[] = [];
  const sign: number[] = [];
  const owner: number[] = [];
  outlines.forEach((o, number) => {
    for (let r = o.from; r < o.to; r++)
      for (let k = 2 * o.ringStart[r]; k < 2 * o.ringStart[r + 1] - 2; k += 2) {
        const ax = o.xy[k];
        const bx = o.xy[k + 2];
        if (ax === bx || (ax <= west && bx <= west) || (ax >= east && bx >= east)) continue;
        // Counter-clockwise, the edges that run west are the upper border.
        const left = ax < bx ? k : k + 2;
        const right = ax < bx ? k + 2 : k;
        ends.push(o.xy[left] - x0, o.xy[left + 1] - y0, o.xy[right] - x0, o.xy[right + 1] - y0);
        sign.push(ax < bx ? -o.sign[r] : o.sign[r]);
        owner.push(number);
      }
  });
  const byLeft = Uint32Array.from(sign.keys()).sort((i, j) => ends[4 * i] - ends[4 * j]);
  return {
    count: sign.length,
    ends: Float64Array.from(ends),
    sign: Int8Array.from(sign),
    owner: Uint32Array.from(owner),
    byLeft,
  };
}

/** Height of edge `i` at `x`; exact at its ends. */
export function heightAt({ ends }: Edges, i: number, x: number): number {
  const k = 4 * i;
  if (x <= ends[k]) return ends[k + 1];
  if (x >= ends[k + 2]) return ends[k + 3];
  return ends[k + 1] + ((x - ends[k]) / (ends[k + 2] - ends[k])) * (ends[k + 3] - ends[k + 1]);
}

/** Calls `visit` for every pair of edges that share a stretch of x, until it says false; whether it never did. */
export function eachPairSharingX(edges: Edges, visit: (i: number, j: number) => boolean): boolean {
  const active: number[] = [];
  for (const i of edges.byLeft) {
    dropLeftOf(active, edges, edges.ends[4 * i]);
    for (const j of active) if (!visit(Math.min(i, j), Math.max(i, j))) return false;
    active.push(i);
  }
  return true;
}

/** Takes the edges that end at or before `x` off the list. */
export function dropLeftOf(active: number[], { ends }: Edges, x: number): void {
  let kept = 0;
  for (const i of active) if (ends[4 * i + 2] > x) active[kept++] = i;
  active.length = kept;
}
