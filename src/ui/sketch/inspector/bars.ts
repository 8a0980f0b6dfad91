import type { Outcome } from '../../../policy/shape/outcome.ts';
import { measuredPairs, type MeasuredPair } from '../../../policy/measured-pairs.ts';
import type { Finding, Required } from '../../../policy/shape/finding.ts';
import type { Names } from '../../../texts/labels.ts';

/** 图形条: one figure that the law bounds, against its limits, and what it was before. */
export interface Bar {
  /** Measure and unit: what it is known by while its figures change. */
  readonly key: string;
  readonly finding: Finding;
  /** Null while data are missing. */
  readonly now: MeasuredPair | null;
  /** Of the same measure before what is in hand; null where nothing is in hand, or it was not known. */
  readonly before: number | null;
  readonly limits: readonly (Required & { readonly value: number })[];
  readonly outcome: Outcome;
  /** Of an either-or the limb that is not met, and need not be: another one is. */
  readonly isSpared: boolean;
  /** Value at the right end. */
  readonly most: number;
}

/** Units of what a plan draws; what firms earn, pay and agree is told by the findings alone. */
const drawn: readonly string[] = ['mu', 'm2', 'ratio'];

const keyOf = ({ measured: { what, unit } }: MeasuredPair): string => `${what} ${unit}`;

const isBounded = ({ measured, required }: MeasuredPair): boolean =>
  required !== null && required.value > 0 && required.op !== '=' && drawn.includes(measured.unit);

const barred = (finding: Finding | undefined): readonly MeasuredPair[] =>
  finding && finding.outcome !== 'not-applicable' ? measuredPairs(finding).filter(isBounded) : [];

/**
 * A bar for every figure of the plan that a rule bounds, in the order of the rules: those of the findings now and, so that
 * nothing moves while something is in hand, those there were before.
 */
export function barsOf(now: readonly Finding[], before: readonly Finding[] | null): readonly Bar[] {
  const found = new Map<string, Bar>();
  for (const finding of now) {
    const was = before?.find(({ rule }) => rule === finding.rule);
    const own = barred(finding);
    for (const pair of [...own, ...barred(was)]) {
      const key = keyOf(pair);
      if (found.has(key)) continue;
      const pairs = own.filter((p) => keyOf(p) === key);
      found.set(
        key,
        barOf(
          key,
          finding,
          pairs,
          barred(was).filter((p) => keyOf(p) === key),
        ),
      );
    }
  }
  return [...found.values()];
}

function barOf(key: string, finding: Finding, now: readonly MeasuredPair[], was: readonly MeasuredPair[]): Bar {
  const pair = now.find(({ margin }) => margin !== null && margin < 0) ?? now[0] ?? null;
  const before = was[0]?.measured.value ?? null;
  const limits = (now.length > 0 ? now : was).flatMap(({ required }) => required ?? []);
  const isMet = now.every(({ margin }) => margin === null || margin >= 0);
  // Of an either-or one limb is met: its own bar says so, and never that of the other.
  const isSpared = !isMet && finding.outcome === 'pass';
  const met = pair && isMet && finding.outcome !== 'unknown' ? 'pass' : finding.outcome;
  const outcome = isSpared ? 'not-applicable' : met;
  const values = [pair?.measured.value, before].flatMap((value) => value ?? []);
  return {
    key,
    finding,
    now: pair,
    before,
    limits,
    outcome,
    isSpared,
    most: endOf(limits, values, key.endsWith('ratio')),
  };
}

/** Twice the limit, so that it stands in the middle; where a figure goes beyond, as many times more. A share ends at all of it. */
function endOf(limits: Bar['limits'], values: readonly number[], isRatio: boolean): number {
  const limit = Math.max(...limits.map(({ value }) => value));
  const times = Math.max(2, ...values.map((value) => Math.ceil(value / limit - 1e-9)));
  const most = limit * times;
  return isRatio && limit < 1 && most > 1 && values.every((value) => value <= 1) ? 1 : most;
}

/** Where a value stands, 0–100, of the length. */
export const shareAt = (value: number, most: number): number => Math.min(100, Math.max(0, (value / most) * 100));

/** The figure that leads: a ratio that is no share, the plot ratio of the park. */
export const leadOf = (bars: readonly Bar[], labels: Names): Bar | null =>
  bars.find(({ key }) => key.endsWith(' ratio') && !labels[key.split(' ')[0]]?.percent) ?? null;

/** Whole numbers under the axis, none where the limits stand. */
export function ticksOf({ most, limits }: Pick<Bar, 'most' | 'limits'>): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50].find((own) => most / own <= 5) ?? most / 4;
  const all = Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
  return all.filter((tick) => limits.every(({ value }) => Math.abs(value - tick) > most * 0.06));
}
