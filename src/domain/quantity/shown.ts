import { formatFixed } from './format.ts';
import type { Precision } from './threshold.ts';
import type { Unit } from './units.ts';

/*
 * The one way a figure is written, on the map, in lists, cards, findings, on paper and on the terminal: so many decimals
 * by its unit where it is judged, fewer where it is one of a list.
 */

/** Units of display: those of the figures, and the two in which a share is written. */
export type ShownUnit = Unit | 'percent' | 'percentagePoint';

/** Decimals where a figure is judged: m² 2, 亩 4, ratios 3, per cent 2. */
export const usualDecimals: Record<ShownUnit, number> = {
  mu: 4,
  m2: 2,
  ratio: 3,
  count: 0,
  year: 0,
  month: 0,
  day: 0,
  yuanPerM2: 2,
  yuanPerM2Month: 2,
  wanYuan: 2,
  percent: 2,
  percentagePoint: 2,
};

/** Decimals in lists, on the map and in headlines, where they are fewer. */
const listedDecimals: Readonly<Record<ShownUnit, number>> = { ...usualDecimals, mu: 2, ratio: 2 };

/** What a figure is read against: a bound never rounded onto or across, and how well the figure itself is known. */
export interface Against {
  readonly bound?: number;
  readonly precision?: Precision;
  /** At least so many, where figures shown together need them to add up. */
  readonly decimals?: number;
  /** A ceiling 上限, which is never written as more. */
  readonly down?: boolean;
}

/**
 * A value with as many decimals as are usual, or more where rounding would carry it onto or across its bound:
 * 99.99996 against 100 is shown as 99.99996, never as 100.0000.
 */
export const valueText = (value: number, unit: ShownUnit, { decimals = 0, ...against }: Against = {}): string =>
  formatFixed(value, Math.max(usualDecimals[unit], decimals), { group: ',', ...against });

/** The same as lists, the map and headlines have it: 亩 and ratios to 2 decimals, more where that would cross the bound. */
export const listedText = (value: number, unit: ShownUnit, { bound, precision }: Against = {}): string =>
  formatFixed(value, listedDecimals[unit], { group: ',', bound, precision });

/** `±13.06`: an error in as many decimals as its figure has, more where it would be nothing in them. */
export function errorText(error: number, unit: ShownUnit, how: 'judged' | 'listed' = 'judged'): string {
  const digits = (how === 'listed' ? listedDecimals : usualDecimals)[unit];
  const needed = error > 0 ? Math.ceil(-Math.log10(error)) : 0;
  return `±${formatFixed(error, Math.max(digits, Math.min(needed, 9)), { group: ',' })}`;
}
