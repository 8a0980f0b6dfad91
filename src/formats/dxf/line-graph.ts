import type { Position } from '../../domain/geometry/columns/layer.ts';
import { clusters } from '../../domain/geometry/columns/clusters.ts';
import type { OpenLine } from './found.ts';

/** Ends of lines as near as this are one point, metres: what add-ins for cadastral drawings take as closed. */
export const endsMeetM = 1e-3;

export interface GraphLine {
  readonly line: OpenLine;
  /** Numbers of the points at its ends. */
  readonly from: number;
  readonly to: number;
  /** The same line drawn again. */
  readonly twins: readonly OpenLine[];
}
/** The lines of one layer between the points in which their ends meet. */
export interface LineGraph {
  readonly lines: readonly GraphLine[];
  /** Where each point is: the first end that came there. */
  readonly points: readonly Position[];
}

export const apart = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Lines drawn twice are one; what is shorter than the ends are exact is none. */
export function graphOf(lines: readonly OpenLine[]): LineGraph {
  const ends = lines.flatMap(({ start, end }) => [start, end]);
  const groups = clusters(ends.length, pairsNear(ends));
  const points = groups.map((group) => ends[group[0]]);
  const pointOf = new Int32Array(ends.length);
  groups.forEach((group, p) => group.forEach((end) => (pointOf[end] = p)));
  const kept: Kept[] = [];
  const between = new Map<string, Twins>();
  for (const [i, line] of lines.entries()) {
    const [from, to] = [pointOf[2 * i], pointOf[2 * i + 1]];
    if (from === to && isTiny(line)) continue;
    const ends = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const own = { line, from, to, twins: [] };
    const others = between.get(ends);
    if (!others) between.set(ends, new Twins(own));
    const twin = others?.likeOrAdd(own);
    if (twin) twin.twins.push(line);
    else kept.push(own);
  }
  return { lines: kept, points };
}

type Kept = GraphLine & { readonly twins: OpenLine[] };

/** Lines between the same two points, told apart by what is between them as soon as there are two. */
class Twins {
  readonly #first: Kept;
  readonly #byLikeness = new Map<string, Kept>();

  constructor(first: Kept) {
    this.#first = first;
  }

  /** The line that is the same, else none, and this one is known from now on. */
  likeOrAdd(own: Kept): Kept | undefined {
    if (this.#byLikeness.size === 0) this.#byLikeness.set(likenessOf(this.#first), this.#first);
    const key = likenessOf(own);
    const like = this.#byLikeness.get(key);
    if (!like) this.#byLikeness.set(key, own);
    return like;
  }
}

const isTiny = ({ edges }: OpenLine): boolean =>
  edges.every(({ at, bulge, via, to }) => bulge === 0 && !via && Math.max(apart(at, edges[0].at), apart(at, to)) <= endsMeetM); // prettier-ignore

/** Distinct ends in one square that are compared one by one. */
const MOST_IN_SQUARE = 8;

/** Pairs of ends within reach of each other, found by squares as wide as that. */
function* pairsNear(ends: readonly Position[]): Generator<readonly [number, number]> {
  const squares = new Map<string, number[]>();
  const squareOf = (v: number) => Math.floor(v / endsMeetM);
  for (const [i, end] of ends.entries()) {
    const [column, row] = [squareOf(end[0]), squareOf(end[1])];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const k of squares.get(`${column + dx} ${row + dy}`) ?? [])
          if (apart(ends[k], end) <= endsMeetM) yield [k, i];
    const own = squares.get(`${column} ${row}`);
    if (!own) squares.set(`${column} ${row}`, [i]);
    // One of those in the very place stands for them all: a thousand lines may end there.
    else if (own.length < MOST_IN_SQUARE && !own.some((k) => apart(ends[k], end) === 0)) own.push(i);
  }
}

/** Tenths of a millimetre: the same line, whichever way it was drawn. */
function likenessOf({ line: { edges }, from, to }: GraphLine): string {
  const turned = from > to;
  const near = (v: number) => Math.round(v * 1e4);
  const inner = edges.slice(1).map(({ at }) => `${near(at[0])} ${near(at[1])}`);
  const bulges = edges.map(({ bulge, via }) => (via ? `via ${via.length}` : near(turned ? -bulge || 0 : bulge)));
  return (turned ? [...inner.reverse(), ...bulges.reverse()] : [...inner, ...bulges]).join(' ');
}
