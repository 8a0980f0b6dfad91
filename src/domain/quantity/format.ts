import { compare, type Precision } from './threshold.ts';

/** U+2212: a hyphen before a figure is read as a dash. */
export const MINUS = '−';
/** Shown when there is no number. */
export const NO_FIGURE = '—';

export interface FixedOptions {
  /** A threshold the figure is read against: the text never lands on it, or across it, unless the figure does. */
  readonly bound?: number;
  /** How well the figure itself is known; within it the figure is the bound. */
  readonly precision?: Precision;
  /** A ceiling 上限: what may be had at most is never written as more. */
  readonly down?: boolean;
  /** Between thousands, e.g. a thin space; none by default. */
  readonly group?: string;
}

/** |value| as a decimal string, rounded half up on its shortest decimal form (so 1.005 gives 1.01, not 1.00), or cut off. */
function roundedDigits(magnitude: number, decimals: number, down = false): string {
  if (magnitude >= 1e15) return magnitude.toFixed(decimals);
  const [, fraction = ''] = plainDecimal(magnitude).split('.');
  if (fraction.length <= decimals) return magnitude.toFixed(decimals);
  const digits = stepsOf(magnitude, decimals, down)
    .toString()
    .padStart(decimals + 1, '0');
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}

/** So many units of the last digit shown; fifteen digits of a number are the figure, what is behind them is arithmetic. */
export function stepsOf(magnitude: number, decimals: number, down = false): bigint {
  const [whole, fraction = ''] = plainDecimal(down ? Number(magnitude.toPrecision(15)) : magnitude).split('.');
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return !down && fraction[decimals] >= '5' ? kept + 1n : kept;
}

/** The shortest decimal that is this number, without an exponent. */
function plainDecimal(magnitude: number): string {
  const text = String(magnitude);
  const exponent = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!exponent) return text;
  return `0.${'0'.repeat(Number(exponent[3]) - 1)}${exponent[1]}${exponent[2] ?? ''}`;
}

export const MOST_DECIMALS = 12;

/** Digits after the point needed so that the rounded figure stays on its own side of the bound. */
function decimalsFor(value: number, decimals: number, { bound, precision }: FixedOptions): number {
  if (bound === undefined) return decimals;
  const side = compare(value, bound, precision);
  if (side === 0) return decimals;
  let d = decimals;
  while (d < MOST_DECIMALS) {
    const shown = Math.sign(value) * Number(roundedDigits(Math.abs(value), d));
    if (Math.sign(shown - bound) === side) break;
    d++;
  }
  return d;
}

/** Fixed decimals with a true minus, the same on every machine (no Intl). Not a number gives `NO_FIGURE`. */
export function formatFixed(value: number, decimals: number, options: FixedOptions = {}): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  const text = roundedDigits(Math.abs(value), decimalsFor(value, decimals, options), options.down);
  const sign = value < 0 && Number(text) !== 0 ? MINUS : '';
  if (!options.group) return sign + text;
  const [whole, fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, options.group);
  return sign + grouped + (fraction ? `.${fraction}` : '');
}
