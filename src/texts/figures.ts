import type { Op } from '../policy/finding.ts';
import { formatFixed, MINUS } from '../domain/quantity/format.ts';
import type { Precision } from '../domain/quantity/threshold.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { Language } from './language.ts';

/** Units of display: those of the figures, and the two in which a share is written. */
export type ShownUnit = Unit | 'percent' | 'percentagePoint';

const units: Record<ShownUnit, Readonly<Record<Language, string>>> = {
  mu: { zh: '亩', en: 'mu' },
  m2: { zh: 'm²', en: 'm²' },
  ratio: { zh: '', en: '' },
  count: { zh: '', en: '' },
  year: { zh: '年', en: 'years' },
  month: { zh: '个月', en: 'months' },
  day: { zh: '天', en: 'days' },
  yuanPerM2: { zh: '元/m²', en: 'yuan/m²' },
  yuanPerM2Month: { zh: '元/m²·月', en: 'yuan/m²·month' },
  wanYuan: { zh: '万元', en: '× 10,000 yuan' },
  percent: { zh: '%', en: '%' },
  percentagePoint: { zh: '个百分点', en: 'percentage points' },
};

/** Decimals usually shown: m² 2, 亩 4, ratios 3, per cent 2. */
const decimals: Record<ShownUnit, number> = {
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

/** What a figure is read against: a bound never rounded onto or across, and how well the figure itself is known. */
export interface Against {
  readonly bound?: number;
  readonly precision?: Precision;
}

/** A figure as it is to be written; `against` in the same unit. */
export interface Displayed {
  readonly value: number;
  readonly unit: ShownUnit;
  readonly against: Against;
}

/** Fifteen digits, because 0.07 × 100 must be 7 and not 7.000000000000001. */
export const hundredfold = (value: number): number => Number((value * 100).toPrecision(15));

/** A figure in the unit the law writes it in: one whose label says `percent` in per cent, every other as it is. */
export function displayed(
  value: number,
  unit: Unit,
  label?: { readonly percent?: boolean },
  { bound, precision }: Against = {},
): Displayed {
  if (unit !== 'ratio' || !label?.percent) return { value, unit, against: { bound, precision } };
  const { resolution, step } = precision ?? {};
  return {
    value: hundredfold(value),
    unit: 'percent',
    against: {
      bound: bound === undefined ? undefined : hundredfold(bound),
      precision: precision && {
        ...(resolution === undefined ? {} : { resolution: resolution === 0 ? 0 : resolution * 100 + 1e-12 }),
        ...(step === undefined ? {} : { step: hundredfold(step) }),
      },
    },
  };
}

/** What is to spare or missing; of a share in percentage points 个百分点. */
export function displayedMargin(margin: number, unit: Unit, label?: { readonly percent?: boolean }): Displayed {
  const shown = displayed(margin, unit, label, { bound: 0 });
  return shown.unit === 'percent' ? { ...shown, unit: 'percentagePoint' } : shown;
}

/** Thousands separated, true minus, `digits` decimals. */
export const fixed = (value: number, digits: number): string => formatFixed(value, digits, { group: ',' });

/**
 * A value with as many decimals as are usual, or more where rounding would carry it onto or across `bound`:
 * 99.99996 against 100 is shown as 99.99996, never as 100.0000.
 */
export const valueText = (value: number, unit: ShownUnit, bound?: number, precision?: Precision): string =>
  formatFixed(value, decimals[unit], { group: ',', bound, precision });

export const unitText = (language: Language, unit: ShownUnit): string => units[unit][language];

/** `99.99996 亩` */
export function quantityText(
  language: Language,
  value: number,
  unit: ShownUnit,
  bound?: number,
  precision?: Precision,
): string {
  const term = unit === 'year' ? termText(language, value) : null;
  if (term !== null) return term;
  return withUnit(language, valueText(value, unit, bound, precision), unit);
}

/** Parts of a year that a term may end on: months, and days of a common and of a leap year; `dates.ts` counts days so. */
const partsOfYear = [
  [12, 'month'],
  [365, 'day'],
  [366, 'day'],
] as const;

/**
 * A term that is no whole number of years, as people say it: `5 年 1 天`, not 5.003 年. Null for whole years, and where it
 * ends on no day.
 */
export function termText(language: Language, value: number): string | null {
  const whole = Math.floor(Math.abs(value) + 1e-9);
  const rest = Math.abs(value) - whole;
  if (rest < 1e-9) return null;
  const part = partsOfYear.find(([of]) => Math.abs(rest * of - Math.round(rest * of)) < 1e-6);
  if (!part) return null;
  const [of, unit] = part;
  const said = [
    whole > 0 ? withUnit(language, String(whole), 'year') : '',
    withUnit(language, String(Math.round(rest * of)), unit),
  ];
  return (value < 0 ? MINUS : '') + said.filter(Boolean).join(' ');
}

const plural = new Set<ShownUnit>(['year', 'month', 'day']);

/** The sign of per cent stands close; one year is not one years. */
export function withUnit(language: Language, text: string, unit: ShownUnit): string {
  const full = unitText(language, unit);
  const word = language === 'en' && text === '1' && plural.has(unit) ? full.slice(0, -1) : full;
  if (unit === 'percent') return text + word;
  return word ? `${text} ${word}` : text;
}

/** `3.93%` */
export const displayedText = (language: Language, { value, unit, against }: Displayed): string =>
  quantityText(language, value, unit, against.bound, against.precision);

/** Most decimals of a bound: money ends at two, so a computed guide price is written like a price. */
const boundDecimals = (unit: ShownUnit): number => (/yuan/i.test(unit) ? 2 : 6);

/** A bound as the law writes it: no needless decimals. */
export function boundText(language: Language, value: number, unit: ShownUnit): string {
  const text = value.toLocaleString('en-US', { maximumFractionDigits: boundDecimals(unit) });
  return withUnit(language, text, unit);
}

export const opText: Record<Op, string> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '＝' };
