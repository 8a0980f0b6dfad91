import type { NumberRange } from '../model.ts';
import { intervalOf } from './interval.ts';
import { withPerCentSigns } from './numerals.ts';
import { sidesOf, type Side } from './sides.ts';
import { plain, tokensOf, type BoundsForm } from './tokens.ts';

/*
 * Bounds as planning conditions 规划条件 are written: `≥0.7且≤1.8`, `1.5～2.5`, `1.0≤容积率≤2.0`, 不小于1.5, 1.5以上,
 * 介于1.5和2.5之间, [1.5,2.5]. By article 1259 of the Civil Code 以上, 以下, 以内 include the number; 不满, 超过 do not, and
 * neither do 大于, 小于, 高于, 低于.
 */

/** Longer than any condition; what stands there is a paragraph. */
const longest = 200;
/** Two figures beside each other are no figure. */
const apart = /\d\s+\.?\d/;

/**
 * The bounds a text states; null where it is not understood as a whole, or contradicts itself. `perCent`: figures without
 * a sign are per cent, as the heading of their column says.
 */
export function readBounds(written: string, form: BoundsForm, perCent = false): NumberRange | null {
  if (written.length > longest || apart.test(written.normalize('NFKC'))) return null;
  const text = withPerCentSigns(plain(written));
  const found = intervalOf(text, form) ?? signedIn(text, form);
  if (!found || found.length === 0) return null;
  if (form.unit !== 'share') return boundsOf(found);
  const all = perCent || found.some(({ percent }) => percent);
  const shares = found.map((side) => ({ ...side, value: fraction(side.value, all) }));
  return shares.some(({ value }) => value > 1) ? null : boundsOf(shares);
}

function signedIn(text: string, form: BoundsForm): readonly Side[] | null {
  const tokens = tokensOf(text, form);
  return tokens && sidesOf(tokens);
}

/** Of a share more than 1 is per cent, and so is a figure beside one that says so: 35-65%. */
const fraction = (value: number, perCent: boolean): number =>
  perCent || value > 1 ? Number((value / 100).toPrecision(12)) : value;

/** One lower and one upper bound at most, the lower one below the other. */
function boundsOf(sides: readonly Side[]): NumberRange | null {
  const of = (...signs: Side['sign'][]) => sides.filter(({ sign }) => signs.includes(sign));
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
