import { formatFixed, type FixedOptions } from '../../domain/quantity/format.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import {
  boundText,
  displayed,
  displayedMargin,
  termText,
  unitText,
  valueText,
  type Displayed,
  type Language,
} from '../../texts/index.ts';

/** A number and its unit apart, because the unit is set smaller. */
export interface Shown {
  readonly text: string;
  readonly unit: string;
}

/** A bound a figure is read against, and how well the figure is known: the text never crosses the one but for the other. */
export type Against = Pick<FixedOptions, 'bound' | 'precision'>;

/** In the usual decimals of its unit, more where rounding would cross the bound. */
export const shown = (language: Language, value: number, unit: Unit, { bound, precision }: Against = {}): Shown => ({
  text: valueText(value, unit, bound, precision),
  unit: unitText(language, unit),
});

/** In `digits` decimals, for headlines; still never rounded across the bound. */
export const brief = (language: Language, value: number, unit: Unit, digits: number, against?: Against): Shown => ({
  text: formatFixed(value, digits, { group: ',', ...against }),
  unit: unitText(language, unit),
});

/** `±13.06`: a standard error in the decimals of its figure, more where it would be nothing in them. */
export function sigmaText(sigma: number, digits: number): string {
  const needed = sigma > 0 ? Math.ceil(-Math.log10(sigma)) : 0;
  return `±${formatFixed(sigma, Math.max(digits, Math.min(needed, 9)), { group: ',' })}`;
}

export const sigmaAs = (language: Language, sigma: number, unit: Unit, digits: number): Shown => ({
  text: sigmaText(sigma, digits),
  unit: unitText(language, unit),
});

/** How the pack says a measure is written: a share in per cent. */
type Named = { readonly percent?: boolean } | undefined;

/** A term of years and days stands whole: its units are part of it. */
function asShown(language: Language, { value, unit, against }: Displayed): Shown {
  const term = unit === 'year' ? termText(language, value) : null;
  if (term !== null) return { text: term, unit: '' };
  return { text: valueText(value, unit, against.bound, against.precision), unit: unitText(language, unit) };
}

/** A measured value as the law writes its measure. */
export const measuredAs = (language: Language, value: number, unit: Unit, label: Named, against?: Against): Shown =>
  asShown(language, displayed(value, unit, label, against));

/** What is to spare or missing of it, with its sign. */
export const marginAs = (language: Language, margin: number, unit: Unit, label: Named): Shown =>
  signed(margin, asShown(language, displayedMargin(margin, unit, label)));

/** A bound without invented decimals. */
export function boundOf(language: Language, bound: number, of: Unit, label: Named): Shown {
  const { value, unit } = displayed(bound, of, label);
  const word = unitText(language, unit);
  const text = boundText(language, value, unit);
  return { text: word ? text.slice(0, -word.length).trimEnd() : text, unit: word };
}

/** `+8.0000`: what is to spare carries its sign as what is missing does. */
export const signed = (value: number, s: Shown): Shown => (value > 0 ? { ...s, text: `+${s.text}` } : s);
