import { MOST_DECIMALS, stepsOf } from './format.ts';

/** Of a figure no more is known: it may have been turned into per cent, which rounds it there. */
const DIGITS = 1e-15;

/** How a figure, its bound and their difference are written together. */
export interface WrittenTogether {
  readonly decimals: number;
  /** As it is to be written, with its sign. */
  readonly difference: number;
}

/**
 * With so many digits after the point, at least `decimals`, a figure, its bound and the difference of the two are written
 * so that they add up and the figure stays on its own side of the bound. The difference is that of the figures as they
 * are; a half may go either way and goes the way that adds up.
 */
export function writtenTogether(value: number, bound: number, difference: number, decimals: number): WrittenTogether {
  if (![value, bound, difference].every((n) => Math.abs(n) < 1e15)) return { decimals, difference };
  const signed = (n: number, d: number): bigint => (n < 0 ? -stepsOf(-n, d) : stepsOf(n, d));
  for (let d = decimals; d <= MOST_DECIMALS; d++) {
    const apart = Math.abs(Number(signed(value, d) - signed(bound, d)));
    const off = Math.abs(apart - Math.abs(difference) * 10 ** d);
    const noise = (Math.abs(value) + Math.abs(bound)) * DIGITS * 10 ** d;
    if (apart > 0 && off <= 0.5 + 1e-6 + noise)
      return { decimals: d, difference: (Math.sign(difference) * apart) / 10 ** d };
  }
  return { decimals, difference };
}
