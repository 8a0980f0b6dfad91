import type { FieldUnit } from '../../domain/land/fields/type.ts';

/** What a figure is a figure of; units of one quantity change into each other. */
export type Quantity =
  | 'area'
  | 'money'
  | 'money-per-mu'
  | 'money-per-m2'
  | 'length'
  | 'share'
  | 'years'
  | 'months'
  | 'days'
  | 'storeys'
  | 'count';

/** What is measured in the unit of a field; undefined where files write no other unit of it. */
const quantities: Readonly<Record<FieldUnit, Quantity | undefined>> = {
  m2: 'area',
  m: 'length',
  wanYuan: 'money',
  wanYuanPerMu: 'money-per-mu',
  wanYuanPerTce: undefined,
  yuanPerM2: 'money-per-m2',
  yuanPerM2Month: undefined,
  share: 'share',
  year: 'years',
  calendarYear: 'years',
  month: 'months',
  day: 'days',
  storey: 'storeys',
  count: 'count',
};
export const quantityOf = ({ unit }: { readonly unit?: FieldUnit }): Quantity | undefined => unit && quantities[unit];

export interface WrittenUnit {
  readonly quantity: Quantity;
  /** As the notes name it. */
  readonly name: string;
  /** How many of the field's own unit (m², 万元, 万元/亩, m, a fraction) one of it is. */
  readonly per: number;
}

const table: readonly (readonly [Quantity, string, number, RegExp])[] = [
  ['area', 'm²', 1, /m2|m\^2|平方米|平米|平方公尺|sqm|sq\.?m/],
  ['area', '公顷', 10_000, /公顷|hm2|ha|h㎡/],
  ['area', '亩', 10_000 / 15, /市?亩|mu/],
  ['area', '万m²', 10_000, /万(?:m2|平方米?|平米)/],
  ['area', 'km²', 1_000_000, /平方公里|平方千米|km2/],
  ['money', '万元', 1, /万元?(?:人民币)?/],
  ['money', '元', 1e-4, /元(?:人民币)?/],
  ['money', '亿元', 1e4, /亿元?(?:人民币)?/],
  ['money-per-mu', '万元/亩', 1, /万元?(?:\/|每)亩/],
  ['money-per-mu', '元/亩', 1e-4, /元(?:\/|每)亩/],
  ['money-per-mu', '万元/公顷', 1 / 15, /万元?(?:\/|每)(?:公顷|hm2|ha)/],
  ['money-per-m2', '元/m²', 1, /元(?:\/|每)(?:m2|平方米|平米|平)/],
  ['length', 'm', 1, /m|米/],
  ['share', '%', 0.01, /%/],
  ['share', '‰', 0.001, /‰/],
  ['years', '年', 1, /年/],
  ['months', '月', 1, /个?月/],
  ['days', '天', 1, /天|日/],
  ['storeys', '层', 1, /层|f/],
  ['count', '个', 1, /[个家户辆台处项座栋]/],
];
const whole = table.map(([quantity, name, per, pattern]) => ({
  unit: { quantity, name, per } satisfies WrittenUnit,
  pattern: new RegExp(`^(?:${pattern.source})$`),
}));

/** A price or a tax of a year says so behind its unit: 万元/亩·年, 万元/(亩·年). */
const perYear = /[·.*]年$|\/年$/;
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/\/\((.+)\)$/, '/$1')
    .replace(perYear, '');

/** The unit a text names, in whatever width; null for any other text. */
export function unitOf(text: string): WrittenUnit | null {
  const said = plain(text.replace(/^\s*(?:计量)?单位\s*[:：]\s*/, ''));
  return whole.find(({ pattern }) => pattern.test(said))?.unit ?? null;
}

/** Units named one after the other, as in `m²/亩` and 单位：公顷、万元; null where one of them is none. */
export function unitsOf(text: string): readonly WrittenUnit[] | null {
  const one = unitOf(text);
  if (one) return [one];
  const parts = text.replace(/^\s*(?:计量)?单位\s*[:：]\s*/, '').split(/[/、,，;；和或]/);
  const units = parts.map(unitOf);
  return units.length > 1 && units.every((unit) => unit !== null) ? units : null;
}
