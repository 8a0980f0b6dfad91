import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Act, ReshapeGiven, Scene, Spot, Step, Tool, ToolCommand, ToolEvent } from './contract.ts';
import { shapeFaults } from './faults.ts';
import { isPlace } from './hand.ts';
import { picked, type Picked } from './pick.ts';
import { reshapeGhost } from './reshape-ghost.ts';
import { draftOf, reheldShape, reshapeBegun, type Draft, type ReshapeState } from './reshape-state.ts';
import { edgeAt, numberOf, placeOf, spotsOf, withoutVertex, withVertexAfter } from './reshaping.ts';
import { neighboursMoved } from './shared.ts';
import { typedAnew } from './typed.ts';
import { placeBetween, footOn } from './vectors.ts';

/**
 * 改: vertices and edges of one record. A vertex is dragged, or chosen and typed; the middle of an edge is dragged to make a
 * vertex of it; an edge elsewhere is moved in parallel; a double click puts a vertex into an edge.
 */
export const reshape: Tool<ReshapeState, ReshapeGiven> = {
  begin: reshapeBegun,
  ghost: reshapeGhost,
  step(state, event, scene) {
    if (event.type === 'cancel') return { state: reshapeBegun(state.given) };
    if (event.type === 'command') return commanded(state, event.command, scene);
    if (event.type === 'typed') {
      const { typed, fault } = typedAnew(state.typed, event.field, event.text);
      const next = reheldShape({ ...state, typed }, scene);
      return { state: fault ? { ...next, fault } : next };
    }
    return pointed(state, event, scene);
  },
};

type PointerEvent = Extract<ToolEvent, { pointer: unknown }>;

function pointed(state: ReshapeState, event: PointerEvent, scene: Scene): Step<ReshapeState> {
  const { pointer } = event;
  if (!isPlace(pointer.at)) return { state };
  const hover = picked(state.given.shape, pointer);
  const moved = { ...state, pointer, hover };
  if (event.type === 'press')
    return {
      state: { ...moved, chosen: hover, grip: hover && pointer.at, typed: [], hand: null, fault: null, flipped: false },
    };
  if (event.type === 'click') return clicked({ ...moved, grip: null }, event.count, scene);
  const next = reheldShape(moved, scene);
  if (event.type === 'move' || !state.grip) return { state: next };
  return dropped(next, scene);
}

/** What is in hand is set down; one that would break the shape goes back to where it was. */
function dropped(state: ReshapeState, scene: Scene): Step<ReshapeState> {
  const draft = draftOf(state, scene);
  const rest = { ...state, grip: null, hand: null, typed: [], flipped: false };
  return draft ? taken(rest, draft, scene) : { state: rest };
}

function taken(state: ReshapeState, draft: Draft, scene: Scene): Step<ReshapeState> {
  if (draft.faults.length > 0) return { state: { ...state, fault: draft.faults[0] } };
  const { table, key } = state.given;
  const { act, shape, moves } = draft;
  const { neighbours, stuck } = neighboursMoved(state.given, moves, scene);
  const result = { what: 'redraw' as const, act, own: { table, key, shape }, neighbours, stuck };
  const chosen = chosenAfter(state, act, shape);
  return {
    state: { ...state, given: { table, key, shape }, chosen, hover: null },
    result,
  };
}

/** What is chosen goes on being chosen, a new vertex instead of its edge; not where vertices became one. */
function chosenAfter({ given, chosen }: ReshapeState, { code, params }: Act, shape: Shape): Picked | null {
  const spots = spotsOf(shape);
  const isAdded = code === 'vertex-added';
  if (!chosen || spots.length !== spotsOf(given.shape).length + (isAdded ? 1 : 0)) return null;
  return isAdded ? { kind: 'vertex', spot: spots[params.number - 1] } : chosen;
}

function clicked(state: ReshapeState, count: number, scene: Scene): Step<ReshapeState> {
  const { hover, given, pointer } = state;
  if (count < 2 || !hover || hover.kind === 'vertex' || !pointer)
    return { state: { ...state, chosen: hover, hand: null } };
  const edge = edgeAt(given.shape, hover.spot);
  const foot = footOn(edge, pointer.at);
  const at = hover.kind === 'midpoint' || !(foot.share > 0 && foot.share < 1) ? placeBetween(...edge) : foot.at;
  return added(state, hover.spot, at, scene);
}

function added(state: ReshapeState, spot: Spot, at: readonly [number, number], scene: Scene): Step<ReshapeState> {
  const { shape } = state.given;
  const next = withVertexAfter(shape, spot, at);
  const act = { code: 'vertex-added', params: { number: numberOf(shape, spot) + 1 } } as const;
  const moves = [{ from: at, to: at, isNew: true }];
  return taken(
    { ...state, hand: null, typed: [] },
    { shape: next, act, moves, faults: shapeFaults(next, scene.crs) },
    scene,
  );
}

function commanded(state: ReshapeState, command: ToolCommand, scene: Scene): Step<ReshapeState> {
  const { chosen, given } = state;
  if (command === 'finish') return state.typed.length > 0 ? dropped(state, scene) : { state };
  if (command === 'flip') return { state: reheldShape({ ...state, flipped: !state.flipped }, scene) };
  if (command === 'back') return { state: { ...state, grip: null, hand: null, typed: [], fault: null } };
  if (command === 'next' || command === 'previous') return { state: choosing(state, command === 'next' ? 1 : -1) };
  if (!chosen) return { state };
  if (command === 'add') return added(state, chosen.spot, placeBetween(...edgeAt(given.shape, chosen.spot)), scene);
  return chosen.kind === 'vertex' ? deleted(state, chosen.spot, scene) : { state };
}

function deleted(state: ReshapeState, spot: Spot, scene: Scene): Step<ReshapeState> {
  const { shape } = state.given;
  const rest = { ...state, chosen: null, grip: null, hand: null, typed: [] };
  const next = withoutVertex(shape, spot);
  const at = placeOf(shape, spot);
  if (!next) return { state: { ...rest, fault: { code: 'too-few-points', at } } };
  const act = { code: 'vertex-deleted', params: { number: numberOf(shape, spot) } } as const;
  return taken(
    rest,
    { shape: next, act, moves: [{ from: at, to: null }], faults: shapeFaults(next, scene.crs) },
    scene,
  );
}

/** The next vertex by number, round and round. */
function choosing(state: ReshapeState, by: 1 | -1): ReshapeState {
  const { given, chosen } = state;
  const spots = spotsOf(given.shape);
  const at = chosen ? numberOf(given.shape, chosen.spot) - 1 + by : by > 0 ? 0 : -1;
  const spot = spots.at(((at % spots.length) + spots.length) % spots.length);
  return {
    ...state,
    chosen: spot ? { kind: 'vertex', spot } : null,
    grip: null,
    hand: null,
    typed: [],
    fault: null,
  };
}
