import type { Ghost, GhostLine, GhostPoint, HintCode, Measure, Scene } from './contract.ts';
import { angleMeasure, lengthMeasures } from './measures.ts';
import { baseOf, placedBy, type PlaceState } from './place-state.ts';
import { isSame } from './vectors.ts';

/** The record where it stands, and where it or its copies would stand. */
export function placeGhost(state: PlaceState, scene: Scene): Ghost {
  const { given, hand, points, fault } = state;
  const placed = placedBy(state, scene);
  const isCopy = given.by === 'copy' || given.by === 'along';
  const before = given.of.shape.flat().map((ring): GhostLine => ({ points: [...ring, ring[0]], role: 'before' }));
  const guides = (hand?.mark?.guides ?? []).map((line): GhostLine => ({ points: line, role: 'guide' }));
  const path = hand ? [...points, hand.at] : points;
  const base: GhostPoint[] = [{ at: baseOf(state), role: 'pivot' }];
  return {
    fills: (placed?.shapes ?? []).map((shape) => ({ shape, role: isCopy ? 'copy' : 'shape' })),
    lines: [...before, ...(path.length > 1 ? [{ points: path, role: 'hand' } as const] : []), ...guides],
    points: hand ? [...base, { at: hand.at, role: 'hand' }] : base,
    snap: hand?.mark ?? null,
    measures: measuresOf(state),
    faults: [...(fault ? [fault] : []), ...(placed?.faults ?? [])],
    finishable: placed !== null && placed.faults.length === 0,
    hint: hintOf(state),
  };
}

function measuresOf({ given, hand, points }: PlaceState): Measure[] {
  if (!hand || points.length === 0 || isSame(points[points.length - 1], hand.at)) return [];
  if (given.by !== 'rotate') return lengthMeasures([...points, hand.at], points.length - 1);
  return points.length > 1 && !isSame(points[0], hand.at) ? [angleMeasure(points[1], points[0], hand.at, true)] : [];
}

function hintOf({ given, points }: PlaceState): HintCode {
  if (given.by === 'rotate') return (['pivot', 'reference', 'new-direction'] as const)[Math.min(2, points.length)];
  return points.length === 0 ? 'base-point' : 'target-point';
}
