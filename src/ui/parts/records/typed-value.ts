import { isLacking } from '../../../domain/land/fields/fits.ts';
import { mostBelieved } from '../../../domain/land/fields/reason.ts';
import type { FieldType, FieldUnit } from '../../../domain/land/fields/type.ts';
import { squareMetresOf } from '../../../domain/quantity/units.ts';
import { isMonth } from '../../../domain/written-date.ts';
import { typedDate } from '../typed-date.ts';

/** What a field takes, as far as it is typed in one box. */
export type Wanted =
  | { readonly is: 'number' | 'integer'; readonly min: number | null; readonly max: number | null }
  | { readonly is: 'date' | 'month' | 'text' | 'list' };

export type Typed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly wanted: Wanted };

/** In which control a value of the type is given; null where one box does not hold it (records, planning conditions). */
export function controlOf(type: FieldType): 'typed' | 'choice' | 'flag' | null {
  if (type.is === 'nullable') return controlOf(type.of);
  if (type.is === 'one-of') return 'choice';
  if (type.is === 'boolean') return 'flag';
  if (type.is === 'list') return type.of.is === 'text' ? 'typed' : null;
  return type.is === 'record' || type.is === 'bounds' || type.is === 'range' ? null : 'typed';
}

/** The values that say there is none: `null` where that is known to be so, an empty list of records. */
export function noneOf(type: FieldType): { readonly value: null | readonly [] } | null {
  if (type.is === 'nullable') return { value: null };
  return type.is === 'list' && type.of.is === 'record' ? { value: [] } : null;
}

/** A share is typed in per cent. */
export const isShare = (type: FieldType): boolean => type.is === 'number' && type.unit === 'share';

/** What the field holds, as it is typed. */
export const typedText = (type: FieldType, value: unknown): string =>
  value === undefined ? '' : isShare(type) ? String(Number(((value as number) * 100).toPrecision(15))) : String(value);

/** What was typed, as the field holds it; else what the field takes. Full-width digits, thousands and units are read. */
export function typedValue(type: FieldType, text: string): Typed {
  const own = type.is === 'nullable' ? type.of : type;
  const typed = text.normalize('NFKC').trim();
  switch (own.is) {
    case 'number':
    case 'integer':
      return number(own, typed);
    case 'date':
      return orWanted(typedDate(typed), { is: 'date' });
    case 'month':
      return orWanted(typedMonth(typed), { is: 'month' });
    case 'list': {
      const names = typed.split(/[,，、;；\n]/).map((name) => name.trim());
      const said = names.filter((name) => name !== '');
      return orWanted(said.length > 0 ? said : null, { is: 'list' });
    }
    default:
      return orWanted(isLacking(typed) ? null : typed, { is: 'text' });
  }
}

const orWanted = (value: unknown, wanted: Wanted): Typed =>
  value === null ? { ok: false, wanted } : { ok: true, value };

type Figures = Extract<FieldType, { readonly is: 'number' | 'integer' }>;

/** Units as people write them behind a figure, by that of the field, and what one of them is in it. */
const written: Readonly<Record<FieldUnit, Readonly<Record<string, number>>>> = {
  // NFKC makes m2 of m² and ㎡.
  m2: { m2: 1, 平方米: 1, 平米: 1, 平: 1, 亩: squareMetresOf(1), mu: squareMetresOf(1), 公顷: 10_000, ha: 10_000 },
  m: { m: 1, 米: 1 },
  share: { '%': 1 },
  year: { 年: 1 },
  calendarYear: { 年: 1 },
  month: { 个月: 1, 月: 1 },
  day: { 天: 1, 日: 1 },
  storey: { 层: 1 },
  count: { 家: 1, 个: 1, 户: 1, 处: 1, 辆: 1, 人: 1 },
  wanYuan: { 万元: 1, 万: 1, 亿元: 10_000 },
  wanYuanPerMu: { '万元/亩': 1 },
  wanYuanPerTce: { '万元/吨标准煤': 1, '万元/tce': 1 },
  yuanPerM2: { '元/m2': 1, '元/平方米': 1 },
  yuanPerM2Month: { '元/m2·月': 1, '元/平方米·月': 1 },
};

/** A figure with its unit or without; per cent and 亩 are turned into what the field holds, another unit is refused. */
function number(type: Figures, typed: string): Typed {
  const share = isShare(type);
  const match = /^([+\-−]?(?:\d[\d, ]*(?:\.\d+)?|\.\d+))\s*([^\d\s.,].*)?$/.exec(typed);
  const figure = match ? Number(match[1].replace(/[, ]/g, '').replace('−', '-')) : NaN;
  const times = match?.[2] ? timesOf(type, match[2].toLowerCase()) : 1;
  const value = share ? hundredth(figure) : times === 1 ? figure : exact(figure * times);
  const wanted = limitsOf(type);
  const scale = share ? 100 : 1;
  const { min, max } = wanted;
  const isWithin = (min === null || value * scale >= min) && (max === null || value * scale <= max);
  const isKind = Number.isFinite(value * times) && (type.is === 'number' || Number.isSafeInteger(value));
  return isKind && isWithin ? { ok: true, value } : { ok: false, wanted };
}

const timesOf = ({ unit }: Figures, said: string): number =>
  (unit && Object.hasOwn(written[unit], said) ? written[unit][said] : undefined) ?? NaN;
/** 3 亩 is 2000 m², not 1999.9999999999998. */
const exact = (value: number): number => Number(value.toPrecision(15));
/** 12.3 % is 0.123, not 0.12300000000000001. */
const hundredth = (value: number): number => Number((value / 100).toPrecision(15));

/** As it is typed: of a share in per cent. */
function limitsOf(type: Figures): Extract<Wanted, { readonly is: 'number' | 'integer' }> {
  const scale = isShare(type) ? 100 : 1;
  const most = type.max ?? mostBelieved(type);
  return {
    is: type.is,
    min: type.min === undefined ? null : type.min * scale,
    max: most === undefined ? null : most * scale,
  };
}

function typedMonth(typed: string): string | null {
  const parts = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(typed);
  const month = parts && `${parts[1]}-${parts[2].padStart(2, '0')}`;
  return isMonth(month) ? (month as string) : null;
}
