import type { Outline } from './outline.ts';
import { dropLeftOf, eachPairSharingX, edgesOf, heightAt, type Edges } from './sweep.ts';

/** Ground between two x and two heights at their middle that `depth` outlines cover. */
export interface Cell {
  readonly depth: number;
  readonly areaM2: number;
  /** Its centre, on the plane of the outlines. */
  readonly x: number;
  readonly y: number;
}

/**
 * Cuts the plane into vertical slabs at every vertex and crossing, so that no two edges cross within a slab, and calls
 * `visit` for each covered trapezoid. Errors stay of the order of the last bit of the coordinates times the width.
 */
function eachCell(outlines: readonly Outline[], visit: (cell: Cell) => void): void {
  const west = outlines.reduce((least, o) => Math.min(least, o.west), Infinity);
  const east = outlines.reduce((most, o) => Math.max(most, o.east), -Infinity);
  const x0 = (west + east) / 2;
  const y0 = outlines.length ? (outlines[0].south + outlines[0].north) / 2 : 0;
  const edges = edgesOf(outlines, { west, east, x0, y0 });
  const cuts = cutsOf(edges);
  const active: number[] = [];
  let next = 0;
  for (let c = 0; c + 1 < cuts.length; c++) {
    const [left, right] = [cuts[c], cuts[c + 1]];
    dropLeftOf(active, edges, left);
    while (next < edges.count && edges.ends[4 * edges.byLeft[next]] <= left) active.push(edges.byLeft[next++]);
    const x = (left + right) / 2;
    eachPiece(edges, active, x, (depth, height, y) =>
      visit({ depth, areaM2: height * (right - left), x: x + x0, y: y + y0 }),
    );
  }
}

/** The covered pieces of a vertical line that crosses the `active` edges: how many cover it, its length and middle. */
function eachPiece(
  edges: Edges,
  active: readonly number[],
  x: number,
  visit: (depth: number, height: number, y: number) => void,
): void {
  const heights = active.map((i) => ({ i, y: heightAt(edges, i, x) })).sort((p, q) => p.y - q.y);
  const winding = new Map<number, number>();
  let depth = 0;
  heights.forEach(({ i, y }, n) => {
    const before = winding.get(edges.owner[i]) ?? 0;
    const after = before - edges.sign[i];
    winding.set(edges.owner[i], after);
    depth += Number(after > 0) - Number(before > 0);
    const top = heights[n + 1]?.y;
    if (depth > 0 && top > y) visit(depth, top - y, (y + top) / 2);
  });
}

/** The x of every vertex and of every crossing of two edges, ascending and without repeats. */
function cutsOf(edges: Edges): Float64Array {
  const cuts = new Set<number>();
  for (let k = 0; k < edges.ends.length; k += 2) cuts.add(edges.ends[k]);
  eachPairSharingX(edges, edges, (i, j) => {
    if (i >= j) return;
    const left = Math.max(edges.ends[4 * i], edges.ends[4 * j]);
    const right = Math.min(edges.ends[4 * i + 2], edges.ends[4 * j + 2]);
    const d0 = heightAt(edges, i, left) - heightAt(edges, j, left);
    const d1 = heightAt(edges, i, right) - heightAt(edges, j, right);
    if (d0 < 0 === d1 < 0 || d0 === 0 || d1 === 0) return;
    cuts.add(left + (d0 / (d0 - d1)) * (right - left));
  });
  return Float64Array.from(cuts).sort();
}

/** m² covered by at least one of the outlines. */
export function unionArea(outlines: readonly Outline[]): number {
  let sum = 0;
  eachCell(outlines, (cell) => (sum += cell.areaM2));
  return sum;
}

/** Lines tried across the common ground before all of it is cut up: most overlaps are met by the first few. */
const PROBES = 15;

/**
 * A point well inside the ground two outlines share, on their plane: the middle of the longest piece of 15 vertical
 * lines across it, or, where it slips between them, of its largest trapezoid. Null when they share none.
 */
export function placeOfOverlap(a: Outline, b: Outline): { x: number; y: number } | null {
  const west = Math.max(a.west, b.west);
  const east = Math.min(a.east, b.east);
  if (!(west < east)) return null;
  const edges = edgesOf([a, b], { west, east, x0: 0, y0: 0 });
  let probe: { x: number; y: number; height: number } | null = null;
  for (let n = 0; n < PROBES; n++) {
    // From the middle outwards: of equal pieces the middle one stays.
    const step = (n % 2 ? -1 : 1) * Math.ceil(n / 2);
    const x = (west + east) / 2 + ((east - west) * step) / (PROBES + 1);
    const active = [...edges.byLeft].filter((i) => edges.ends[4 * i] <= x && edges.ends[4 * i + 2] > x);
    eachPiece(edges, active, x, (depth, height, y) => {
      if (depth > 1 && height > (probe?.height ?? 0) * 1.001) probe = { x, y, height };
    });
  }
  if (probe) return probe;
  let best: Cell | null = null;
  eachCell([a, b], (cell) => {
    if (cell.depth > 1 && cell.areaM2 > (best?.areaM2 ?? 0)) best = cell;
  });
  return best;
}
