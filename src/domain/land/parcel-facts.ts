import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';
import { formatCrs } from '../geodesy/crs.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import { measured, type MeasuredBoundary } from '../geometry/measure/measured.ts';
import { areaPull, areaSigmaM2 } from '../geometry/measure/uncertainty.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import { known, unknown, type Figure, type Input, type Unknown } from './figure.ts';
import type { ParcelFacts } from './facts.ts';
import type { Parcel, Table } from './model.ts';
import { isArea, isCoarse, STATED_ON_ELLIPSOID, statedResolutionM2 } from './stated-area.ts';

/**
 * Every basis of a parcel's area, its perimeter, and what is wrong with its boundary. `vertexSigmaM` is the standard
 * error of each coordinate of a vertex, where someone has said it of all; what the parcel's own record says outranks it.
 * Then the area has one too. A whole layer is faster `measured` beforehand. `parcel` is another record than the table's
 * where one is tried.
 */
export function parcelFacts(
  table: Table<Parcel>,
  row: number,
  vertexSigmaM?: Metres,
  boundary: MeasuredBoundary = measured(table.layer, row),
  parcel: Parcel = table.records.get(row),
): ParcelFacts {
  const { layer } = table;
  const firstPart = layer.partStart[row];
  const parts = layer.partStart[row + 1] - firstPart;
  const rings = layer.ringStart[firstPart + parts] - layer.ringStart[firstPart];
  const { problems, areas } = boundary;
  const broken = parts > 0 && !areas;
  const figures = {
    planeM2: areas?.planeM2 ?? null,
    planeCrs: areas ? formatCrs(areas.planeCrs) : null,
    ellipsoidM2: areas?.ellipsoidM2 ?? null,
    statedM2: parcel.statedAreaM2 ?? null,
    perimeterM: areas?.perimeterM ?? null,
  };
  const vertexM = parcel.boundaryErrorM ?? vertexSigmaM;
  const sigma = areas && vertexM !== undefined ? areaSigmaM2(layer, row, vertexM) : undefined;
  return {
    parcel,
    key: table.keys?.[row] ?? row,
    row,
    parts,
    holes: rings - parts,
    problems,
    valid: parts > 0 && !broken,
    ...figures,
    ...(sigma === undefined ? {} : { planeSigmaM2: sigma }),
    area: legalArea(parcel, figures, sigma),
  };
}

/** The facts with what a sum over neighbours needs to know of the boundary points, where their error is stated. */
export function withAreaPull(layer: Layer, facts: ParcelFacts, vertexSigmaM?: Metres): ParcelFacts {
  const vertexM = facts.parcel.boundaryErrorM ?? vertexSigmaM;
  if (facts.planeSigmaM2 === undefined || vertexM === undefined) return facts;
  return { ...facts, areaPull: areaPull(layer, facts.row, vertexM) };
}

/** No parcel is smaller: land there is has some area, and a share of none of it is none. */
const leastLandM2: SquareMetres = 1;

/** The area of a parcel without a sound boundary or a registered area. */
export const noArea = (id: string): Unknown => ({
  ...unknown({ kind: 'parcel', id, field: 'geometry' }),
  partly: { known: null, open: [{ of: { least: leastLandM2, most: Infinity }, times: 1 }] },
});

/** The highest basis there is: registered, then plane; the others are kept beside it. */
function legalArea(
  { id, areaResolutionM2: resolution = statedResolutionM2, areaBasis }: Parcel,
  m: Pick<ParcelFacts, 'planeM2' | 'planeCrs' | 'ellipsoidM2' | 'statedM2' | 'perimeterM'>,
  sigma: SquareMetres | undefined,
): Input<Figure> {
  const what = 'landArea';
  const others: { basis: 'plane' | 'ellipsoid'; value: number }[] = [];
  if (m.ellipsoidM2 !== null) others.push({ basis: 'ellipsoid', value: m.ellipsoidM2 });
  if (m.statedM2 !== null && isArea(m.statedM2)) {
    if (m.planeM2 !== null) others.unshift({ basis: 'plane', value: m.planeM2 });
    const stated = {
      what,
      value: m.statedM2,
      unit: 'm2',
      basis: 'registered',
      resolution,
      others,
      inputs: [id],
      ...(areaBasis === 'ellipsoid' && { notes: [STATED_ON_ELLIPSOID] }),
    } as const;
    return known<Figure>(isCoarse(resolution) ? { ...stated, coarse: true } : stated);
  }
  if (m.planeM2 === null || m.planeCrs === null || m.perimeterM === null) return noArea(id);
  return known({
    what,
    value: m.planeM2,
    unit: 'm2',
    basis: 'plane',
    crs: m.planeCrs,
    resolution: COORDINATE_RESOLUTION_M * m.perimeterM,
    ...(sigma === undefined ? {} : { sigma }),
    others,
    inputs: [id],
  });
}
