import { unitOf, type Quantity, type WrittenUnit } from './units.ts';

/** A figure of a cell, before it is changed into the unit of its field. */
export interface WrittenFigure {
  /** A plain decimal number: its digits tell how precisely it was written. */
  readonly text: string;
  /** As the cell or the heading says; null where neither does. */
  readonly unit: WrittenUnit | null;
  /** The same figure once more in another unit, as in `48357.35（72.5360）`. */
  readonly second?: { readonly text: string; readonly unit: WrittenUnit };
  /** Written as any program writes a number. */
  readonly usual: boolean;
}

const usualNumber = /^[-+]?\d+(\.\d+)?([eE][-+]?\d{1,3})?$/;
const number = String.raw`[-+]?(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?`;
const word = String.raw`[^\d\s()/.,+-][^()]*?`;
const cell = new RegExp(
  String.raw`^(${number})\s*(${word})?\s*(?:\(\s*(?:(${number})\s*)?(${word})?\s*\)|/\s*(${number})\s*(${word})?)?$`,
  'u',
);
/** Longer than any figure with its unit. */
const longest = 60;
const digits = (text: string): string => text.replace(/[, \u00a0\u202f]/g, '').replace(/^\+/, '');

/**
 * The figure in a cell: `1.5`, `1,234.5`, `１２`, `6.1公顷`, `50（亩）`, `48357.35（72.5360）` under a heading of two units. Null for
 * what is no figure, or one of another quantity.
 */
export function figureIn(
  raw: string,
  quantity: Quantity | undefined,
  heading: readonly WrittenUnit[],
): WrittenFigure | null {
  if (raw.length > longest) return null;
  const found = cell.exec(raw.normalize('NFKC').trim());
  if (!found) return null;
  const [, first, behind, inner, innerUnit, beside, besideUnit] = found;
  const secondText = inner ?? beside;
  const own = [behind, secondText === undefined ? innerUnit : undefined].filter((word) => word !== undefined);
  if (own.length > 1) return null;
  const said = own.length === 1 ? unitOf(own[0]) : (heading[0] ?? null);
  if (own.length === 1 && !said) return null;
  const text = digits(first);
  const usual = usualNumber.test(raw.trim());
  if (said && said.quantity !== quantity) return null;
  if (secondText === undefined) return { text, unit: said, usual };
  const secondWord = inner === undefined ? besideUnit : innerUnit;
  const secondUnit = secondWord === undefined ? heading[1] : unitOf(secondWord);
  if (!said || !secondUnit || secondUnit.quantity !== quantity) return null;
  return { text, unit: said, second: { text: digits(secondText), unit: secondUnit }, usual };
}

/** The figure that a number is under a heading; null where that has units of another quantity. */
export function figureOfNumber(
  value: number,
  quantity: Quantity | undefined,
  heading: readonly WrittenUnit[],
): WrittenFigure | null {
  const unit = heading.at(0) ?? null;
  if (!Number.isFinite(value) || (unit && unit.quantity !== quantity)) return null;
  return { text: String(value), unit, usual: true };
}

/** In the unit of the field; nine digits after the point are far below any figure, and take away the noise of × 10 000. */
export const valueOf = (text: string, unit: WrittenUnit | null): number =>
  unit === null || unit.per === 1 ? Number(text) : Math.round(Number(text) * unit.per * 1e9) / 1e9;

/** Half of the last digit of what is written, in the unit of the field. */
const resolutionOf = (text: string, unit: WrittenUnit): number => {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return (unit.per * 10 ** -decimals) / 2;
};

/** Whether the two figures of a cell are one, as far as their digits say. */
export function agree({ text, unit, second }: WrittenFigure): boolean {
  if (!second || !unit) return true;
  const difference = Math.abs(valueOf(text, unit) - valueOf(second.text, second.unit));
  return difference <= (resolutionOf(text, unit) + resolutionOf(second.text, second.unit)) * (1 + 1e-9);
}
