import { formatFixed } from '../../domain/quantity/format.ts';
import { errorText, listedText, valueText, type Against } from '../../domain/quantity/shown.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import { boundText, termText, unitText, type Displayed, type Language } from '../../texts/index.ts';

/** A number and its unit apart, because the unit is set smaller. */
export interface Shown {
  readonly text: string;
  readonly unit: string;
}

/** In the usual decimals of its unit, more where rounding would cross the bound. */
export const shown = (language: Language, value: number, unit: Unit, against?: Against): Shown => ({
  text: valueText(value, unit, against),
  unit: unitText(language, unit),
});

/** In the decimals of lists and headlines; still never rounded across the bound. */
export const listed = (language: Language, value: number, unit: Unit, against?: Against): Shown => ({
  text: listedText(value, unit, against),
  unit: unitText(language, unit),
});

/** `10.00 万 m²`: a headline of m² in ten thousands, to the nearest 100 m², more where that would cross the bound. */
export const tenThousands = (areaM2: number, word: string, { bound, precision }: Against = {}): Shown => ({
  text: formatFixed(areaM2 / 10_000, 2, {
    group: ',',
    ...(bound !== undefined && { bound: bound / 10_000 }),
    ...(precision?.resolution !== undefined && { precision: { resolution: precision.resolution / 10_000 } }),
  }),
  unit: `${word} m²`,
});

/** A standard error beside a figure of a list. */
export const errorListed = (language: Language, error: number, unit: Unit): Shown => ({
  text: errorText(error, unit, 'listed'),
  unit: unitText(language, unit),
});

/** Of a pair that adds up, or a figure alone. A term of years and days stands whole: its units are part of it. */
export function asShown(language: Language, { value, unit, against }: Displayed): Shown {
  const term = unit === 'year' ? termText(language, value) : null;
  if (term !== null) return { text: term, unit: '' };
  return { text: valueText(value, unit, against), unit: unitText(language, unit) };
}

/** A bound without invented decimals. */
export function asBound(language: Language, { value, unit, against }: Displayed): Shown {
  const word = unitText(language, unit);
  const text = boundText(language, value, unit, against);
  return { text: word ? text.slice(0, -word.length).trimEnd() : text, unit: word };
}

/** `+8.0000`: what is to spare carries its sign as what is missing does. */
export const signed = (value: number, s: Shown): Shown => (value > 0 ? { ...s, text: `+${s.text}` } : s);
