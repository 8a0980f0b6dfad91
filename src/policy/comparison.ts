import type { Figure } from '../domain/land/figure.ts';
import { firmEnds, type Ends, type ApplicableInput } from '../domain/land/partly.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { Op } from './shape/outcome.ts';
import { meets } from './threshold.ts';

/** A figure held against its bound, and the two values that decided. */
export interface Comparison {
  readonly met: boolean;
  readonly figure: Figure;
  readonly bound: number;
  /** The figure is known in part: so much it is at least, or at most, and that decides. */
  readonly end?: 'at-least' | 'at-most';
}

/** A bound that is itself not known lies between these. */
type BoundRange = readonly [least: number, most: number];

const fixed = (value: number): BoundRange => [value, value];

/**
 * Does a figure meet its bound? Null where it cannot be told. Of a figure known in part the nearest it can come to the
 * bound decides: a lower bound that what is known already meets is met, an upper bound it breaks is broken. `slack` is how
 * far off the bound may be.
 */
export function compareWithBound(
  input: ApplicableInput,
  op: Op,
  bound: number | BoundRange,
  unit: Unit,
  slack = 0,
): Comparison | null {
  const bounds = typeof bound === 'number' ? fixed(bound) : bound;
  const coarser = (f: Figure): Figure => (slack > 0 ? { ...f, resolution: (f.resolution ?? 0) + slack } : f);
  if (input.state === 'value' && bounds[0] === bounds[1]) {
    const figure = coarser(input.value);
    return { met: meets(figure, { op, value: bounds[0], unit }), figure, bound: bounds[0] };
  }
  const { least, most } = firmEnds(input);
  const ends = { least: least && coarser(least), most: most && coarser(most) };
  for (const test of tests[op]) {
    const held = test(ends, bounds, unit);
    if (held) return input.state === 'value' ? { met: held.met, figure: held.figure, bound: held.bound } : held;
  }
  return null;
}

type Test = (ends: Ends, bounds: BoundRange, unit: Unit) => Comparison | null;

/** The figure at one end, against the bound where it is hardest to say so: is the answer `met`? */
const at =
  (end: 'at-least' | 'at-most', op: Op, met: boolean, hardest: 0 | 1): Test =>
  (ends, bounds, unit) => {
    const figure = end === 'at-least' ? ends.least : ends.most;
    const value = bounds[hardest];
    if (!figure || !Number.isFinite(value)) return null;
    return meets(figure, { op, value, unit }) === met ? { met, figure, bound: value, end } : null;
  };

const lower = (op: '>=' | '>'): readonly Test[] => [at('at-least', op, true, 1), at('at-most', op, false, 0)];
const upper = (op: '<=' | '<'): readonly Test[] => [at('at-most', op, true, 0), at('at-least', op, false, 1)];

/** What has to be equal is missed where all of it lies on one side. */
const never =
  (of: Test): Test =>
  (ends, bounds, unit) => {
    const held = of(ends, bounds, unit);
    return held && { ...held, met: false };
  };

const tests: Readonly<Record<Op, readonly Test[]>> = {
  '>=': lower('>='),
  '>': lower('>'),
  '<=': upper('<='),
  '<': upper('<'),
  '=': [never(at('at-least', '>', true, 1)), never(at('at-most', '<', true, 0))],
};

/** Between what the other quantity lies, and how well it is known: both sides have a resolution of their own. */
export function boundRangeOf(other: ApplicableInput): { readonly bounds: BoundRange; readonly resolution: number } {
  const { least, most } = firmEnds(other);
  return {
    bounds: [least?.value ?? -Infinity, most?.value ?? Infinity],
    resolution: Math.max(least?.resolution ?? 0, most?.resolution ?? 0),
  };
}
