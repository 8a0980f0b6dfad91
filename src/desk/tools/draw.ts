import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { assembled } from './assemble.ts';
import type { DrawGiven, Scene, Step, Tool, ToolCommand, ToolEvent, ToolResult } from './contract.ts';
import { drawGhost } from './draw-ghost.ts';
import { drawBegun, isLastPoint, lastOf, reheld, withHand, type DrawState } from './draw-state.ts';
import { isPlace } from './hand.ts';
import { cornersOf } from './outline.ts';
import { typedAnew } from './typed.ts';
import { isSame } from './vectors.ts';

/**
 * 画: a polygon, a rectangle by two corners or by a side and its depth, a line to cut along; a shape of its own, a hole or a
 * further part. Enter sets the point that is typed, else it closes; what crosses itself is not closed.
 */
export const draw: Tool<DrawState, DrawGiven> = {
  begin: drawBegun,
  ghost: drawGhost,
  step(state, event, scene) {
    if (event.type === 'cancel') return { state: drawBegun(state.given) };
    if (event.type === 'command') return commanded(state, event.command, scene);
    if (event.type === 'typed') {
      const typed = typedAnew(state.typed, event.field, event.text);
      const next = reheld({ ...state, typed: typed.typed }, scene);
      return { state: typed.fault ? { ...next, fault: typed.fault } : next };
    }
    return pointed(state, event, scene);
  },
};

type PointerEvent = Extract<ToolEvent, { pointer: unknown }>;

function pointed(state: DrawState, event: PointerEvent, scene: Scene): Step<DrawState> {
  if (!isPlace(event.pointer.at)) return { state };
  if (event.type === 'click' && event.count > 1) return finished(state, scene);
  const next = reheld({ ...state, pointer: event.pointer }, scene);
  return event.type === 'click' ? set(next, scene) : { state: next };
}

/** The hand set as the next point; the first point again closes a polygon. */
function set(state: DrawState, scene: Scene): Step<DrawState> {
  const { hand, points, given, fault } = state;
  if (!hand) return { state: { ...state, fault: fault ?? { code: 'no-such-point', at: null } } };
  const last = lastOf(state);
  if (last && isSame(hand.at, last)) return { state: { ...state, fault: { code: 'same-point', at: last } } };
  const path = withHand(state);
  const isClosing = given.outline === 'polygon' && points.length > 1 && isSame(hand.at, points[0]);
  if (isClosing && given.as !== 'line') return finished({ ...state, points: path.slice(0, -1) }, scene);
  if (isLastPoint(state)) return closed(state, cornersOf(given.outline, path), scene);
  return { state: reheld({ ...state, points: path, typed: [], via: [], flipped: false }, scene) };
}

function finished(state: DrawState, scene: Scene): Step<DrawState> {
  const { given, points } = state;
  if (given.as === 'line') {
    if (points.length < 2) return { state };
    return { state: drawBegun(given), result: { what: 'line', points } };
  }
  return given.outline === 'polygon' ? closed(state, points, scene) : { state };
}

/** The outline as a shape; one that is broken stays in hand, with where it is. */
function closed(state: DrawState, outline: readonly Position[], scene: Scene): Step<DrawState> {
  const { given } = state;
  const { shape, faults } = assembled(given, outline, scene);
  if (faults.length > 0) return { state: { ...state, fault: faults[0] } };
  const result = resultOf(given, shape);
  const of = given.of && { ...given.of, shape };
  return { state: drawBegun({ ...given, of }), result };
}

function resultOf({ as, of }: DrawGiven, shape: Shape): ToolResult {
  const act = { code: as === 'hole' ? 'hole-cut' : as === 'part' ? 'part-added' : 'drawn', params: {} } as const;
  if (!of) return { what: 'shape', act, shape };
  return { what: 'redraw', act, own: { table: of.table, key: of.key, shape }, neighbours: [], stuck: [] };
}

function commanded(state: DrawState, command: ToolCommand, scene: Scene): Step<DrawState> {
  const { points, typed } = state;
  if (command === 'finish') return typed.length > 0 ? set(state, scene) : finished(state, scene);
  if (command === 'flip') return { state: reheld({ ...state, flipped: !state.flipped }, scene) };
  if (command !== 'back' || points.length === 0) return { state };
  return { state: reheld({ ...state, points: points.slice(0, -1), typed: [], flipped: false }, scene) };
}
