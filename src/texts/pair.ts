import type { MeasuredPair } from '../policy/measured-pairs.ts';
import { writtenTogether } from '../domain/quantity/written-together.ts';
import { usualDecimals } from '../domain/quantity/shown.ts';
import {
  boundDigits,
  displayed,
  displayedMargin,
  withUnit,
  boundText,
  type Displayed,
  type Written,
} from './figures.ts';
import type { Language } from './language.ts';

/** Measured 实测, required 要求 and the difference 差 of one pair, written so that they add up. */
export interface ShownPair {
  readonly measured: Displayed;
  readonly required: Displayed | null;
  /** With its sign; null where nothing is required. */
  readonly margin: Displayed | null;
}

/**
 * The difference is that of the unrounded figures, so that all three take as many decimals as it needs for what is shown
 * to add up: a plot ratio a hundredth of a m² short is told as closely as a size is.
 */
export function shownPair({ measured, required, margin }: MeasuredPair, label?: Written): ShownPair {
  if (!required || margin === null)
    return { measured: displayed(measured.value, measured.unit, label), required: null, margin: null };
  const plain = displayed(measured.value, measured.unit, label, { bound: required.value });
  const bound = displayed(required.value, required.unit, label);
  const difference = displayedMargin(margin, required.unit, label);
  const usual = Math.max(usualDecimals[plain.unit], boundDigits(bound.value, bound.unit));
  if (margin === 0) {
    const resolution = Math.abs(measured.value - required.value);
    const against = { bound: required.value, precision: { resolution } };
    return { measured: displayed(measured.value, measured.unit, label, against), required: bound, margin: difference };
  }
  // A term is written in years and days, whole.
  if (plain.unit === 'year') return { measured: plain, required: bound, margin: difference };
  const told = writtenTogether(plain.value, bound.value, difference.value, usual);
  const to = (shown: Displayed): Displayed => ({ ...shown, against: { ...shown.against, decimals: told.decimals } });
  return { measured: to(plain), required: to(bound), margin: { ...to(difference), value: told.difference } };
}

/** One part in 10^9: nearer than that, a figure is its bound and there is nothing to say. */
const noise = 1e-9;

/**
 * Where only the resolution lets a figure count as its bound: `坐标精度 ±0.0002 亩之内，视同 100 亩`. Null where it is the bound
 * as it stands; a registered area to 0.01 m² is compared at that, and stands so.
 */
export function countedText(language: Language, pair: MeasuredPair, label?: Written): string | null {
  const { measured, required, margin } = pair;
  if (!required || margin !== 0 || (measured.basis === 'registered' && !measured.coarse)) return null;
  const off = Math.abs(measured.value - required.value);
  if (!measured.resolution || off <= noise * Math.abs(required.value)) return null;
  const within = displayedMargin(measured.resolution, measured.unit, label);
  const bound = displayed(required.value, required.unit, label);
  const reach = `±${withUnit(language, upwards(within.value), within.unit)}`;
  const said = boundText(language, bound.value, bound.unit);
  const ofDigits = measured.coarse === true;
  if (language === 'zh') return `${ofDigits ? '登记面积末位' : '坐标精度'} ${reach}之内，视同 ${said}`;
  return `within ${ofDigits ? 'the last digit of the registered area' : 'the precision of the coordinates'} (${reach}), counted as ${said}`;
}

/** Two digits that count, rounded up: what is within it is within what is shown. */
function upwards(value: number): string {
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(value))));
  const factor = 10 ** decimals;
  return (Math.ceil(Number((value * factor).toPrecision(12))) / factor).toFixed(decimals).replace(/\.?0+$/, '');
}
