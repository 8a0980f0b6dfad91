import type { NumberRange } from '../model.ts';

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
