import type { Unit } from '../../quantity/units.ts';

/** In what a figure of a field is counted; its name says it too, where it is not a plain number of things. */
export type FieldUnit =
  | Exclude<Unit, 'mu' | 'ratio'>
  | 'm'
  /** 万元/亩 */
  | 'wanYuanPerMu'
  /** 万元/吨标准煤 */
  | 'wanYuanPerTce'
  /** A fraction: 0.5 is 50 %. */
  | 'share'
  /** A year of the calendar; `year` is a length of time. */
  | 'calendarYear'
  | 'storey';

/** Planning conditions 规划条件 that set bounds. */
export type PlanningCondition =
  'far' | 'density' | 'buildingCoefficient' | 'green' | 'heightM' | 'ancillaryLand' | 'ancillaryFloor';

interface Figures {
  readonly min?: number;
  readonly max?: number;
  /** Absent: a mark or a number that measures nothing. */
  readonly unit?: FieldUnit;
}

/** What a field may hold: one check, one JSON Schema and one TypeScript type a name. */
export type FieldType =
  | { readonly is: 'text' }
  | ({ readonly is: 'number' } & Figures)
  | ({ readonly is: 'integer' } & Figures)
  | { readonly is: 'boolean' }
  /** `YYYY-MM-DD`, a day that exists. */
  | { readonly is: 'date' }
  /** `YYYY-MM`. */
  | { readonly is: 'month' }
  /** One of a closed list, in the order in which it is shown. */
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  /** A number, or the text of bounds such as `>1.1,<1.8`. */
  | { readonly is: 'bounds'; readonly condition: PlanningCondition }
  /** `{min, max}`, one of them at least, with `minExclusive` and `maxExclusive` where the number is not allowed. */
  | { readonly is: 'range'; readonly unit?: FieldUnit; readonly condition: PlanningCondition }
  | { readonly is: 'list'; readonly of: FieldType }
  /** A record in a record; `required` fields are always there. */
  | { readonly is: 'record'; readonly name: string; readonly fields: Fields; readonly required: readonly string[] }
  /** `null` says "known to be none". */
  | { readonly is: 'nullable'; readonly of: FieldType };

/** What each piece of a split 分割 has of the whole's value. */
type SplitRule =
  /** All pieces say the same. */
  | 'same'
  /** It speaks of the whole alone, and is never shared out by area: no one has measured a piece. */
  | 'drop'
  /** The whole's name with the number of the piece: 甲-1. */
  | 'numbered';

/** What a merged 合并 record has of the values of its parts. Where they do not agree this is said. */
export type MergeRule =
  /** What all say; where they differ the first one's, which leads. */
  | 'same'
  | 'drop'
  /** Amounts add up; dropped where a part does not know its own. */
  | 'sum'
  /** The greatest or the least of all, whichever is the worse; dropped where a part does not know its own. */
  | 'greatest'
  | 'least'
  /** A figure of one unit of land: the mean, by area; dropped where a part does not know its own. */
  | 'mean-by-area';

/** A row of the table: what stands in the field, and what becomes of it. */
export type Field<T extends FieldType = FieldType> = T & {
  /** Whether the public may see it; see `kinds.ts`. */
  readonly isPublic: boolean;
  /** It names persons, or may: a free text, a telephone. */
  readonly namesPersons?: true;
  /** Of records that can be split and merged; absent: `same`. */
  readonly split?: SplitRule;
  readonly merge?: MergeRule;
};

export type Fields = Readonly<Record<string, Field>>;

type Rules = Pick<Field, 'split' | 'merge' | 'namesPersons'>;

/** A row that the public may see. */
export const open = <const T extends FieldType>(type: T, rules: Rules = {}) => ({ ...type, isPublic: true, ...rules });
/** A row that only those see who plan. */
export const internal = <const T extends FieldType>(type: T, rules: Rules = {}) => ({
  ...type,
  isPublic: false,
  ...rules,
});

export const text = { is: 'text' } as const;
export const flag = { is: 'boolean' } as const;
export const date = { is: 'date' } as const;
export const month = { is: 'month' } as const;

const figure = <const U extends FieldUnit>(unit: U) => ({ is: 'number', min: 0, unit }) as const;
export const m2 = figure('m2');
export const metres = figure('m');
/** A coordinate of a frame: to either side of its origin. */
export const placeMetres = { is: 'number', unit: 'm' } as const;
export const wan = figure('wanYuan');
export const wanPerMu = figure('wanYuanPerMu');
export const wanPerTce = figure('wanYuanPerTce');
export const yuanPerM2 = figure('yuanPerM2');
export const yuanPerM2Month = figure('yuanPerM2Month');
export const years = figure('year');
export const months = figure('month');
/** A number of things that need not be whole. */
export const rate = figure('count');
export const share = { is: 'number', min: 0, max: 1, unit: 'share' } as const;
/** It may fall below zero: a tax refund. */
export const signedWanPerMu = { is: 'number', unit: 'wanYuanPerMu' } as const;
export const upTo = (max: number) => ({ is: 'number', min: 0, max }) as const;

const whole = <const U extends FieldUnit>(unit: U) => ({ is: 'integer', min: 0, unit }) as const;
export const count = whole('count');
export const calendarYear = whole('calendarYear');
export const storeys = whole('storey');
export const days = whole('day');
/** A number that is a mark and measures nothing. */
export const mark = (min: number, max?: number) => ({ is: 'integer', min, max }) as const;

export const oneOf = <const V extends readonly string[]>(...values: V) => ({ is: 'one-of', values }) as const;
export const bounds = (condition: PlanningCondition) => ({ is: 'bounds', condition }) as const;
export const range = (condition: PlanningCondition, unit?: FieldUnit) => ({ is: 'range', condition, unit }) as const;
export const list = <const T extends FieldType>(of: T) => ({ is: 'list', of }) as const;
export const orNull = <const T extends FieldType>(of: T) => ({ is: 'nullable', of }) as const;
export const record = <const N extends string, const F extends Fields, const R extends readonly (keyof F & string)[]>(
  name: N,
  fields: F,
  ...required: R
) => ({ is: 'record', name, fields, required }) as const;
