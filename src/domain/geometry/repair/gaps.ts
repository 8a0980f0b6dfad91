import type { Metres } from '../../quantity/units.ts';
import { type Shape } from '../edit/frame.ts';
import { keysOf, shapeArea, type Sheet } from '../edit/sheet.ts';
import type { Position } from '../columns/layer.ts';
import { fitOnto, fitted } from '../snap/fit.ts';

/**
 * Who gives way 退让 where two borders nearly coincide: the later in the layer, the smaller, or the features named (the
 * others stay as they are).
 */
export type Yielding = 'later' | 'smaller' | readonly number[];

/** A foot lies on its edge up to the rounding of its computation. Metres. */
const FOOT_M = 1e-6;

/**
 * Closes gaps and overlaps 缝隙与重叠 narrower than the tolerance: one feature after another is fitted to those that
 * come before it, so that both have one border with the same vertices. `still` features and `held` vertices stay.
 */
export function closeGaps(
  sheet: Sheet,
  toleranceM: Metres,
  yielding: Yielding,
  still: ReadonlySet<number>,
  held: ReadonlySet<string>,
): void {
  const rank = ranks(sheet, yielding, still);
  for (const f of [...rank.keys()].sort((p, q) => rank.get(p)! - rank.get(q)!)) {
    if (rank.get(f) === 0) continue;
    const shape = sheet.shape(f);
    const around = sheet.near(shape, toleranceM + 1).filter((g) => g !== f);
    const before = around.filter((g) => rank.get(g)! < rank.get(f)!);
    const fixed = before.map((g) => sheet.shape(g));
    if (fixed.length === 0) continue;
    const { moves, feet } = fitOnto(shape, fixed, toleranceM, (key) => held.has(key));
    const result = fitted(shape, moves, fixed, toleranceM);
    if (moves.size > 0) moveTogether(sheet, moves, around, still);
    if (!sameKeys(shape, result)) sheet.replace(f, result);
    sheet.insert(feet, FOOT_M, shape, still);
  }
}

/** 0 stays as it is; of two others the one with the larger number gives way. */
function ranks(sheet: Sheet, yielding: Yielding, still: ReadonlySet<number>): Map<number, number> {
  const rows = [...sheet.rows];
  if (yielding === 'smaller') {
    const areas = new Map(rows.map((f) => [f, shapeArea(sheet.shape(f))]));
    rows.sort((p, q) => areas.get(q)! - areas.get(p)! || p - q);
  }
  const named = typeof yielding === 'string' ? null : new Set(yielding);
  return new Map(rows.map((f, i) => [f, still.has(f) || (named && !named.has(f)) ? 0 : i + 1]));
}

/** A vertex that moves does so in every feature that shares it. */
function moveTogether(
  sheet: Sheet,
  moves: ReadonlyMap<string, Position>,
  around: readonly number[],
  still: ReadonlySet<number>,
): void {
  for (const g of around) {
    if (still.has(g) || !keysOf(sheet.shape(g)).some((key) => moves.has(key))) continue;
    sheet.replace(g, fitted(sheet.shape(g), moves, [], 0));
  }
}

const sameKeys = (a: Shape, b: Shape): boolean => keysOf(a).join() === keysOf(b).join();
