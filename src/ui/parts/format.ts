import { formatFixed } from '../../domain/quantity/format.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import { boundText, unitText, valueText, type Language } from '../../texts/index.ts';

/** A number and its unit apart, because the unit is set smaller. */
export interface Shown {
  readonly text: string;
  readonly unit: string;
}

/** In the usual decimals of its unit, more where rounding would cross `bound`. */
export const shown = (language: Language, value: number, unit: Unit, bound?: number): Shown => ({
  text: valueText(value, unit, bound),
  unit: unitText(language, unit),
});

/** In `digits` decimals, for headlines; still never rounded across `bound`. */
export const brief = (language: Language, value: number, unit: Unit, digits: number, bound?: number): Shown => ({
  text: formatFixed(value, digits, { group: ',', bound }),
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
