import type { FieldType, FieldUnit } from './type.ts';

/**
 * The most that is believed of a figure 合理上限; a setting. What is more is a slip of the pen or of a unit: it is kept as it
 * is written, named, and not computed with. Far above anything there is: 632 m and 128 storeys is the highest house of
 * the country, its largest development zones have some 2000 km².
 */
const most: Readonly<Record<FieldUnit, number | undefined>> = {
  m2: 1e10, // 10 000 km²
  wanYuan: 1e9, // 十万亿元
  wanYuanPerMu: 1e7,
  wanYuanPerTce: 1e7,
  yuanPerM2: 1e7,
  yuanPerM2Month: 1e7,
  m: 1000,
  share: 1,
  calendarYear: 9999,
  year: 9999,
  month: 1200,
  day: 36_525,
  storey: 200,
  count: 1e7,
};

/** The most, and with the opposite sign the least, believed of a figure of this type; undefined where nothing is known. */
export const mostBelieved = (type: FieldType): number | undefined =>
  (type.is === 'number' || type.is === 'integer') && type.unit ? most[type.unit] : undefined;
