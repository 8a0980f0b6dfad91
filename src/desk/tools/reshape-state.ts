import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Act, Boundary, Fault, Scene } from './contract.ts';
import { shapeFaults } from './faults.ts';
import { EMPTY_HAND, handPlaced, type Holding } from './hand.ts';
import { depthOf } from './outline.ts';
import type { Picked } from './pick.ts';
import {
  edgeAt,
  movedEdge,
  numberOf,
  placeOf,
  spotFrom,
  withEdgeAt,
  withoutRepeats,
  withVertexAfter,
  withVertexAt,
} from './reshaping.ts';
import { isThere, skipMoved, type VertexMove } from './shared.ts';
import { valueOf } from './typed.ts';
import { apart, placeBetween, footOn, isSame, type Line } from './vectors.ts';

/** What moves no farther stays, metres. */
const NOWHERE_M = 1e-6;

export interface ReshapeState extends Holding {
  /** As it is durably. */
  readonly given: Boundary;
  readonly chosen: Picked | null;
  /** What lies under the pointer. */
  readonly hover: Picked | null;
  /** Where the pointer took hold of what is dragged; null while nothing is. */
  readonly grip: Position | null;
  /** An edge whose distance is typed goes to the other side. */
  readonly flipped: boolean;
}

export const reshapeBegun = (given: Boundary): ReshapeState => ({
  ...EMPTY_HAND,
  given,
  chosen: null,
  hover: null,
  grip: null,
  flipped: false,
});

/** What the shape would become, and what was done to it. */
export interface Draft {
  readonly shape: Shape;
  readonly moves: readonly VertexMove[];
  readonly act: Act;
  readonly faults: readonly Fault[];
}

/** Where the vertex in hand is, or would begin. */
export function originOf(shape: Shape, { kind, spot }: Picked): Position {
  return kind === 'vertex' ? placeOf(shape, spot) : placeBetween(...edgeAt(shape, spot));
}

/** Vertices that go along with what is chosen. */
function movingFrom(shape: Shape, chosen: Picked): Position[] {
  return chosen.kind === 'edge' ? [...edgeAt(shape, chosen.spot)] : [originOf(shape, chosen)];
}

/** With the hand where pointer and typed values put what is chosen. */
export function reheldShape(state: ReshapeState, scene: Scene): ReshapeState {
  const { given, chosen } = state;
  const isMeant = state.grip !== null || state.typed.length > 0;
  if (!chosen || !isMeant) return { ...state, hand: null };
  const { shape } = given;
  const skip = skipMoved(movingFrom(shape, chosen).map((from) => ({ from, to: null })));
  if (chosen.kind === 'edge') return heldEdge(state, edgeAt(shape, chosen.spot), scene, skip);
  const from = placeOf(shape, spotFrom(shape, chosen.spot, chosen.kind === 'vertex' ? -1 : 0));
  const first = placeOf(shape, spotFrom(shape, chosen.spot, chosen.kind === 'vertex' ? -2 : -1));
  const before = { from, last: [first, from] as const, origin: originOf(shape, chosen) };
  const pointer = dragged(state, before.origin) ?? standing(before.origin, state);
  const next = handPlaced({ ...state, pointer }, before, scene, { skip });
  return { ...state, ...next, pointer: state.pointer };
}

/** The pointer as if it had taken hold of the very place that is moved. */
function dragged({ pointer, grip }: ReshapeState, origin: Position): Holding['pointer'] {
  if (!pointer || !grip) return null;
  if (isSame(pointer.at, grip)) return { ...pointer, at: origin, alt: true };
  return { ...pointer, at: [pointer.at[0] + origin[0] - grip[0], pointer.at[1] + origin[1] - grip[1]] };
}

/** In place of a pointer, where numbers are typed: the vertex itself, which snaps to nothing. */
const standing = (at: Position, { pointer }: ReshapeState): Holding['pointer'] => ({
  metresPerPixel: 1,
  kind: 'keys',
  ...pointer,
  at,
  alt: true,
  shift: false,
});

function heldEdge(state: ReshapeState, edge: Line, scene: Scene, skip: ReturnType<typeof skipMoved>): ReshapeState {
  const free = { ...scene, settings: { ...scene.settings, ortho: 0 as const } };
  const foot = state.grip && footOn(edge, state.grip).at;
  const atEdge = foot && dragged(state, foot);
  const pointer = atEdge && { ...atEdge, shift: false };
  const next = handPlaced({ ...state, typed: [], pointer }, { from: null, last: null }, free, { skip });
  const distance = valueOf(state.typed, 'length');
  const middle = placeBetween(...edge);
  if (distance === undefined) return { ...state, ...next, typed: state.typed, pointer: state.pointer };
  const isLeft = pointer ? depthOf(edge, pointer.at) >= 0 : true;
  const signed = isLeft === state.flipped ? -distance : distance;
  const length = apart(...edge);
  const step = [-(edge[1][1] - edge[0][1]) / length, (edge[1][0] - edge[0][0]) / length];
  return {
    ...state,
    hand: { at: [middle[0] + signed * step[0], middle[1] + signed * step[1]], mark: null },
    fault: null,
  };
}

/** What the shape would become with the hand where it is; null where nothing would change. */
export function draftOf({ given, chosen, hand }: ReshapeState, scene: Scene): Draft | null {
  if (!chosen || !hand) return null;
  const { shape } = given;
  const { kind, spot } = chosen;
  const from = originOf(shape, chosen);
  if (kind === 'edge') return edgeDraft(shape, chosen, hand.at, scene);
  if (kind === 'vertex' && isSame(from, hand.at)) return null;
  const next = withoutRepeats(
    kind === 'vertex' ? withVertexAt(shape, spot, hand.at) : withVertexAfter(shape, spot, hand.at),
  );
  const number = numberOf(shape, spot);
  return {
    shape: next,
    moves: [{ from, to: hand.at, ...(kind === 'midpoint' && { isNew: true }) }],
    act:
      kind === 'vertex'
        ? { code: 'vertex-moved', params: { number } }
        : { code: 'vertex-added', params: { number: number + 1 } },
    faults: shapeFaults(next, scene.crs),
  };
}

function edgeDraft(shape: Shape, { spot }: Picked, at: Position, scene: Scene): Draft | null {
  const edge = edgeAt(shape, spot);
  const distanceM = depthOf(edge, at);
  // A drag along the edge leaves rounding of nanometres.
  if (Math.abs(distanceM) < NOWHERE_M) return null;
  const onto = movedEdge(shape, spot, distanceM).map((end) => (isThere(end, at) ? at : end));
  const moved: Line = [onto[0], onto[1]];
  const next = withoutRepeats(withEdgeAt(shape, spot, moved));
  const along = (moved[1][0] - moved[0][0]) * (edge[1][0] - edge[0][0]) + (moved[1][1] - moved[0][1]) * (edge[1][1] - edge[0][1]); // prettier-ignore
  // An edge that turned round has gone past where its neighbours meet.
  const faults: Fault[] = along > 0 ? shapeFaults(next, scene.crs) : [{ code: 'nothing-left', at: moved[0] }];
  const [number, to] = [numberOf(shape, spot), numberOf(shape, spotFrom(shape, spot, 1))];
  return {
    shape: next,
    moves: [0, 1].map((end) => ({ from: edge[end], to: moved[end] })),
    act: { code: 'edge-moved', params: { number, to, distanceM: Math.abs(distanceM) } },
    faults,
  };
}
