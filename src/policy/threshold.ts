import type { Figure } from '../domain/land/figure.ts';
import { compare, holds, STATED } from '../domain/quantity/threshold.ts';
import { muOf } from '../domain/quantity/units.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { Op } from './shape/outcome.ts';

/*
 * A figure against a bound of the law. 亩 bounds are compared as 3·m² against 2000·亩, so 100 亩 never becomes
 * 66 666.7; stated areas compare at 0.01 m² with the bound rounded likewise; a computed figure, and an area stated less
 * finely, meets a bound within its resolution. Nothing is compared as displayed.
 */

/** A bound as the pack states it. */
export interface Bound {
  readonly op: Op;
  readonly value: number;
  readonly unit: Unit;
}

/** Can a figure of this unit be held against that bound? Areas in m² meet bounds in 亩. */
export const comparable = (measured: Unit, bound: Unit): boolean =>
  measured === bound || (measured === 'm2' && bound === 'mu');

/** The value in the bound's unit. */
export const inUnit = (value: number, from: Unit, to: Unit): number =>
  from === 'm2' && to === 'mu' ? muOf(value) : value;

/** Relative error of double arithmetic after the few steps of a measure. */
const noise = 1e-12;

/** Does the figure (or `value` in its stead, exact to `resolution`) meet the bound? */
export function meets(
  figure: Figure,
  bound: Bound,
  value = figure.value,
  resolution = figure.resolution ?? 0,
): boolean {
  return holds(bound.op, sideOf(figure, bound, value, resolution));
}

/** −1, 0 or 1: below, at, or above the bound as far as the figure can tell. */
function sideOf(figure: Figure, bound: Bound, value: number, resolution: number): -1 | 0 | 1 {
  const mu = figure.unit === 'm2' && bound.unit === 'mu';
  if (figure.basis === 'registered' && figure.unit === 'm2' && !figure.coarse)
    return compare(value, mu ? (bound.value * 2000) / 3 : bound.value, STATED);
  const [left, right, scale] = mu ? [3 * value, 2000 * bound.value, 3] : [value, bound.value, 1];
  return compare(left, right, { resolution: Math.max(scale * resolution, noise * Math.abs(right)) });
}

/** Positive to spare, negative missing, in the bound's unit; 0 at the bound, never of the other sign than the verdict. */
export function marginOf(figure: Figure, bound: Bound): number {
  const { value, unit, resolution = 0 } = figure;
  if (sideOf(figure, bound, value, resolution) === 0) return 0;
  const mu = unit === 'm2' && bound.unit === 'mu';
  const difference = mu ? (3 * value - 2000 * bound.value) / 2000 : value - bound.value;
  if (bound.op === '=') return -Math.abs(difference);
  return bound.op.startsWith('>') ? difference : -difference;
}

/** Computed areas, areas stated coarsely, and floor areas finer than stated ones are, can be off by their resolution. */
export const precisionMatters = (figure: Figure): boolean =>
  figure.sigma !== undefined ||
  figure.coarse === true ||
  figure.basis === 'plane' ||
  figure.basis === 'ellipsoid' ||
  (!figure.basis && (figure.resolution ?? 0) > 0.01);
