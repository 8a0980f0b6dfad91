import Flatbush from 'flatbush';
import { toShifted, type ShiftedDatum } from '../../domain/geodesy/shifted-datum.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';

export interface Shift {
  readonly datum: ShiftedDatum;
  /** The layer whose degrees are the moved ones. */
  readonly moved: 'a' | 'b';
  readonly points: number;
  /** How far it is moved here. */
  readonly metres: number;
}

/** Digitised and rounded copies of one corner differ by less; the shift itself is 100 m and more. */
const nearM = 2;
const degreeM = 111_320;
/** A few corners can fall together by chance. */
const fewest = 8;
const sample = 500;

/**
 * Whether one layer is the other moved by GCJ-02 or BD-09: its corners, moved, fall on the other's. Null where they do
 * not, or where the two already lie on each other.
 */
export function shiftBetween(a: Layer, b: Layer): Shift | null {
  if (a.lonLat.length === 0 || b.lonLat.length === 0) return null;
  const [inA, inB] = [cornersOf(a), cornersOf(b)];
  if (matches(a, (p) => p, inB) > 0.3) return null;
  const candidates = (['gcj02', 'bd09'] as const).flatMap((datum) => {
    const move = (p: readonly [number, number]) => toShifted(datum, p);
    return [
      { datum, moved: 'b' as const, from: a, share: matches(a, move, inB), move },
      { datum, moved: 'a' as const, from: b, share: matches(b, move, inA), move },
    ];
  });
  const best = candidates.reduce((most, next) => (next.share > most.share ? next : most));
  const tried = Math.min(sample, best.from.lonLat.length / 2);
  const points = Math.round(best.share * tried);
  if (best.share < 0.5 || points < Math.min(fewest, tried)) return null;
  const { lonLat } = best.from;
  const [x, y] = best.move([lonLat[0], lonLat[1]]);
  const metres = Math.hypot((x - lonLat[0]) * Math.cos((y * Math.PI) / 180), y - lonLat[1]) * degreeM;
  return { datum: best.datum, moved: best.moved, points, metres: Math.round(metres) };
}

/**
 * Pairs of layers, first before second, of which one may be the other moved: some corner of one, moved, falls on a corner of the
 * other. All corners are looked up together, for of several hundred files nearly every pair is none.
 */
export function shiftsWorthAsking(layers: readonly Layer[]): readonly (readonly [first: number, second: number])[] {
  const owner: number[] = [];
  for (const [l, { lonLat }] of layers.entries()) for (let v = 0; v < lonLat.length; v += 2) owner.push(l);
  if (owner.length === 0) return [];
  const all = new Flatbush(owner.length, 16, Float64Array);
  for (const { lonLat } of layers)
    for (let v = 0; v < lonLat.length; v += 2) all.add(lonLat[v], lonLat[v + 1], lonLat[v], lonLat[v + 1]);
  all.finish();
  const pairs = new Set<number>();
  for (const [l, layer] of layers.entries())
    for (const datum of ['gcj02', 'bd09'] as const)
      for (const point of sampled(layer))
        for (const hit of near(all, toShifted(datum, point))) {
          const other = owner[hit];
          if (other !== l) pairs.add(Math.min(l, other) * layers.length + Math.max(l, other));
        }
  return [...pairs].sort((p, q) => p - q).map((pair) => [Math.floor(pair / layers.length), pair % layers.length]);
}

function cornersOf({ lonLat }: Layer): Flatbush {
  const index = new Flatbush(lonLat.length / 2, 16, Float64Array);
  for (let i = 0; i < lonLat.length; i += 2) index.add(lonLat[i], lonLat[i + 1], lonLat[i], lonLat[i + 1]);
  index.finish();
  return index;
}

/** Corners of a layer, evenly drawn. */
function* sampled({ lonLat }: Layer): Generator<readonly [lon: number, lat: number]> {
  const total = lonLat.length / 2;
  const tried = Math.min(sample, total);
  for (let k = 0; k < tried; k++) {
    const v = Math.floor((k * total) / tried);
    yield [lonLat[2 * v], lonLat[2 * v + 1]];
  }
}

function near(corners: Flatbush, [x, y]: readonly [number, number]): number[] {
  const [dx, dy] = [nearM / degreeM / Math.cos((y * Math.PI) / 180), nearM / degreeM];
  return corners.search(x - dx, y - dy, x + dx, y + dy);
}

/** The share of a layer's corners that fall on a corner of the other once moved. */
function matches(
  layer: Layer,
  move: (p: readonly [number, number]) => readonly [number, number],
  corners: Flatbush,
): number {
  let hits = 0;
  for (const point of sampled(layer)) if (near(corners, move(point)).length > 0) hits++;
  return hits / Math.min(sample, layer.lonLat.length / 2);
}
