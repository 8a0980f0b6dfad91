import type { Position } from '../../domain/geometry/columns/layer.ts';
import { meetingsOf, nearestOn, offConstraint, type Constraint } from './constraint.ts';
import type { Pointer, PointerKind, Scene, SnapKind, SnapMark } from './contract.ts';
import { edgesNear, type Edge, type Skip } from './edges.ts';
import {
  guidesOf,
  lineCandidates,
  meeting,
  meetingCandidates,
  pointCandidates,
  type Candidate,
  type Guide,
  type Looking,
  type Tier,
} from './snap-candidates.ts';
import { apart, isSame, offLine } from './vectors.ts';

/** 捕捉半径, pixels: a finger hides more of the map than a pen. */
const TOLERANCE_PX: Readonly<Record<PointerKind, number>> = { mouse: 10, pen: 12, touch: 24, keys: 10 };
/** An edge may be extended to the pointer from so far. */
const REACH_PX = 120;
/** On a map so small that this is within a few pixels nothing is drawn by hand. */
const FARTHEST_M = 200;
/** Candidates that differ by less are as near as each other: then the rank decides. */
const TIE_PX = 0.5;

/** Who goes first of those that are equally near. */
const RANK: Readonly<Record<SnapKind, number>> = {
  vertex: 0,
  intersection: 1,
  midpoint: 2,
  perpendicular: 3,
  edge: 4,
  extension: 5,
  parallel: 6,
};
const TIERS: readonly Tier[] = ['point', 'meeting', 'line'];

export const toleranceOf = ({ kind, metresPerPixel }: Pointer): number =>
  Math.min(TOLERANCE_PX[kind] * metresPerPixel, FARTHEST_M);

/** What the tool in hand adds to what lies around. */
export interface InHand {
  /** The vertex the edge in hand begins at. */
  readonly from: Position | null;
  /** Edges that are drawn already. */
  readonly own: readonly Edge[];
  /** Edges the pointer came to lately. */
  readonly acquired: readonly Edge[];
  /** The vertex that was set last is not set again. */
  readonly notAt?: Position;
  /** What moves with the pointer is no place to snap to. */
  readonly skip?: Skip;
}

/**
 * 捕捉: the place near the pointer that is meant, with its reason; null where there is none. A point that is there goes
 * before one that is made by a guide, and that before a line; of one sort the nearest, of those as near the first in rank.
 * A vertex is given back in its own numbers.
 */
export function snap(pointer: Pointer, scene: Scene, hand: InHand): SnapMark | null {
  const { ground, settings } = scene;
  if (pointer.alt) return null;
  const { at, metresPerPixel } = pointer;
  const toleranceM = toleranceOf(pointer);
  const looking = lookAround(pointer, ground, hand);
  const tie = TIE_PX * metresPerPixel;
  const guides = guidesOf(looking, toleranceM).filter(({ kind }) => settings.snaps[kind]);
  for (const tier of TIERS) {
    const best = first(
      candidatesOf(tier, looking, guides).filter(({ mark }) => isMeant(mark, at, toleranceM, scene, hand)),
      at,
      tie,
    );
    if (best) return best;
  }
  return null;
}

const isMeant = ({ kind, at }: SnapMark, place: Position, toleranceM: number, { settings }: Scene, { notAt }: InHand) =>
  settings.snaps[kind] && apart(at, place) <= toleranceM && !(notAt && isSame(at, notAt));

/** The edges that count at the pointer. */
function lookAround({ at, ...pointer }: Pointer, ground: Scene['ground'], hand: InHand): Looking {
  const toleranceM = toleranceOf({ at, ...pointer });
  const reachM = Math.max(toleranceM, Math.min(REACH_PX * pointer.metresPerPixel, FARTHEST_M));
  const [x, y] = at;
  const boundaries = ground.meeting(x - reachM, y - reachM, x + reachM, y + reachM);
  const { near, around } = edgesNear(boundaries, at, toleranceM, reachM, hand.skip);
  return {
    at,
    from: hand.from,
    near: [...hand.own.filter(({ line }) => offLine(line, at) <= toleranceM), ...near],
    around: [...hand.own, ...hand.acquired, ...around],
    acquired: [...hand.own, ...hand.acquired],
  };
}

/** A vertex this near to what the next one is held to is on it. Metres. */
const ON_CONSTRAINT_M = 1e-6;

/** The place on a constraint that is meant: where it meets an edge, a guide or a vertex near the pointer, else the nearest. */
export function snapOn(
  constraint: Constraint,
  pointer: Pointer,
  scene: Scene,
  hand: InHand,
): { readonly at: Position; readonly mark: SnapMark | null } {
  const at = nearestOn(constraint, pointer.at);
  if (pointer.alt || constraint.on === 'point') return { at, mark: null };
  const toleranceM = toleranceOf(pointer);
  const looking = lookAround({ ...pointer, at }, scene.ground, hand);
  const vertices = pointCandidates(looking).filter(({ mark }) => offConstraint(constraint, mark.at) <= ON_CONSTRAINT_M);
  const guides = guidesOf(looking, toleranceM).filter(({ kind }) => kind === 'extension');
  const lines = [...looking.near.map((edge) => ({ kind: 'edge' as const, line: edge.line, edge })), ...guides];
  const meetings = lines.flatMap(({ kind, line, edge }) =>
    meetingsOf(constraint, line)
      .filter((place) => kind === 'extension' || offLine(line, place) <= ON_CONSTRAINT_M)
      .map((place) => meeting(kind, place, edge, [line, line])),
  );
  const candidates = [...vertices, ...meetings].filter(({ mark }) => isMeant(mark, at, toleranceM, scene, hand));
  const mark = first(candidates, at, TIE_PX * pointer.metresPerPixel);
  return { at: mark?.at ?? at, mark };
}

function candidatesOf(tier: Tier, looking: Looking, guides: readonly Guide[]): Candidate[] {
  if (tier === 'point') return pointCandidates(looking);
  return tier === 'meeting' ? meetingCandidates(looking, guides) : lineCandidates(looking, guides);
}

/** Of those no farther than the nearest and the tie, the first in rank; of these the nearest. */
function first(candidates: readonly Candidate[], at: Position, tie: number): SnapMark | null {
  const least = candidates.reduce((nearest, { mark }) => Math.min(nearest, apart(mark.at, at)), Infinity);
  let best: SnapMark | null = null;
  for (const { mark } of candidates) {
    if (apart(mark.at, at) > least + tie) continue;
    if (!best || RANK[mark.kind] < RANK[best.kind]) best = mark;
    else if (RANK[mark.kind] === RANK[best.kind] && apart(mark.at, at) < apart(best.at, at)) best = mark;
  }
  return best;
}
