import type { AreaBasis } from '../../domain/land/figure.ts';
import { formatCrs } from '../../domain/geodesy/crs.ts';
import { areasOf } from '../../domain/geometry/measures.ts';
import type { BoundaryProblem } from '../../domain/geometry/problem.ts';
import { problemsOf } from '../../domain/geometry/validity.ts';
import type { Parcel, Table } from '../../domain/land/model.ts';
import { overlapProblems } from './overlaps.ts';

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

/** Rows between two words about how far it is. */
const EVERY = 1024;

/** @param progress told the share done, 0–1 */
export function measureParcels({ records, layer }: Table<Parcel>, progress: (done: number) => void): ParcelMeasures {
  const { size } = layer;
  const areaM2 = new Float64Array(size).fill(NaN);
  const basis = new Array<AreaBasis | null>(size).fill(null);
  const perimeterM = new Float64Array(size);
  const problems = new Map<number, readonly BoundaryProblem[]>();
  const broken = new Set<number>();
  const planes = new Set<string>();
  for (let row = 0; row < size; row++) {
    if (row % EVERY === 0) progress((0.7 * row) / size);
    const drawn = layer.partStart[row + 1] > layer.partStart[row];
    const found = drawn ? problemsOf(layer, row) : [];
    if (found.length > 0) problems.set(row, found);
    const stated = records[row].statedAreaM2;
    if (found.some((p) => p.severity === 'broken')) {
      broken.add(row);
      continue;
    }
    if (drawn) {
      const areas = areasOf(layer, row);
      perimeterM[row] = areas.perimeterM;
      areaM2[row] = areas.planeM2;
      basis[row] = 'plane';
      planes.add(formatCrs(areas.planeCrs));
    }
    if (stated !== undefined) [areaM2[row], basis[row]] = [stated, 'registered'];
  }
  const overlaps = overlapProblems(layer, perimeterM, broken, (done) => progress(0.7 + 0.3 * done));
  for (const [row, more] of overlaps) problems.set(row, [...(problems.get(row) ?? []), ...more]);
  return { areaM2, basis, problems, broken, planes: [...planes] };
}
