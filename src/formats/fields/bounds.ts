import type { NumberRange } from '../../domain/land/model.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import { conditionNames } from './condition-names.ts';
import { quantityOf, type Quantity } from './units.ts';

/*
 * Bounds as planning conditions 规划条件 are written: `≥0.7且≤1.8`, `1.5～2.5`, `1.0≤容积率≤2.0`, 不小于1.5, 1.5以上. By article
 * 1259 of the Civil Code 以上, 以下, 以内 include the number; 不满, 超过 do not, and neither do 大于, 小于, 高于, 低于.
 */

export interface BoundsForm {
  /** Shares are written as per cent (≤40%) or as fractions; behind lengths metres may stand. */
  readonly quantity?: Quantity;
  /** What the condition is called, which may stand before or between its bounds. */
  readonly names: readonly string[];
}

export type Bounded = Extract<FieldType, { readonly is: 'bounds' | 'range' }>;

/** How the bounds of a field are written. */
export const formOf = (type: Bounded): BoundsForm => ({
  quantity: type.is === 'range' ? quantityOf(type) : undefined,
  names: conditionNames[type.condition],
});

type Sign = '≥' | '>' | '≤' | '<' | '=';
type Token =
  | { readonly is: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly is: 'sign'; readonly sign: Sign }
  | { readonly is: 'behind'; readonly sign: Sign }
  | { readonly is: 'to' | 'and' | 'name' | 'with' | 'without' };

const not = '(?:不得?|不应|不宜|不能|不可|未|非)';
/** In the order in which they are tried: the longer ones first. */
const words: readonly (readonly [RegExp, Token])[] = [
  [/(?:≥|>=|=>|≧|⩾|≮)/y, { is: 'sign', sign: '≥' }],
  [/(?:≤|<=|=<|≦|⩽|≯)/y, { is: 'sign', sign: '≤' }],
  [/>/y, { is: 'sign', sign: '>' }],
  [/</y, { is: 'sign', sign: '<' }],
  [/=/y, { is: 'sign', sign: '=' }],
  [new RegExp(`${not}(?:小|低|少)于`, 'y'), { is: 'sign', sign: '≥' }],
  [new RegExp(`${not}(?:大于|高于|多于|超过|超出|突破|超)`, 'y'), { is: 'sign', sign: '≤' }],
  [/(?:大|高|多)于(?:或)?等于|至少|最少|最低|最小|下限/y, { is: 'sign', sign: '≥' }],
  [/(?:小|低|少)于(?:或)?等于|至多|最多|最高|最大|上限/y, { is: 'sign', sign: '≤' }],
  [/大于|高于|多于|超过|超出/y, { is: 'sign', sign: '>' }],
  [/小于|低于|少于|不满|未满|不足/y, { is: 'sign', sign: '<' }],
  [/等于/y, { is: 'sign', sign: '=' }],
  [/及?以上|或以上/y, { is: 'behind', sign: '≥' }],
  [/及?以下|或以下|以内|之内/y, { is: 'behind', sign: '≤' }],
  [/\(?不含(?:本数|\d+(?:\.\d+)?%?)?\)?/y, { is: 'without' }],
  [/\(含(?:本数|\d+(?:\.\d+)?%?)?\)/y, { is: 'with' }],
  [/之间|为|:/y, { is: 'name' }],
  [/[~\-–—―−至到]+/y, { is: 'to' }],
  [/并且|而且|同时|且|并|和|及|与|and|&|[,，;；、]/y, { is: 'and' }],
];
const figure = /(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(%|m(?![a-z])|米)?/y;

/** Longer than any condition; what stands there is a paragraph. */
const longest = 200;

/**
 * The bounds a text states; null where it is not understood as a whole, or contradicts itself. `perCent`: figures without
 * a sign are per cent, as the heading of their column says.
 */
export function readBounds(text: string, form: BoundsForm, perCent = false): NumberRange | null {
  const tokens = text.length > longest ? null : tokensOf(text, form);
  // 1.5（含）以上 includes the number as 以上 does.
  const found = tokens && sidesOf(tokens.filter(({ is }, i) => is !== 'with' || tokens[i + 1]?.is !== 'behind'));
  if (!found || found.length === 0) return null;
  if (form.quantity !== 'share') return boundsOf(found);
  const all = perCent || found.some(({ percent }) => percent);
  const shares = found.map(({ sign, value }) => ({ sign, value: fraction(value, all) }));
  return shares.some(({ value }) => value > 1) ? null : boundsOf(shares);
}

/** Of a share more than 1 is per cent, and so is a figure beside one that says so: 35-65%. */
const fraction = (value: number, perCent: boolean): number =>
  perCent || value > 1 ? Number((value / 100).toPrecision(12)) : value;

function tokensOf(raw: string, { quantity, names }: BoundsForm): Token[] | null {
  const text = raw
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/[。.]$/, '');
  const called = names.map((name) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    figure.lastIndex = at;
    const number = figure.exec(text);
    if (number) {
      const percent = number[2] === '%';
      if (number[2] && quantity !== (percent ? 'share' : 'length')) return null;
      tokens.push({ is: 'number', value: Number(number[1]), percent });
      at = figure.lastIndex;
      continue;
    }
    const name = called.find((known) => known !== '' && text.startsWith(known, at));
    const word = name === undefined ? words.find(([pattern]) => ((pattern.lastIndex = at), pattern.test(text))) : null;
    if (name === undefined && !word) return null;
    at = name === undefined ? word![0].lastIndex : at + name.length;
    tokens.push(name === undefined ? word![1] : { is: 'name' });
  }
  return tokens;
}

interface Side {
  sign: Sign;
  readonly value: number;
  readonly percent: boolean;
}
const turned: Readonly<Record<Sign, Sign>> = { '≥': '≤', '>': '<', '≤': '≥', '<': '>', '=': '=' };

const including: Readonly<Record<Sign, Sign>> = { '≥': '≥', '>': '≥', '≤': '≤', '<': '≤', '=': '=' };
const excluding: Readonly<Record<Sign, Sign>> = { '≥': '>', '>': '>', '≤': '<', '<': '<', '=': '=' };

/** Each number with its sign; null where one has none or two, or a sign has no number. */
function sidesOf(tokens: readonly Token[]): Side[] | null {
  const sides: Side[] = [];
  for (let at = 0; at < tokens.length;) {
    const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (token.is === 'sign' && next?.is === 'number') {
      sides.push({ sign: token.sign, value: next.value, percent: next.percent });
      at += 2;
    } else if (token.is === 'number' && next?.is === 'to' && third?.is === 'number') {
      sides.push({ sign: '≥', value: token.value, percent: token.percent });
      sides.push({ sign: '≤', value: third.value, percent: third.percent });
      at += 3;
    } else if (token.is === 'number' && next?.is === 'behind') {
      sides.push({ sign: next.sign, value: token.value, percent: token.percent });
      at += 2;
    } else if (token.is === 'number' && next?.is === 'sign' && third?.is === 'name') {
      sides.push({ sign: turned[next.sign], value: token.value, percent: token.percent });
      at += 3;
    } else if (token.is === 'number' && tokens.every(({ is }) => is === 'number' || is === 'name')) {
      sides.push({ sign: '=', value: token.value, percent: token.percent });
      at++;
    } else if ((token.is === 'with' || token.is === 'without') && sides.length > 0) {
      const last = sides[sides.length - 1];
      last.sign = (token.is === 'with' ? including : excluding)[last.sign];
      at++;
    } else if (token.is === 'name' || token.is === 'and' || (token.is === 'to' && tokens[at - 1]?.is === 'behind'))
      at++;
    else return null;
  }
  return sides;
}

/** One lower and one upper bound at most, the lower one below the other. */
function boundsOf(sides: readonly { readonly sign: Sign; readonly value: number }[]): NumberRange | null {
  const of = (...signs: Sign[]) => sides.filter(({ sign }) => signs.includes(sign));
  const [lower, upper, equal] = [of('≥', '>'), of('≤', '<'), of('=')];
  if (lower.length > 1 || upper.length > 1 || equal.length > 1 || (equal.length === 1 && sides.length > 1)) return null;
  if (equal.length === 1) return { min: equal[0].value, max: equal[0].value };
  const [min] = lower;
  const [max] = upper;
  if (min && max && (min.value > max.value || (min.value === max.value && (min.sign === '>' || max.sign === '<'))))
    return null;
  return {
    ...(min && { min: min.value, ...(min.sign === '>' && { minExclusive: true }) }),
    ...(max && { max: max.value, ...(max.sign === '<' && { maxExclusive: true }) }),
  };
}

/** `>=0.7,<1.8`, `=2`: the form of the exchange file's bounds texts. */
export function printBounds({ min, max, minExclusive, maxExclusive }: NumberRange): string {
  if (min !== undefined && min === max) return `=${plainNumber(min)}`;
  const lower = min === undefined ? [] : [`${minExclusive ? '>' : '>='}${plainNumber(min)}`];
  const upper = max === undefined ? [] : [`${maxExclusive ? '<' : '<='}${plainNumber(max)}`];
  return [...lower, ...upper].join(',');
}

/** Without an exponent. */
const plainNumber = (value: number): string =>
  /e/.test(String(value)) ? value.toFixed(9).replace(/0+$/, '') : String(value);
