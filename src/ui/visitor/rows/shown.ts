import { formatFixed } from '../../../domain/quantity/format.ts';
import { listedFigure } from '../../../publish/shape/listed-figure.ts';
import type { FirstFile, WrittenFigure } from '../../../publish/shape/published.ts';
import type { VisitorTexts } from '../../../texts/visitor.ts';

/** A number and its unit apart, because the unit is set smaller. */
export interface Shown {
  readonly text: string;
  readonly unit: string;
}

type Listed = Pick<FirstFile, 'parks' | 'written'>;

/** A figure of the list as it is written, the same as on the card; null where it is not told. */
export function figureText({ parks, written }: Listed, what: WrittenFigure, row: number): string | null {
  const value = parks[what][row];
  return value === null ? null : (written?.[what]?.[row] ?? listedFigure(what, value));
}

export function landShown(first: Listed, row: number, { units }: VisitorTexts): Shown | null {
  const text = figureText(first, 'landM2', row);
  return text === null ? null : { text, unit: units.mu };
}

export const m2Shown = (areaM2: number, texts: VisitorTexts): Shown => ({
  text: formatFixed(areaM2, 0, { group: ',' }),
  unit: texts.units.m2,
});

/** Free space; of none that there is none. */
export const freeShown = (areaM2: number, texts: VisitorTexts): Shown =>
  areaM2 === 0 ? { text: texts.list.full, unit: '' } : m2Shown(areaM2, texts);

/** `850 米`, `1.2 公里`, `36 公里`: places are known to 10 m. */
export function distanceText(metres: number, { units }: VisitorTexts): string {
  if (metres < 995) return `${formatFixed(Math.round(metres / 10) * 10, 0)} ${units.metres}`;
  return `${formatFixed(metres / 1000, metres < 9950 ? 1 : 0, { group: ',' })} ${units.kilometres}`;
}
