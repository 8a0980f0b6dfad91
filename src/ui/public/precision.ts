import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';

/** 界址点精度 people know by heart: grades of a cadastral survey, metres, and scales of the maps land is drawn on. */
export const surveyed = [0.05, 0.075, 0.1, 0.2, 0.5, 1] as const;
export const scales = [500, 1000, 2000, 5000, 10_000] as const;
/** More than this, in metres, is no boundary point; the command has the same limit. */
const MOST_M = 100;

/** A choice as text: `m:0.05`, `1:2000`, empty where nothing is said. */
export const choiceOf = (precision: VertexPrecision | null): string =>
  !precision ? '' : precision.from === 'scale' ? `1:${precision.denominator}` : `m:${precision.precisionM}`;

/** What a choice stands for; null for none, and for one that is no precision. */
export function precisionOf(choice: string): VertexPrecision | null {
  const value = Number(choice.slice(2));
  if (!(value > 0)) return null;
  if (choice.startsWith('1:')) return { from: 'scale', denominator: value };
  return choice.startsWith('m:') && value <= MOST_M ? { from: 'stated', precisionM: value } : null;
}

/** Metres as someone types them, with a comma or full width digits too; null for what is no precision. */
export function typedPrecision(text: string): VertexPrecision | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(',', '.')
    .replace(/^±/, '')
    .replace(/\s*(m|米)$/i, '');
  return plain === '' ? null : precisionOf(`m:${plain}`);
}
