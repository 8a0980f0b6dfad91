import type { Metres } from '../../quantity/units.ts';
import { keyOf } from '../edit/frame.ts';
import { keysOf, type Sheet } from '../edit/sheet.ts';
import type { Position } from '../columns/layer.ts';

/**
 * Which vertices go where so that none follows another within the tolerance: of two the one that fewer features use
 * goes onto the other, in every feature that has it, so that shared vertices stay shared. A vertex that received
 * another stays where it is, and so a chain of close vertices is thinned, not drawn together. `held` vertices stay.
 */
export function weldMoves(sheet: Sheet, toleranceM: Metres, held: ReadonlySet<string>): Map<string, Position> {
  const isNear = (p: Position, q: Position) => {
    const distance = Math.hypot(q[0] - p[0], q[1] - p[1]);
    return distance > 0 && distance <= toleranceM;
  };
  const moves = new Map<string, Position>();
  // Most layers have none, and need no keys.
  if (!hasNear(sheet, isNear)) return moves;
  const receivers = new Set<string>();
  const users = new Map<string, number>();
  for (const f of sheet.rows)
    for (const key of new Set(keysOf(sheet.shape(f)))) users.set(key, (users.get(key) ?? 0) + 1);
  const movable = (p: Position) => !receivers.has(keyOf(p)) && !held.has(keyOf(p));
  const move = (from: Position, to: Position) => {
    moves.set(keyOf(from), to);
    receivers.add(keyOf(to));
  };
  for (const f of sheet.rows)
    for (const ring of sheet.shape(f).flat())
      ring.forEach((_, i) => {
        const [p, q] = [ring[i], ring[(i + 1) % ring.length]].map((v) => moves.get(keyOf(v)) ?? v);
        if (!isNear(p, q)) return;
        const earlier = (users.get(keyOf(p)) ?? 0) >= (users.get(keyOf(q)) ?? 0);
        const [stays, goes] = earlier ? [p, q] : [q, p];
        if (movable(goes)) move(goes, stays);
        else if (movable(stays)) move(stays, goes);
      });
  return moves;
}

const hasNear = (sheet: Sheet, isNear: (p: Position, q: Position) => boolean): boolean =>
  sheet.rows.some((f) =>
    sheet.shape(f).some((rings) => rings.some((ring) => ring.some((p, i) => isNear(ring.at(i - 1)!, p)))),
  );
