import { vertexSigmaOf, type VertexPrecision } from '../domain/geometry/measure/uncertainty.ts';
import type { Metres } from '../domain/quantity/units.ts';
import type { Language } from '../texts/language.ts';
import { CommandRefused, type Context } from './context.ts';

/** What the person who calls says of the boundary points, and the standard error of each coordinate it stands for. */
export interface StatedPrecision {
  readonly precision: VertexPrecision;
  readonly vertexSigmaM: Metres;
}

/**
 * `--precision METRES` 界址点中误差, or `--scale DENOMINATOR` of the map the boundaries were drawn from; null where neither is
 * given. What a file says of its digits is never taken for it.
 */
export function precisionOption({ precision, scale }: Context['options']): StatedPrecision | null {
  if (precision === undefined && scale === undefined) return null;
  if (precision !== undefined && scale !== undefined)
    throw new CommandRefused({ code: 'precision-or-scale', params: {} });
  const given: VertexPrecision =
    precision !== undefined
      ? { from: 'stated', precisionM: positive('precision', precision, 100) }
      : { from: 'scale', denominator: positive('scale', String(scale).replace(/^1:/, ''), 1_000_000) };
  return { precision: given, vertexSigmaM: vertexSigmaOf(given) };
}

function positive(name: string, value: string | boolean, most: number): number {
  const number = Number(value);
  if (!(number > 0 && number <= most))
    throw new CommandRefused({ code: 'bad-precision-option', params: { name, value: String(value), most } });
  return number;
}

/** `界址点坐标中误差 ±0.05 m（--precision）`: how large, and where it comes from. */
export function precisionText(language: Language, { precision, vertexSigmaM }: StatedPrecision): string {
  const from = precision.from === 'scale' ? `--scale 1:${precision.denominator}` : '--precision';
  return language === 'zh'
    ? `界址点坐标中误差 ±${vertexSigmaM} m（${from}）`
    : `standard error of a boundary point ±${vertexSigmaM} m (${from})`;
}
