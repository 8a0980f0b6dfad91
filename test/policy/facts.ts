import type { BuildingFacts, ParcelFacts, ParkFacts, Site } from '../../src/domain/land/facts.ts';
import { known, unknown, type Figure, type Input } from '../../src/domain/land/figure.ts';
import type { Building, Parcel, Park } from '../../src/domain/land/model.ts';
import { noArea } from '../../src/domain/land/parcel-facts.ts';
import { parkFigures } from '../../src/domain/land/park-figures.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';

/** A parcel as a case writes it: fields of the exchange file, and what would have been measured of its boundary. */
export type CaseParcel = Parcel & {
  /** Drawn area on the plane, in 亩 or m²; none of them: nothing is drawn. */
  readonly mu?: number;
  readonly m2?: number;
  readonly ellipsoidM2?: number;
  readonly perimeterM?: number;
  /** The boundary crosses itself. */
  readonly broken?: boolean;
};

export type CaseBuilding = Building & { readonly id: string; readonly countedM2?: number };

export interface CasePark {
  readonly park: Park;
  readonly parcels: readonly CaseParcel[];
  readonly buildings: readonly CaseBuilding[];
  /** Ids of the parcels of each site; absent: all in one. */
  readonly sites?: readonly (readonly string[])[];
  readonly gaps?: ParkFacts['gaps'];
  readonly overlapM2?: number;
}

/** Facts of a park straight from a case, without any geometry. */
export function factsOf(
  { park, parcels, buildings, sites, gaps = [], overlapM2 = 0 }: CasePark,
  pack: Pack,
): ParkFacts {
  const parcelFacts = parcels.map(parcelOf);
  const buildingFacts = buildings.map((b, row) => buildingOf(b, row, parcels[0].id));
  const siteFacts = sitesOf(parcelFacts, sites);
  // Cases have industrial parcels alone where any overlap.
  const overlaps = { overlapM2, industrialOverlapM2: overlapM2 };
  const figures = parkFigures(parcelFacts, buildingFacts, siteFacts, overlaps, landUsesOf(pack));
  return { park, parcels: parcelFacts, buildings: buildingFacts, sites: siteFacts, gaps, ...overlaps, figures };
}

function parcelOf({ mu, m2, ellipsoidM2, perimeterM, broken, ...parcel }: CaseParcel, row: number): ParcelFacts {
  const planeM2 = m2 ?? (mu == null ? null : (mu * 2000) / 3);
  const drawn = {
    planeM2,
    planeCrs: planeM2 === null ? null : 'EPSG:4526',
    ellipsoidM2: ellipsoidM2 ?? null,
    statedM2: parcel.statedAreaM2 ?? null,
    perimeterM: planeM2 === null ? null : (perimeterM ?? 4 * Math.sqrt(planeM2)),
  };
  const valid = !broken && planeM2 !== null;
  const area = areaOf(parcel, broken ? { ...drawn, planeM2: null, ellipsoidM2: null } : drawn);
  return { parcel, key: row, row, parts: valid ? 1 : 0, holes: 0, problems: [], valid, ...drawn, area };
}

function areaOf(
  { id, areaResolutionM2 }: CasePark['parcels'][number],
  drawn: Pick<ParcelFacts, 'planeM2' | 'ellipsoidM2' | 'statedM2' | 'perimeterM'>,
): Input<Figure> {
  const { planeM2, ellipsoidM2, statedM2, perimeterM } = drawn;
  const ellipsoid = ellipsoidM2 === null ? [] : [{ basis: 'ellipsoid' as const, value: ellipsoidM2 }];
  const figure = { what: 'landArea', unit: 'm2' as const, inputs: [id] };
  if (statedM2 !== null) {
    const others = planeM2 === null ? ellipsoid : [{ basis: 'plane' as const, value: planeM2 }, ...ellipsoid];
    const coarse = areaResolutionM2 === undefined ? {} : { coarse: true as const };
    const resolution = areaResolutionM2 ?? 0.005;
    return known({ ...figure, value: statedM2, basis: 'registered', resolution, ...coarse, others });
  }
  if (planeM2 === null) return noArea(id);
  const resolution = 1e-4 * (perimeterM ?? 0);
  return known({ ...figure, value: planeM2, basis: 'plane', crs: 'EPSG:4526', resolution, others: ellipsoid });
}

function buildingOf({ countedM2, ...building }: CaseBuilding, row: number, first: string): BuildingFacts {
  const figure = (what: string, value: number | undefined, field: string): Input<Figure> =>
    value === undefined
      ? unknown({ kind: 'building', id: building.id, field })
      : known({ what, value, unit: 'm2', resolution: 0.005, inputs: [building.id] });
  const { floorAreaM2 } = building;
  return {
    building,
    key: row,
    row,
    parcelId: building.parcelId ?? first,
    insideShare: 1,
    floorArea: figure('floorArea', floorAreaM2, 'floorAreaM2'),
    countedFloorArea: figure('countedFloorArea', countedM2 ?? floorAreaM2, 'floorAreaM2'),
    footprint: figure('footprintArea', building.footprintM2, 'footprintM2'),
  };
}

function sitesOf(parcels: readonly ParcelFacts[], sites?: readonly (readonly string[])[]): Input<readonly Site[]> {
  const broken = parcels.length > 1 ? parcels.filter((p) => p.area.state === 'unknown') : [];
  const groups = sites ?? [parcels.map((p) => p.parcel.id)];
  if (broken.length > 0 && !sites)
    return unknown(...broken.map((p) => ({ kind: 'parcel', id: p.parcel.id, field: 'geometry' }) as const));
  return known(groups.map((parcelIds, index) => ({ number: index + 1, parcelIds, areaM2: null })));
}
