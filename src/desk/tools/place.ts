import type { PlaceGiven, Scene, Step, Tool, ToolCommand, ToolEvent } from './contract.ts';
import { isPlace } from './hand.ts';
import { placeGhost } from './place-ghost.ts';
import { placeBegun, placedBy, reheldPlace, type PlaceState } from './place-state.ts';
import { typedAnew } from './typed.ts';
import { isSame } from './vectors.ts';

/** So many points are set before the last one sets the shape down; a row takes any number and ends with Enter. */
const POINTS: Readonly<Record<PlaceGiven['by'], number>> = { move: 1, copy: 1, rotate: 2, along: Infinity };

/**
 * 移动、旋转、复制、沿线复制: from a base point to another, by two clicks, a drag or typed numbers; turned about a pivot from
 * one direction to another, or by a typed angle; copied along a path by count or spacing.
 */
export const place: Tool<PlaceState, PlaceGiven> = {
  begin: placeBegun,
  ghost: placeGhost,
  step(state, event, scene) {
    if (event.type === 'cancel') return { state: placeBegun(state.given) };
    if (event.type === 'command') return commanded(state, event.command, scene);
    if (event.type === 'typed') {
      const { typed, fault } = typedAnew(state.typed, event.field, event.text);
      const next = reheldPlace({ ...state, typed }, scene);
      return { state: fault ? { ...next, fault } : next };
    }
    return pointed(state, event, scene);
  },
};

type PointerEvent = Extract<ToolEvent, { pointer: unknown }>;

function pointed(state: PlaceState, event: PointerEvent, scene: Scene): Step<PlaceState> {
  if (!isPlace(event.pointer.at)) return { state };
  const next = reheldPlace({ ...state, pointer: event.pointer }, scene);
  if (event.type === 'press') return { state: pressed(next) };
  if (event.type === 'release' && state.isDrag) return released(next, scene);
  if (event.type !== 'click') return { state: next };
  return event.count > 1 ? setDown(next, scene) : clicked(next, scene);
}

/** A shape can be dragged at once: the place that is pressed is the base point. */
function pressed(state: PlaceState): PlaceState {
  const { given, hand, points } = state;
  const isDrag = hand !== null && points.length === 0 && (given.by === 'move' || given.by === 'copy');
  return isDrag ? { ...state, points: [hand.at], isDrag } : state;
}

function released(state: PlaceState, scene: Scene): Step<PlaceState> {
  const { hand, points } = state;
  if (hand && !isSame(hand.at, points[0])) return setDown({ ...state, isDrag: false }, scene);
  return { state: { ...state, points: [], isDrag: false } };
}

function clicked(state: PlaceState, scene: Scene): Step<PlaceState> {
  const { given, hand, points } = state;
  if (!hand) return { state };
  if (points.length >= POINTS[given.by]) return setDown(state, scene);
  if (points.length > 0 && isSame(points[points.length - 1], hand.at))
    return { state: { ...state, fault: { code: 'same-point', at: hand.at } } };
  return { state: reheldPlace({ ...state, points: [...points, hand.at], isDrag: false }, scene) };
}

/** What is in hand stays there; of a copy another can be made. */
function setDown(state: PlaceState, scene: Scene): Step<PlaceState> {
  const { given, points } = state;
  const placed = placedBy(state, scene);
  if (!placed) return { state };
  const { act, shapes, faults } = placed;
  if (faults.length > 0) return { state: { ...state, fault: faults[0] } };
  const { table, key } = given.of;
  if (given.by === 'copy' || given.by === 'along') {
    const rest = placeBegun(given);
    const result = { what: 'copies', act, of: { table, key }, shapes } as const;
    return { state: given.by === 'copy' ? { ...rest, points, acquired: state.acquired } : rest, result };
  }
  const own = { table, key, shape: shapes[0] };
  return {
    state: placeBegun({ ...given, of: own }),
    result: { what: 'redraw', act, own, neighbours: [], stuck: [] },
  };
}

function commanded(state: PlaceState, command: ToolCommand, scene: Scene): Step<PlaceState> {
  if (command === 'finish') return setDown(state, scene);
  if (command !== 'back') return { state };
  return { state: reheldPlace({ ...state, points: state.points.slice(0, -1), typed: [], isDrag: false }, scene) };
}
