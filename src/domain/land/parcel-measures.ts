import type { AreaBasis } from './figure.ts';
import { formatCrs, type PlaneCrs } from '../geodesy/crs.ts';
import type { MeasuredLayer } from '../geometry/measure/measured.ts';
import type { BoundaryProblem } from '../geometry/valid/problem.ts';
import type { Parcel, Table } from './model.ts';
import { isArea } from './stated-area.ts';
import { overlapProblems, type Overlaps } from './overlaps.ts';

/** What is known of all parcels at once, by row: what `parcelFacts` says of one, without an object for each. */
export interface ParcelMeasures {
  /** Legal area, m²; NaN where the boundary gives none. */
  readonly areaM2: Float64Array;
  readonly basis: readonly (AreaBasis | null)[];
  /** Only rows that have any, overlaps with other parcels included. */
  readonly problems: ReadonlyMap<number, readonly BoundaryProblem[]>;
  /** Rows whose boundary gives no figure. */
  readonly broken: ReadonlySet<number>;
  /** CRS in which plane areas were computed, each once. */
  readonly planes: readonly string[];
}

export function measureParcels(
  { records, layer }: Table<Parcel>,
  boundaries: MeasuredLayer,
  overlaps: Overlaps,
): ParcelMeasures {
  const { broken, areas } = boundaries;
  const problems = new Map(boundaries.problems);
  const basis = new Array<AreaBasis | null>(layer.size).fill(null);
  const areaM2 = new Float64Array(layer.size).fill(NaN);
  const statedAreaM2 = records.field('statedAreaM2');
  const planes = new Set<PlaneCrs>();
  for (let row = 0; row < layer.size; row++) {
    if (broken.has(row)) continue;
    const stated = statedAreaM2(row);
    const drawn = layer.partStart[row + 1] > layer.partStart[row];
    if (drawn) planes.add(areas.planeCrs[row]);
    const isStated = stated !== undefined && isArea(stated);
    if (!isStated && !drawn) continue;
    areaM2[row] = isStated ? stated : areas.planeM2[row];
    basis[row] = isStated ? 'registered' : 'plane';
  }
  const idOf = records.field('id') as (row: number) => string;
  for (const [row, more] of overlapProblems(overlaps, idOf)) problems.set(row, [...(problems.get(row) ?? []), ...more]);
  return { areaM2, basis, problems, broken, planes: [...new Set([...planes].map(formatCrs))] };
}
