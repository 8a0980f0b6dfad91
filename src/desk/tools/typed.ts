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

const ANGLE =
  /^([+-]?)(\d+(?:\.\d+)?)(?:[°度\s-]+(\d+(?:\.\d+)?)(?:['′分\s-]+(\d+(?:\.\d+)?))?)?\s*(?:["″秒]|''|['′分]|[°度])?$/;

/** Degrees: 90.5, 90.5°, 度分秒 90°30′15″, 90度30分15秒, 90-30-15 or 90 30 15; null for anything else. */
export function readAngle(text: string): number | null {
  const match = ANGLE.exec(plain(text).replace(/′′/g, '″'));
  if (!match) return null;
  const [degrees, minutes = 0, seconds = 0] = match.slice(2).map((digits) => (digits ? Number(digits) : undefined));
  const isWhole = Number.isInteger(degrees) || match[3] === undefined;
  const areWhole = Number.isInteger(minutes) || match[4] === undefined;
  if (degrees === undefined || !isWhole || !areWhole || minutes >= 60 || seconds >= 60) return null;
  const value = degrees + minutes / 60 + seconds / 3600;
  return match[1] === '-' ? -value : value;
}
