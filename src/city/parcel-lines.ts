import { formatCrs } from '../domain/geodesy/crs.ts';
import type { BoundaryProblem } from '../domain/geometry/valid/problem.ts';
import type { Key } from '../domain/land/change.ts';
import type { AreaBasis } from '../domain/land/figure.ts';
import type { Overlaps } from '../domain/land/overlaps.ts';
import { measureParcels, type ParcelMeasures } from '../domain/land/parcel-measures.ts';
import { isArea } from '../domain/land/stated-area.ts';
import type { City } from './city.ts';

/** What is known of one parcel that is there. */
export interface MeasuredParcel {
  /** Legal area, m²; NaN where the boundary gives none. */
  readonly areaM2: number;
  readonly basis: AreaBasis | null;
  readonly problems: readonly BoundaryProblem[];
  /** Its boundary gives no figure. */
  readonly isBroken: boolean;
  /** CRS in which its plane area was computed. */
  readonly plane: string | null;
}

/** The same as `measureParcels` says of all at once. */
export function measuredParcel(city: City, key: Key): MeasuredParcel {
  const { placed } = city;
  const table = city.land.table('parcel');
  const { layer, row } = table.drawn(key);
  const { areas, problems } = placed.measured(key);
  const isDrawn = layer.partStart[row + 1] > layer.partStart[row];
  const isBroken = isDrawn && !areas;
  const stated = table.record(key)!.statedAreaM2;
  const isStated = !isBroken && stated !== undefined && isArea(stated);
  const met = city.overlapProblems(key);
  return {
    areaM2: isStated ? stated : (areas?.planeM2 ?? NaN),
    basis: isStated ? 'registered' : areas ? 'plane' : null,
    problems: met.length > 0 ? [...problems, ...met] : problems,
    isBroken,
    plane: areas && formatCrs(areas.planeCrs),
  };
}

/** What is known of these parcels, by their place in the list. */
export function measuresOf(city: City, keys: readonly Key[]): ParcelMeasures {
  const parcels = keys.map((key) => measuredParcel(city, key));
  const rows = [...parcels.entries()];
  return {
    areaM2: Float64Array.from(parcels, ({ areaM2 }) => areaM2),
    basis: parcels.map(({ basis }) => basis),
    problems: new Map(rows.flatMap(([row, { problems }]) => (problems.length > 0 ? [[row, problems] as const] : []))),
    broken: new Set(rows.flatMap(([row, { isBroken }]) => (isBroken ? [row] : []))),
    planes: [...new Set(parcels.flatMap(({ plane }) => plane ?? []))],
  };
}

/** What is known of all parcels as they are now, by their place in the file. */
export function measuredNow(city: City): ParcelMeasures {
  const keys = city.land.keys('parcel');
  if (city.version > 0) return measuresOf(city, keys);
  return measureParcels(city.project.parcels, city.boundaries, byRow(city.overlaps(), keys));
}

/** Overlaps told by key, by the rows of these keys. */
function byRow({ shared, unasked }: Overlaps, keys: readonly Key[]): Overlaps {
  if (areRows(keys)) return { shared, unasked };
  const rows = new Map(keys.map((key, row) => [key, row]));
  const rowOf = (key: Key) => rows.get(key)!;
  return {
    shared: new Map(
      [...shared].map(([key, own]) => [rowOf(key), own.map((s) => ({ ...s, other: rowOf(s.other) }))] as const),
    ),
    unasked: new Map([...unasked].map(([key, count]) => [rowOf(key), count] as const)),
  };
}

/** Whether every record is known by its place in the list. */
export const areRows = (keys: readonly Key[]): boolean => keys.every((key, row) => key === row);
