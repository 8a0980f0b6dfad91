import { formatFixed, type FixedOptions } from '../../domain/quantity/format.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import { boundText, unitText, valueText, type Language } from '../../texts/index.ts';

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

/** A bound without invented decimals. */
export const boundOf = (language: Language, value: number, unit: Unit): Shown => {
  const word = unitText(language, unit);
  const text = boundText(language, value, unit);
  return { text: word ? text.slice(0, -word.length).trimEnd() : text, unit: word };
};

/** `+8.0000`: what is to spare carries its sign as what is missing does. */
export const signed = (value: number, s: Shown): Shown => (value > 0 ? { ...s, text: `+${s.text}` } : s);
