import type { Op } from '../policy/shape/outcome.ts';
import { formatFixed, MINUS } from '../domain/quantity/format.ts';
import { valueText, type Against, type ShownUnit } from '../domain/quantity/shown.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { Language } from './language.ts';

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

/** How the pack says a measure is written. */
export interface Written {
  /** A share in per cent. */
  readonly percent?: boolean;
  /** What may be had at most. */
  readonly ceiling?: boolean;
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
export function displayed(value: number, unit: Unit, label?: Written, { bound, precision }: Against = {}): Displayed {
  const down = label?.ceiling === true;
  if (unit !== 'ratio' || !label?.percent) return { value, unit, against: { bound, precision, down } };
  const { resolution, step } = precision ?? {};
  return {
    value: hundredfold(value),
    unit: 'percent',
    against: {
      down,
      bound: bound === undefined ? undefined : hundredfold(bound),
      precision: precision && {
        ...(resolution === undefined ? {} : { resolution: resolution === 0 ? 0 : resolution * 100 + 1e-12 }),
        ...(step === undefined ? {} : { step: hundredfold(step) }),
      },
    },
  };
}

/** What is to spare or missing; of a share in percentage points 个百分点. */
export function displayedMargin(margin: number, unit: Unit, label?: Written): Displayed {
  const shown = displayed(margin, unit, label, { bound: 0 });
  return shown.unit === 'percent' ? { ...shown, unit: 'percentagePoint' } : shown;
}

/** Thousands separated, true minus, `digits` decimals. */
export const fixed = (value: number, digits: number): string => formatFixed(value, digits, { group: ',' });

export const unitText = (language: Language, unit: ShownUnit): string => units[unit][language];

/** `99.99996 亩` */
export function quantityText(language: Language, value: number, unit: ShownUnit, against?: Against): string {
  const term = unit === 'year' ? termText(language, value) : null;
  if (term !== null) return term;
  return withUnit(language, valueText(value, unit, against), unit);
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
  quantityText(language, value, unit, against);

/** Most decimals of a bound: money ends at two, so a computed guide price is written like a price. */
const boundDecimals = (unit: ShownUnit): number => (/yuan/i.test(unit) ? 2 : 6);

/** The same on every machine: digits are grouped, and none is needless. */
const trimmed = (value: number, decimals: number): string =>
  formatFixed(value, decimals, { group: ',' })
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** Digits after the point that the bound is written with. */
export const boundDigits = (value: number, unit: ShownUnit): number =>
  trimmed(value, boundDecimals(unit)).split('.')[1]?.length ?? 0;

/** A bound as the law writes it: no needless decimals, more of them only where what is held against it needs them. */
export const boundText = (language: Language, value: number, unit: ShownUnit, { decimals = 0 }: Against = {}): string =>
  withUnit(language, trimmed(value, Math.max(boundDecimals(unit), decimals)), unit);

export const opText: Record<Op, string> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '＝' };
