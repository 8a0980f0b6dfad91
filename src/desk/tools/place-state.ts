import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Act, Fault, PlaceGiven, Scene } from './contract.ts';
import { shapeFaults } from './faults.ts';
import { EMPTY_HAND, handPlaced, type Holding } from './hand.ts';
import { centreOf, copiesAlong, MOST_COPIES, movedShape, rowAlong, turnedShape } from './placing.ts';
import { valueOf } from './typed.ts';
import type { Before } from './typed-constraint.ts';
import { apart, azimuthOf, isSame } from './vectors.ts';

export interface PlaceState extends Holding {
  readonly given: PlaceGiven;
  /** Set already: the base point, or the pivot and the direction that is turned, or the path of a row. */
  readonly points: readonly Position[];
  /** The button is down: where it comes up the shape is set down. */
  readonly isDrag: boolean;
}

export const placeBegun = (given: PlaceGiven): PlaceState => ({ ...EMPTY_HAND, given, points: [], isDrag: false });

/** The base point or pivot; where none is set the first vertex, or the centre. */
export const baseOf = ({ given: { by, of }, points }: PlaceState): Position =>
  points[0] ?? (by === 'rotate' ? centreOf(of.shape) : of.shape[0][0][0]);

export function reheldPlace(state: PlaceState, scene: Scene): PlaceState {
  const { given, points } = state;
  const [pivot, reference] = points;
  const isTurning = given.by === 'rotate' && reference !== undefined;
  const from = isTurning ? pivot : (points.at(-1) ?? (state.typed.length > 0 ? baseOf(state) : null));
  const last = isTurning ? ([[2 * pivot[0] - reference[0], 2 * pivot[1] - reference[1]], pivot] as const) : null;
  const before: Before = { from, last };
  // What is turned or counted is no place of the pointer.
  const ofPlace = state.typed.filter(
    ({ field }) => !(given.by === 'rotate' || field === 'count' || field === 'spacing'),
  );
  const next = handPlaced({ ...state, typed: ofPlace }, before, scene, {});
  return { ...state, ...next, typed: state.typed };
}

/** What is set down if nothing else is said. */
export interface Placed {
  readonly shapes: readonly Shape[];
  readonly act: Act;
  readonly faults: readonly Fault[];
}

/** Where the record or its copies would stand; null where that is not yet known. */
export function placedBy(state: PlaceState, scene: Scene): Placed | null {
  const { given } = state;
  if (given.by === 'rotate') return turned(state, scene);
  if (given.by === 'along') return inRow(state, scene);
  const { hand } = state;
  const base = baseOf(state);
  if (!hand || (state.points.length === 0 && state.typed.length === 0) || isSame(base, hand.at)) return null;
  const act: Act =
    given.by === 'move'
      ? { code: 'shape-moved', params: { distanceM: apart(base, hand.at) } }
      : { code: 'shape-copied', params: { count: 1 } };
  return checked([movedShape(given.of.shape, base, hand.at)], act, scene);
}

function turned(state: PlaceState, scene: Scene): Placed | null {
  const { points, hand, typed } = state;
  const said = typed.find(({ field }) => field === 'turn');
  const degrees =
    said?.value ?? (points.length > 1 && hand ? azimuthOf(points[0], hand.at) - azimuthOf(points[0], points[1]) : 0);
  if (degrees === 0) return null;
  const around = degrees > 180 ? degrees - 360 : degrees <= -180 ? degrees + 360 : degrees;
  const act = { code: 'shape-rotated', params: { degrees: around } } as const;
  return checked([turnedShape(state.given.of.shape, baseOf(state), degrees)], act, scene);
}

function inRow(state: PlaceState, scene: Scene): Placed | null {
  const { given, hand, points, typed } = state;
  const path = hand && points.length > 0 && !isSame(hand.at, points[points.length - 1]) ? [...points, hand.at] : points;
  if (path.length < 2) return null;
  const row = rowAlong(path, valueOf(typed, 'count'), valueOf(typed, 'spacing'));
  const act = { code: 'shape-copied', params: { count: row.count } } as const;
  if (row.count > MOST_COPIES) return { shapes: [], act, faults: [{ code: 'too-many-copies', at: path[0] }] };
  return row.count < 1 ? null : checked(copiesAlong(given.of.shape, path, row), act, scene);
}

const checked = (shapes: readonly Shape[], act: Act, { crs }: Scene): Placed => ({
  shapes,
  act,
  faults: shapes.flatMap((shape) => shapeFaults(shape, crs)).slice(0, 1),
});
