import { valueOn } from '../../policy/in-force.ts';
import type { LandThreshold, Pack } from '../../policy/shape/pack.ts';
import { dayOf, latestStart, NO_DAY, type Day } from './calendar.ts';

/** Signs of low efficiency that count together, and the column each is held against. */
export const SIGNS = ['plot-ratio', 'tax', 'output', 'investment'] as const;
export type Sign = (typeof SIGNS)[number];

/** A bound: whether a value is as the threshold says. A value that is not known is not. */
interface Bound {
  readonly value: number;
  readonly holds: (value: number) => boolean;
}

/**
 * What the pack says of land on a day, ready to be asked of every row: of terms the last day from which they are over, of
 * figures a comparison. What the pack does not hold is never met.
 */
export interface ScreenLaw {
  readonly day: Day;
  /** Terms as the latest day from which they are over. */
  readonly notStarted: Day;
  readonly stopped: Day;
  readonly takeBack: Day;
  readonly fee: Day;
  readonly approved: Day;
  readonly productionStopped: Day;
  readonly developed: Bound;
  readonly invested: Bound;
  readonly signs: Readonly<Record<Sign, Bound>>;
  readonly signsNeeded: number;
  readonly noTax: Bound;
  /** The figures as they stand, by id; undefined where the pack has none. */
  readonly figure: (id: string) => number | undefined;
  readonly threshold: (id: string) => LandThreshold | undefined;
}

const comparisons: Readonly<Record<LandThreshold['op'], (bound: number) => (value: number) => boolean>> = {
  '<': (bound) => (value) => value < bound,
  '<=': (bound) => (value) => value <= bound,
  '>': (bound) => (value) => value > bound,
  '>=': (bound) => (value) => value >= bound,
  '=': (bound) => (value) => value === bound,
};

const never: Bound = { value: NaN, holds: () => false };

export function screenLaw({ thresholds }: Pick<Pack, 'thresholds'>, date: string): ScreenLaw {
  const day = dayOf(date);
  const known = new Map(thresholds.map((threshold) => [threshold.id, threshold]));
  const figure = (id: string) => {
    const threshold = known.get(id);
    return threshold && valueOn(threshold.value, date);
  };
  const bound = (id: string): Bound => {
    const value = figure(id);
    return value === undefined ? never : { value, holds: comparisons[known.get(id)!.op](value) };
  };
  const term = (id: string): Day => {
    const years = figure(id);
    return years === undefined ? -NO_DAY : latestStart(day, Math.max(0, years), known.get(id)!.op !== '>');
  };
  return {
    day,
    notStarted: term('idle.not-started'),
    stopped: term('idle.stopped'),
    takeBack: term('idle.take-back'),
    fee: term('idle.fee'),
    approved: term('approved.years'),
    productionStopped: term('low-efficiency.stopped'),
    developed: bound('idle.developed'),
    invested: bound('idle.invested'),
    signs: {
      'plot-ratio': bound('low-efficiency.plot-ratio'),
      tax: bound('low-efficiency.tax'),
      output: bound('low-efficiency.output'),
      investment: bound('low-efficiency.investment'),
    },
    signsNeeded: Math.max(1, figure('low-efficiency.signs') ?? 1),
    noTax: bound('low-efficiency.no-tax'),
    figure,
    threshold: (id) => known.get(id),
  };
}
