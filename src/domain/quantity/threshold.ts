import type { SquareMetres } from './units.ts';

/** `>=` 以上, 不低于, 不少于 · `<=` 不超过, 不得高于 (both include the number) · `>` 超过 · `<` 不满 (both exclude it): 民法典 1259. */
export type Comparison = '>=' | '<=' | '>' | '<' | '=';

export interface Precision {
  /** Two values closer than this (same unit) are one value: the resolution of a computed figure. */
  readonly resolution?: number;
  /** Value and bound are both rounded to this step first: the last digit of a stated figure. */
  readonly step?: number;
}

/** Stated and registered areas 登记面积 are written to 0.01 m². */
export const STATED_STEP_M2: SquareMetres = 0.01;
export const STATED: Precision = { step: STATED_STEP_M2 };

/** Stored coordinates are good to 0.1 mm, so an area is good to 0.1 mm × perimeter, m². */
export const COORDINATE_RESOLUTION_M = 1e-4;

/** Steps of `step` in `x`, half up; 15 digits first, because 1.005 / 0.01 must be 100.5 and not 100.49999999999999. */
const stepsOf = (x: number, step: number): number => Math.round(Number((x / step).toPrecision(15)));

/** −1, 0 or 1 as `value` is below, the same as, or above `bound`, as far as its precision can tell. */
export function compare(value: number, bound: number, { resolution = 0, step }: Precision = {}): -1 | 0 | 1 {
  const difference = step ? stepsOf(value, step) - stepsOf(bound, step) : value - bound;
  // One part in 10^15 of the bound is the noise of the arithmetic itself, not of the figure.
  const same = step ? 0 : Math.max(resolution, Math.abs(bound) * 1e-15);
  if (Math.abs(difference) <= same) return 0;
  return difference < 0 ? -1 : 1;
}

/** 以上 and 不超过 include the number itself, 超过 and 不满 do not. `sign` as `compare` gives it. */
export function holds(op: Comparison, sign: -1 | 0 | 1): boolean {
  switch (op) {
    case '>=':
      return sign >= 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '<':
      return sign < 0;
    case '=':
      return sign === 0;
  }
}
