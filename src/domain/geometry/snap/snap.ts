import { ok, refuse, type Result } from '../../outcome.ts';
import type { Metres } from '../../quantity/units.ts';
import { frameOver, type Shape } from '../edit/frame.ts';
import type { EditRefusal, FeatureChange } from '../edit/proposal.ts';
import { keysOf, Sheet } from '../edit/sheet.ts';
import type { Layer, Position } from '../columns/layer.ts';
import { fitOnto, fitted } from './fit.ts';

/** 图层贴合: one layer fitted to another. */
export interface SnapProposal {
  readonly changes: readonly FeatureChange[];
  /** Features of the target that get the vertices which came to lie on their edges. */
  readonly targetChanges: readonly FeatureChange[];
  /** Features left as they are, because the fit would break their boundary or their coordinates are no numbers. */
  readonly refused: readonly { readonly feature: number; readonly refusal: EditRefusal }[];
}

/** A fit moves vertices by decimetres, not by streets. */
const LARGEST_TOLERANCE_M = 10;
/** A foot lies on its edge up to the rounding of its computation. */
const FOOT_M = 1e-6;

/**
 * Fits `rows` of a layer (all by default) to another layer: vertices within the tolerance go to the nearest target
 * vertex, else onto the nearest target edge, which gets a vertex there; target vertices within the tolerance of an edge
 * are put into it. A shared vertex moves in every feature that has it; if that would break one of them, its vertices
 * stay where they are for all. Refuses: bad-tolerance.
 */
export function snapLayer(
  layer: Layer,
  target: Layer,
  toleranceM: Metres,
  rows?: readonly number[],
): Result<SnapProposal, EditRefusal> {
  if (!(toleranceM > 0 && toleranceM <= LARGEST_TOLERANCE_M))
    return refuse('bad-tolerance', { toleranceM, mostM: LARGEST_TOLERANCE_M });
  const sheet = new Sheet(frameOver(layer));
  const targets = new Sheet(sheet.frame, target);
  const held = new Set<string>();
  const refused: { feature: number; refusal: EditRefusal }[] = sheet.bad
    .filter((f) => !rows || rows.includes(f))
    .map((f) => ({ feature: f, refusal: refuse('bad-coordinates', { id: f + 1 }).refusal }));
  const still = new Set<number>();
  for (;;) {
    fitAll(sheet, targets, toleranceM, rows, still, held);
    const decimals = Math.max(sheet.decimals(), targets.decimals());
    const { changes, broken } = sheet.changes(decimals);
    const fresh = broken.filter((f) => !still.has(f));
    if (fresh.length === 0) return ok({ changes, targetChanges: targets.changes(decimals).changes, refused });
    for (const f of fresh) {
      still.add(f);
      refused.push({ feature: f, refusal: refuse('would-break', { id: f + 1 }).refusal });
    }
    sheet.reset();
    targets.reset();
    for (const f of fresh) for (const key of keysOf(sheet.shape(f))) held.add(key);
  }
}

/** Fits the features, and puts into the target's edges the vertices that came to lie on them. */
function fitAll(
  sheet: Sheet,
  targets: Sheet,
  toleranceM: Metres,
  rows: readonly number[] | undefined,
  still: ReadonlySet<number>,
  held: ReadonlySet<string>,
): void {
  const moves = new Map<string, Position>();
  const feet: { readonly around: Shape; readonly at: readonly Position[] }[] = [];
  const wanted = rows ? new Set(rows) : null;
  for (const f of sheet.rows) {
    if ((wanted && !wanted.has(f)) || still.has(f)) continue;
    const fixed = targets.near(sheet.shape(f), toleranceM).map((g) => targets.shape(g));
    const fit = fitOnto(sheet.shape(f), fixed, toleranceM, (key) => held.has(key));
    for (const [key, place] of fit.moves) moves.set(key, place);
    if (fit.feet.length > 0) feet.push({ around: sheet.shape(f), at: fit.feet });
  }
  for (const f of sheet.rows) {
    const shape = sheet.shape(f);
    const touched = keysOf(shape).some((key) => moves.has(key));
    if (still.has(f) || (!touched && wanted && !wanted.has(f))) continue;
    const fixed = targets.near(shape, toleranceM).map((g) => targets.shape(g));
    if (fixed.length > 0) sheet.replace(f, fitted(shape, moves, fixed, toleranceM));
  }
  for (const { around, at } of feet) targets.insert(at, FOOT_M, around, new Set());
}
