import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { shapeArea } from '../../domain/geometry/edit/sheet.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Ghost, GhostLine, GhostPoint, Measure, Scene } from './contract.ts';
import { angleMeasure, lengthMeasure } from './measures.ts';
import type { Picked } from './pick.ts';
import { draftOf, originOf, type Draft, type ReshapeState } from './reshape-state.ts';
import { edgeAt, placeOf, spotFrom, spotsOf } from './reshaping.ts';
import { neighboursMoved } from './shared.ts';
import { placeBetween } from './vectors.ts';

/** The record with its handles; while something is in hand, as it would be, with those that share what moves. */
export function reshapeGhost(state: ReshapeState, scene: Scene): Ghost {
  const { given, hand, fault } = state;
  const draft = draftOf(state, scene);
  const shape = draft?.shape ?? given.shape;
  const moved = draft ? neighboursMoved(given, draft.moves, scene).neighbours : [];
  const guides = (hand?.mark?.guides ?? []).map((points): GhostLine => ({ points, role: 'guide' }));
  return {
    fills: [{ shape, role: 'shape' }],
    lines: [
      ...(draft ? outlines(given.shape, 'before') : []),
      ...outlines(shape, draft ? 'hand' : 'drawn'),
      ...moved.flatMap((one) => outlines(one.shape, 'neighbour')),
      ...guides,
    ],
    points: handles(state, shape, draft),
    snap: hand?.mark ?? null,
    measures: measuresOf(state, shape, draft),
    faults: [...(fault ? [fault] : []), ...(draft?.faults ?? [])],
    finishable: draft !== null && draft.faults.length === 0,
    hint: state.grip ? 'drop' : 'choose-vertex',
  };
}

const outlines = (shape: Shape, role: GhostLine['role']): GhostLine[] =>
  shape.flat().map((ring) => ({ points: [...ring, ...ring.slice(0, 1)], role }));

function handles({ given, chosen, hover, hand }: ReshapeState, shape: Shape, draft: Draft | null): GhostPoint[] {
  const points = spotsOf(shape).map((spot): GhostPoint => ({ at: placeOf(shape, spot), role: 'vertex' }));
  if (draft) return [...points, ...(hand ? [{ at: hand.at, role: 'hand' } as const] : [])];
  const middles = spotsOf(shape).map((spot): GhostPoint => ({
    at: placeBetween(...edgeAt(shape, spot)),
    role: 'midpoint',
  }));
  const marked = (picked: Picked | null, role: GhostPoint['role']): GhostPoint[] =>
    picked ? [{ at: originOf(given.shape, picked), role }] : [];
  return [...points, ...middles, ...marked(hover, 'hover'), ...marked(chosen, 'chosen')];
}

/** Lengths and angle beside what is in hand, and the area. */
function measuresOf({ chosen }: ReshapeState, shape: Shape, draft: Draft | null): Measure[] {
  const inside = pointInside(shape.flat().map((ring) => [...ring, ...ring.slice(0, 1)]));
  const area: Measure[] = inside ? [{ kind: 'area', at: inside, planeM2: shapeArea(shape) }] : [];
  if (!chosen) return area;
  // A vertex that is being made comes after the one its edge begins at.
  const spot = draft && chosen.kind === 'midpoint' ? spotFrom(shape, chosen.spot, 1) : chosen.spot;
  const places = [-1, 0, 1, 2].map((by) => placeOf(shape, spotFrom(shape, spot, by)));
  const inHand = draft !== null;
  const beside = [lengthMeasure(places[0], places[1], inHand), lengthMeasure(places[1], places[2], inHand)];
  if (chosen.kind === 'edge') return [...beside, lengthMeasure(places[2], places[3], inHand), ...area];
  return [...beside, angleMeasure(places[0], places[1], places[2], inHand), ...area];
}
