import type { FieldType } from '../../domain/land/fields/type.ts';
import { quantityOf, type Quantity } from './units.ts';

/**
 * The most that is believed of a figure 合理上限, in the unit of its field; a setting. What is more is a slip of the pen or of
 * a unit: it is kept as it is written, named, and not computed with. Far above anything there is: 632 m and 128 storeys is
 * the highest house of the country, its largest development zones have some 2000 km².
 */
const most: Readonly<Record<Quantity, number>> = {
  area: 1e10, // m²: 10 000 km²
  money: 1e9, // 万元: 十万亿元
  'money-per-mu': 1e7, // 万元/亩
  'money-per-m2': 1e7, // 元/m²
  length: 1000, // m
  share: 1,
  years: 9999, // a calendar year, or a term
  months: 1200,
  days: 36_525,
  storeys: 200,
  count: 1e7,
};

/** The most believed of this type of field, where the value is beyond it; null where it is not. */
export function beyondReason(type: FieldType, value: unknown): number | null {
  if (type.is === 'nullable') return beyondReason(type.of, value);
  if (type.is === 'list') return listed(value).reduce<number | null>((a, v) => a ?? beyondReason(type.of, v), null);
  if ((type.is !== 'number' && type.is !== 'integer') || typeof value !== 'number') return null;
  const quantity = quantityOf(type);
  return quantity && Math.abs(value) > most[quantity] ? most[quantity] : null;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
