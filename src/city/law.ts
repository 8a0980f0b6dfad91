import { vertexSigmaOf, type VertexPrecision } from '../domain/geometry/measure/uncertainty.ts';
import type { Metres } from '../domain/quantity/units.ts';
import type { Pack } from '../policy/shape/pack.ts';

/** What land is judged by: the pack, the day (YYYY-MM-DD), and what was said of the boundary points. */
export interface Law {
  readonly pack: Pack;
  readonly date: string;
  readonly precision?: VertexPrecision;
}

/** Standard error of each coordinate of a boundary point, where someone has said it. */
export const vertexSigma = ({ precision }: Law): Metres | undefined => precision && vertexSigmaOf(precision);
