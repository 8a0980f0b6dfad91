import type { Fault, TypedField } from './contract.ts';

/** What was typed for what is in hand. */
export interface Typed {
  readonly field: TypedField;
  readonly text: string;
  readonly value: number;
  /** With a sign in front: then the side is said, else the pointer says it. */
  readonly signed: boolean;
}

/** Of each of these one holds at a time. */
const ALIKE: readonly (readonly TypedField[])[] = [
  ['turn', 'azimuth'],
  ['deltaEast', 'east'],
  ['deltaNorth', 'north'],
  ['count', 'spacing'],
];
const ANGLES: readonly TypedField[] = ['turn', 'azimuth'];
const POSITIVE: readonly TypedField[] = ['length', 'count', 'spacing'];
/** Two things determine a place. */
const MOST_TYPED = 2;

/** What is typed now beside what was; an empty text takes it back. A text that cannot be read changes nothing. */
export function typedAnew(
  typed: readonly Typed[],
  field: TypedField,
  text: string,
): { readonly typed: readonly Typed[]; readonly fault: Fault | null } {
  const rest = typed.filter((one) => !isAlike(one.field, field));
  if (text.trim() === '') return { typed: typed.filter((one) => one.field !== field), fault: null };
  const isAngle = ANGLES.includes(field);
  const value = isAngle ? readAngle(text) : readNumber(text);
  const fault = (code: Fault['code']) => ({ typed, fault: { code, at: null, field } });
  if (value === null) return fault(isAngle ? 'not-an-angle' : 'not-a-number');
  if (POSITIVE.includes(field) && !(value > 0)) return fault('not-positive');
  if (field === 'count' && !Number.isInteger(value)) return fault('not-a-number');
  const signed = /^[+-]/.test(plain(text));
  return { typed: [...rest, { field, text, value, signed }].slice(-MOST_TYPED), fault: null };
}

const isAlike = (one: TypedField, other: TypedField): boolean =>
  one === other || ALIKE.some((fields) => fields.includes(one) && fields.includes(other));

export const valueOf = (typed: readonly Typed[], field: TypedField): number | undefined =>
  typed.find((one) => one.field === field)?.value;

/** Half-width, without blanks around, minus signs of all kinds as one. */
const plain = (text: string): string => text.normalize('NFKC').trim().replace(/[−–—]/g, '-');

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** A number with or without its unit, or null. */
function readNumber(text: string): number | null {
  const digits = plain(text).replace(/\s*(m|米)$/i, '');
  return NUMBER.test(digits) ? Number(digits) : null;
}

/** A number of an angle with its unit, and what stands between it and the next. */
const PART = /(\d+(?:\.\d+)?)\s*([°度'′分"″秒]?)\s*(?:-(?=\s*\d))?\s*/y;
const UNITS = ['°度', "'′分", '"″秒'] as const;
/** So many of each are a degree. */
const IN_A_DEGREE = [1, 60, 3600] as const;

/** Degrees: 90.5, 90.5°, 度分秒 90°30′15″, 90度30分15秒, 90-30-15 or 90 30 15, 30′, 90°30″; null for anything else. */
export function readAngle(text: string): number | null {
  const [, sign, digits] = /^([+-]?)(.+)$/.exec(plain(text).replace(/''|′′/g, '″')) ?? [];
  const parts = digits === undefined ? null : angleParts(digits);
  if (!parts) return null;
  const value = parts.reduce((sum, { place, amount }) => sum + amount / IN_A_DEGREE[place], 0);
  return sign === '-' ? -value : value;
}

interface AnglePart {
  readonly place: 0 | 1 | 2;
  readonly amount: number;
}

/** Each at the place its unit says, and without one at the next; only the last has decimals. */
function angleParts(text: string): readonly AnglePart[] | null {
  const parts: AnglePart[] = [];
  // A place may be left out between units alone.
  let next = 0;
  let isFree = true;
  for (PART.lastIndex = 0; PART.lastIndex < text.length;) {
    const [, digits, unit] = PART.exec(text) ?? [];
    if (digits === undefined) return null;
    const said = unit === '' ? -1 : UNITS.findIndex((units) => units.includes(unit));
    const place = said < 0 ? next : said;
    const amount = Number(digits);
    const isEnd = PART.lastIndex >= text.length;
    const fits = place === next || (place > next && isFree);
    if (!fits || !isPlace(place) || (place > 0 && amount >= 60)) return null;
    if (!isEnd && (!Number.isInteger(amount) || place === 2)) return null;
    parts.push({ place, amount });
    next = place + 1;
    isFree = said >= 0;
  }
  return parts;
}

const isPlace = (place: number): place is AnglePart['place'] => place === 0 || place === 1 || place === 2;
