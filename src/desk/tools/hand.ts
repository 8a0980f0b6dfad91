import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ray, type Constraint } from './constraint.ts';
import type { Fault, Pointer, Scene, SnapMark } from './contract.ts';
import { snap, snapOn, type InHand } from './snapping.ts';
import type { Edge } from './edges.ts';
import { valueOf, type Typed } from './typed.ts';
import { heldTo, type Before } from './typed-constraint.ts';
import { azimuthOf, isSame } from './vectors.ts';

/** Where the next vertex would be set. */
interface Hand {
  readonly at: Position;
  readonly mark: SnapMark | null;
}

/** Plain data of any tool that sets points. */
export interface Holding {
  readonly pointer: Pointer | null;
  readonly hand: Hand | null;
  readonly typed: readonly Typed[];
  /** Edges the pointer came to, the latest last. */
  readonly acquired: readonly Edge[];
  /** What is wrong with what was typed. */
  readonly fault: Fault | null;
}

export const EMPTY_HAND: Holding = { pointer: null, hand: null, typed: [], acquired: [], fault: null };

const MOST_ACQUIRED = 3;

export const isPlace = ([x, y]: Position): boolean => Math.abs(x) < 1e9 && Math.abs(y) < 1e9;

/**
 * The holding with its hand where pointer, typed values, ortho and what lies around put it. Without a pointer only what is
 * typed in full puts it anywhere.
 */
export function handPlaced(holding: Holding, before: Before, scene: Scene, more: Partial<InHand> = {}): Holding {
  const { pointer, typed, acquired } = holding;
  const at = pointer?.at ?? before.from ?? typedPlace(typed);
  if (!at) return { ...holding, hand: null };
  const isTurned = typed.some(({ field }) => field === 'azimuth' || field === 'turn');
  const isFull = isTurned || typed.length > 1;
  const ortho = pointer && !isFull ? orthoRay(pointer, before, scene) : null;
  const to = heldTo(typed, before, at, ortho);
  if ('fault' in to) return { ...holding, hand: null, fault: to.fault };
  const hand = handOn(to.constraint, pointer, scene, { own: [], acquired, from: before.from, ...more });
  return { ...holding, hand, acquired: acquiredWith(acquired, hand?.mark ?? null), fault: null };
}

/** Both coordinates, where they are typed: a first point needs no pointer. */
function typedPlace(typed: readonly Typed[]): Position | null {
  const [east, north] = [valueOf(typed, 'east'), valueOf(typed, 'north')];
  return east === undefined || north === undefined ? null : [east, north];
}

function handOn(constraint: Constraint | null, pointer: Pointer | null, scene: Scene, inHand: InHand): Hand | null {
  if (constraint?.on === 'point') return isPlace(constraint.at) ? { at: constraint.at, mark: null } : null;
  if (!pointer) return null;
  if (constraint) return snapOn(constraint, pointer, scene, inHand);
  const mark = snap(pointer, scene, inHand);
  return { at: mark?.at ?? pointer.at, mark };
}

/** 正交: the direction of ortho nearest to the pointer, against the last edge or grid north. */
function orthoRay({ at, shift }: Pointer, { from, last }: Before, { settings }: Scene): Constraint | null {
  const step = shift ? (settings.ortho === 0 ? 15 : 0) : settings.ortho;
  if (step === 0 || !from || isSame(at, from)) return null;
  const base = last ? azimuthOf(...last) : 0;
  return ray(from, base + Math.round((azimuthOf(from, at) - base) / step) * step);
}

/** An edge that the pointer came to can be followed in parallel, and extended, from then on. */
function acquiredWith(acquired: readonly Edge[], mark: SnapMark | null): readonly Edge[] {
  if (!mark || !['edge', 'midpoint', 'perpendicular'].includes(mark.kind)) return acquired;
  const [line] = mark.guides;
  const isNew = ({ line: [a, b] }: Edge) => !isSame(a, line[0]) || !isSame(b, line[1]);
  const edge: Edge = { line, start: mark.of ?? null, end: null };
  return [...acquired.filter(isNew), edge].slice(-MOST_ACQUIRED);
}
