import { ringsOfOutline, type Outline, type OutlineRings } from '../plane/outline.ts';
import { dropLeftOf, eachPairSharingX, EdgeColumns, heightAt, type Edges } from './sweep.ts';

/** Ground between two x and two heights at their middle that `depth` outlines cover. */
interface Cell {
  readonly depth: number;
  readonly areaM2: number;
  /** Its centre, on the plane of the outlines. */
  readonly x: number;
  readonly y: number;
}

/** Work left to be done: a few outlines of many crossings can ask for more than anyone waits for. */
interface Budget {
  steps: number;
}

/**
 * Cuts the plane into vertical slabs at every vertex and crossing, so that no two edges cross within a slab, and calls
 * `visit` for each covered trapezoid. Errors stay of the order of the last bit of the coordinates times the width.
 * False where the budget did not last.
 */
function eachCell(outlines: readonly OutlineRings[], visit: (cell: Cell) => void, budget: Budget): boolean {
  const west = outlines.reduce((least, o) => Math.min(least, o.west), Infinity);
  const east = outlines.reduce((most, o) => Math.max(most, o.east), -Infinity);
  const x0 = (west + east) / 2;
  const y0 = outlines.length ? (outlines[0].south + outlines[0].north) / 2 : 0;
  const edges = new EdgeColumns().take(outlines, { west, east, x0, y0 });
  const cuts = cutsOf(edges, budget);
  if (!cuts) return false;
  const line = new Line(outlines.length).across(edges);
  let next = 0;
  for (let c = 0; c + 1 < cuts.length; c++) {
    const [left, right] = [cuts[c], cuts[c + 1]];
    dropLeftOf(line.active, edges, left);
    while (next < edges.count && edges.ends[4 * edges.byLeft[next]] <= left) line.active.push(edges.byLeft[next++]);
    const x = (left + right) / 2;
    budget.steps -= line.moveTo(x);
    if (budget.steps < 0) return false;
    line.eachPiece((depth, height, y) => visit({ depth, areaM2: height * (right - left), x: x + x0, y: y + y0 }));
  }
  return true;
}

/** A vertical line across the plane, with the edges it crosses from south to north. */
class Line {
  /** What it crosses: from one place to the next hardly anything changes its order. */
  readonly active: number[] = [];
  #edges: Edges = new EdgeColumns();
  #heights = new Float64Array(0);
  readonly #winding: Int32Array;

  constructor(outlines: number) {
    this.#winding = new Int32Array(outlines);
  }

  /** Of these edges, of which it crosses none yet. */
  across(edges: Edges): this {
    this.#edges = edges;
    this.active.length = 0;
    if (this.#heights.length < edges.count) this.#heights = new Float64Array(2 * edges.count);
    return this;
  }

  /** Puts what it crosses at `x` in order; the steps that took. */
  moveTo(x: number): number {
    const { active } = this;
    const heights = this.#heights;
    let steps = active.length;
    for (let n = 0; n < active.length; n++) {
      const edge = active[n];
      const y = heightAt(this.#edges, edge, x);
      let at = n;
      for (; at > 0 && heights[at - 1] > y; at--) {
        heights[at] = heights[at - 1];
        active[at] = active[at - 1];
      }
      heights[at] = y;
      active[at] = edge;
      steps += n - at;
    }
    return steps;
  }

  /**
   * Stands at the x that is first in `probe`, and writes there the middle and length of its longest piece that several
   * outlines cover, where that is longer than the one before.
   */
  probe(probe: Float64Array): void {
    const x = probe[AT];
    this.#standAt(x);
    const { sign, owner } = this.#edges;
    const heights = this.#heights;
    const winding = this.#winding.fill(0);
    const last = this.active.length - 1;
    let depth = 0;
    for (let n = 0; n < last; n++) {
      const edge = this.active[n];
      const before = winding[owner[edge]];
      const after = before - sign[edge];
      winding[owner[edge]] = after;
      depth += Number(after > 0) - Number(before > 0);
      const height = heights[n + 1] - heights[n];
      if (depth < 2 || !(height > probe[HEIGHT] * 1.001)) continue;
      probe[X] = x;
      probe[Y] = (heights[n] + heights[n + 1]) / 2;
      probe[HEIGHT] = height;
    }
  }

  /** Across the edges that reach over `x`, in order. */
  #standAt(x: number): void {
    const { active } = this;
    const heights = this.#heights;
    const { count, ends, byLeft } = this.#edges;
    active.length = 0;
    for (let e = 0; e < count; e++) {
      const i = byLeft[e];
      if (!(ends[4 * i] <= x && ends[4 * i + 2] > x)) continue;
      const y = heightAt(this.#edges, i, x);
      let at = active.length;
      active.push(i);
      for (; at > 0 && heights[at - 1] > y; at--) {
        heights[at] = heights[at - 1];
        active[at] = active[at - 1];
      }
      heights[at] = y;
      active[at] = i;
    }
  }

  /** Its covered pieces: how many outlines cover each, its length and middle. */
  eachPiece(visit: (depth: number, height: number, y: number) => void): void {
    const { sign, owner } = this.#edges;
    const heights = this.#heights;
    const winding = this.#winding.fill(0);
    const last = this.active.length - 1;
    let depth = 0;
    for (let n = 0; n < last; n++) {
      const edge = this.active[n];
      const before = winding[owner[edge]];
      const after = before - sign[edge];
      winding[owner[edge]] = after;
      depth += Number(after > 0) - Number(before > 0);
      const [y, top] = [heights[n], heights[n + 1]];
      if (depth > 0 && top > y) visit(depth, top - y, (y + top) / 2);
    }
  }
}

/** The x of every vertex and of every crossing of two edges, ascending and without repeats; null without the budget. */
function cutsOf(edges: Edges, budget: Budget): Float64Array | null {
  const cuts: number[] = [];
  for (let k = 0; k < 4 * edges.count; k += 2) cuts.push(edges.ends[k]);
  const isWhole = eachPairSharingX(edges, (i, j) => {
    if (budget.steps-- <= 0) return false;
    const left = Math.max(edges.ends[4 * i], edges.ends[4 * j]);
    const right = Math.min(edges.ends[4 * i + 2], edges.ends[4 * j + 2]);
    const d0 = heightAt(edges, i, left) - heightAt(edges, j, left);
    const d1 = heightAt(edges, i, right) - heightAt(edges, j, right);
    if (d0 < 0 === d1 < 0 || d0 === 0 || d1 === 0) return true;
    cuts.push(left + (d0 / (d0 - d1)) * (right - left));
    return true;
  });
  return isWhole
    ? Float64Array.from(cuts)
        .sort()
        .filter((x, n, all) => n === 0 || x !== all[n - 1])
    : null;
}

/** As much as a second or less is spent on: hundreds of outlines that all cross each other take more. */
const MOST_STEPS = 5e7;

/** m² covered by at least one of the outlines; null where they cross so often that it would take more than `steps`. */
export function unionArea(outlines: readonly Outline[], steps = MOST_STEPS): number | null {
  let sum = 0;
  return eachCell(outlines.map(ringsOfOutline), (cell) => (sum += cell.areaM2), { steps }) ? sum : null;
}

/** Lines tried across the common ground before all of it is cut up: most overlaps are met by the first few. */
const PROBES = 15;
/** The same for one pair after the other: the columns of each alone took longer than the answer. */
const probed = new EdgeColumns();
const probing = new Line(2);

/** Where a line is tried, and of the longest piece found x and y of its middle, and its height: numbers kept so are not boxed. */
const [AT, X, Y, HEIGHT] = [0, 1, 2, 3];
const probe = new Float64Array(4);

/**
 * A point well inside the ground two outlines share, on their plane: the middle of the longest piece of 15 vertical
 * lines across it, or, where it slips between them, of its largest trapezoid. Null when they share none.
 */
export function placeOfOverlap(a: OutlineRings, b: OutlineRings): { x: number; y: number } | null {
  const west = Math.max(a.west, b.west);
  const east = Math.min(a.east, b.east);
  if (!(west < east)) return null;
  const line = probing.across(probed.take([a, b], { west, east, x0: 0, y0: 0 }));
  probe.fill(0);
  for (let n = 0; n < PROBES; n++) {
    // From the middle outwards: of equal pieces the middle one stays.
    const step = (n % 2 ? -1 : 1) * Math.ceil(n / 2);
    probe[AT] = (west + east) / 2 + ((east - west) * step) / (PROBES + 1);
    line.probe(probe);
  }
  if (probe[HEIGHT] > 0) return { x: probe[X], y: probe[Y] };
  let best: Cell | null = null;
  const visit = (cell: Cell) => {
    if (cell.depth > 1 && cell.areaM2 > (best?.areaM2 ?? 0)) best = cell;
  };
  // Where it takes too long, the largest of those seen.
  eachCell([a, b], visit, { steps: MOST_STEPS });
  return best;
}
