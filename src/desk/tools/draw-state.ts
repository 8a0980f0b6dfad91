import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { DrawGiven, Pointer, Scene } from './contract.ts';
import { edgesOfPath } from './edges.ts';
import { EMPTY_HAND, handPlaced, type Holding } from './hand.ts';
import { aside, depthOf, pointsOf } from './outline.ts';
import { tracePath } from './trace.ts';
import { valueOf, type Typed } from './typed.ts';
import type { Before } from './typed-constraint.ts';
import { isSame } from './vectors.ts';

export interface DrawState extends Holding {
  readonly given: DrawGiven;
  /** Points that are set. */
  readonly points: readonly Position[];
  /** Between the last of them and the hand, along a border that is traced. */
  readonly via: readonly Position[];
  readonly flipped: boolean;
}

export const drawBegun = (given: DrawGiven): DrawState => ({
  ...EMPTY_HAND,
  given,
  points: [],
  via: [],
  flipped: false,
});

export const lastOf = ({ points }: Pick<DrawState, 'points'>): Position | null => points.at(-1) ?? null;

/** Whether the next point gives the depth of a rectangle whose first side is there. */
export const isDepth = ({ given, points }: DrawState): boolean =>
  given.outline === 'three-points' && points.length === 2;

/** With the hand where pointer and typed values put it now. */
export function reheld(state: DrawState, scene: Scene): DrawState {
  const { points, given } = state;
  const before: Before = {
    from: lastOf(state),
    last: points.length > 1 ? [points[points.length - 2], points[points.length - 1]] : null,
  };
  const own = given.outline === 'polygon' ? edgesOfPath(points) : [];
  if (isDepth(state)) return heldDepth(state, scene);
  if (given.outline === 'rectangle' && before.from) return heldCorner(state, before.from, scene);
  const next = handPlaced(state, before, scene, { own, ...(before.from && { notAt: before.from }) });
  const via = viaTo(state, next, scene);
  if (via || !next.hand) return { ...state, ...next, via: via ?? [] };
  return { ...state, ...next, via: [], fault: { code: 'no-border', at: next.hand.at } };
}

/** The hand beside the first side of a rectangle, at the depth that is typed on the pointer's side. */
function heldDepth(state: DrawState, scene: Scene): DrawState {
  const { points, typed, pointer } = state;
  const base = [points[0], points[1]] as const;
  const depth = valueOf(typed, 'length');
  const side = pointer && depthOf(base, pointer.at) < 0 ? -1 : 1;
  if (depth !== undefined) {
    const at = aside(base, base[1], side * depth);
    return { ...state, hand: { at, mark: null }, fault: null };
  }
  const free = { ...scene, settings: { ...scene.settings, ortho: 0 as const } };
  const next = handPlaced(
    { ...state, pointer: pointer && { ...pointer, shift: false } },
    { from: base[1], last: null },
    free,
  );
  return { ...state, ...next, pointer };
}

/** The far corner of a rectangle: widths that are typed without a sign go to the pointer's side. */
function heldCorner(state: DrawState, corner: Position, scene: Scene): DrawState {
  const { pointer } = state;
  const sided = state.typed.map((one): Typed => {
    const axis = one.field === 'deltaEast' ? 0 : one.field === 'deltaNorth' ? 1 : null;
    const isOther = axis !== null && !one.signed && pointer && pointer.at[axis] < corner[axis];
    return isOther ? { ...one, value: -one.value } : one;
  });
  const free = { ...scene, settings: { ...scene.settings, ortho: 0 as const } };
  const straight: Pointer | null = pointer && { ...pointer, shift: false };
  const next = handPlaced({ ...state, typed: sided, pointer: straight }, { from: corner, last: null }, free);
  return { ...state, ...next, typed: state.typed, pointer };
}

/** Vertices of the border between the last point and the hand; null where none leads there, and the edge goes straight. */
function viaTo({ given, points, flipped }: DrawState, { hand, typed }: Holding, scene: Scene): Position[] | null {
  const from = points.at(-1);
  const isTraced = scene.settings.trace && given.outline === 'polygon' && typed.length === 0;
  if (!isTraced || !from || !hand?.mark) return [];
  return isSame(from, hand.at) ? [] : tracePath(scene.ground, from, hand.at, flipped);
}

/** The points, with the hand as the next of them. */
export const withHand = ({ points, via, hand }: DrawState): readonly Position[] =>
  hand ? [...points, ...via, hand.at] : points;

export const isLastPoint = ({ given, points }: DrawState): boolean => points.length + 1 >= pointsOf[given.outline];
