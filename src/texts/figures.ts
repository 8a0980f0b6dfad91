import type { Op } from '../policy/finding.ts';
import { formatFixed } from '../domain/quantity/format.ts';
import type { Precision } from '../domain/quantity/threshold.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { Language } from './language.ts';

const units: Record<Unit, Readonly<Record<Language, string>>> = {
  mu: { zh: '亩', en: 'mu' },
  m2: { zh: 'm²', en: 'm²' },
  ratio: { zh: '', en: '' },
  count: { zh: '', en: '' },
  year: { zh: '年', en: 'years' },
  month: { zh: '个月', en: 'months' },
  day: { zh: '天', en: 'days' },
  yuanPerM2: { zh: '元/m²', en: 'yuan/m²' },
  yuanPerM2Month: { zh: '元/m²·月', en: 'yuan/m²·month' },
  wanYuan: { zh: '万元', en: '10 000 yuan' },
};

/** Decimals usually shown: m² 2, 亩 4, ratios 3. */
const decimals: Record<Unit, number> = {
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
};

/** Thousands separated, true minus, `digits` decimals. */
export const fixed = (value: number, digits: number): string => formatFixed(value, digits, { group: ',' });

/**
 * A value with as many decimals as are usual, or more where rounding would carry it onto or across `bound`:
 * 99.99996 against 100 is shown as 99.99996, never as 100.0000.
 */
export const valueText = (value: number, unit: Unit, bound?: number, precision?: Precision): string =>
  formatFixed(value, decimals[unit], { group: ',', bound, precision });

export const unitText = (language: Language, unit: Unit): string => units[unit][language];

/** `99.99996 亩` */
export function quantityText(
  language: Language,
  value: number,
  unit: Unit,
  bound?: number,
  precision?: Precision,
): string {
  const word = unitText(language, unit);
  const text = valueText(value, unit, bound, precision);
  return word ? `${text} ${word}` : text;
}

/** Most decimals of a bound: money ends at two, so a computed guide price is written like a price. */
const boundDecimals = (unit: Unit): number => (/yuan/i.test(unit) ? 2 : 6);

/** A bound as the law writes it: no needless decimals. */
export function boundText(language: Language, value: number, unit: Unit): string {
  const text = value.toLocaleString('en-US', { maximumFractionDigits: boundDecimals(unit) });
  return units[unit][language] ? `${text} ${units[unit][language]}` : text;
}

export const opText: Record<Op, string> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '＝' };
