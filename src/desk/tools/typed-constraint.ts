import type { Position } from '../../domain/geometry/columns/layer.ts';
import { bothOf, ray, type Constraint } from './constraint.ts';
import type { Fault } from './contract.ts';
import type { Typed } from './typed.ts';
import { azimuthOf, leftOf, type Line } from './vectors.ts';

/** Where the edge in hand begins, and the edge before it. */
export interface Before {
  readonly from: Position | null;
  readonly last: Line | null;
  /** Where Δ counts from, if not from there: the place of a vertex that is moved. */
  readonly origin?: Position;
}

export type Held = { readonly constraint: Constraint | null } | { readonly fault: Fault };

/** What was typed as what the next vertex is held to, with the pointer to say the side. */
export function heldTo(typed: readonly Typed[], before: Before, at: Position, also: Constraint | null): Held {
  let held = also;
  for (const one of typed) {
    const next = constraintOf(one, before, at);
    if ('code' in next) return { fault: next };
    const both: Constraint | null = held ? bothOf(held, next, at) : next;
    if (!both) return { fault: { code: 'no-such-point', at, field: one.field } };
    held = both;
  }
  return { constraint: held };
}

function constraintOf(
  { field, value, signed }: Typed,
  { from, last, origin }: Before,
  at: Position,
): Constraint | Fault {
  if (field === 'east') return onEast(value, at);
  if (field === 'north') return onNorth(value, at);
  if (!from) return { code: 'no-last-vertex', at: null, field };
  const base = origin ?? from;
  if (field === 'deltaEast') return onEast(base[0] + value, base);
  if (field === 'deltaNorth') return onNorth(base[1] + value, base);
  if (field === 'azimuth') return ray(from, value);
  if (field === 'turn') {
    if (!last) return { code: 'no-last-edge', at: null, field };
    const isRight = signed ? value > 0 : leftOf(last, at) <= 0;
    return ray(from, azimuthOf(...last) + 180 + (isRight ? -1 : 1) * Math.abs(value));
  }
  return { on: 'circle', centre: from, radiusM: value };
}

const onEast = (east: number, [, north]: Position): Constraint => ({
  on: 'line',
  from: [east, north],
  step: [0, 1],
  forward: false,
});

const onNorth = (north: number, [east]: Position): Constraint => ({
  on: 'line',
  from: [east, north],
  step: [1, 0],
  forward: false,
});
