import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { Key } from '../../domain/land/change.ts';
import { floorAreas } from '../../domain/land/storeys.ts';
import { isArea } from '../../domain/land/stated-area.ts';
import type { Steps } from '../../domain/steps.ts';
import type { LandUses } from '../../supply/screen/uses.ts';
import type { SharedRow } from '../../supply/screen/problems.ts';
import type { ScreenedLand } from '../../supply/screen/screen.ts';
import type { City } from '../city.ts';
import type { Naming } from '../place-names.ts';

/** Land of a city as it is now, as the screen is given it; rows are the parcels in the order of the file. */
export function* screenedLand(
  city: City,
  names: Naming,
  listed: ReadonlySet<string>,
  uses: LandUses,
): Steps<ScreenedLand> {
  const { records } = city.project.parcels;
  const keys = city.land.keys('parcel');
  const areaM2 = legalAreas(city, keys);
  yield;
  const standingThere = standing(city, keys, uses);
  yield;
  const overlaps = overlapsByRow(city, keys);
  yield;
  return { records, areaM2, ...standingThere, unknownTownship: unknownTownships(city, names, listed), overlaps };
}

function legalAreas(city: City, keys: readonly Key[]): Float64Array {
  const statedAreaM2 = city.project.parcels.records.field('statedAreaM2');
  return Float64Array.from(keys, (key, row) => {
    const stated = statedAreaM2(row);
    return stated !== undefined && isArea(stated) ? stated : (city.placed.measured(key).areas?.planeM2 ?? NaN);
  });
}

/**
 * What stands on land where it tells of its use: floor area 建筑面积 by the buildings that name the parcel, else as stated; NaN
 * where nothing tells. Buildings of a park that is not being built yet are drawings, and so are new ones of no park.
 */
function standing(city: City, keys: readonly Key[], uses: LandUses): Pick<ScreenedLand, 'floorM2' | 'hasBuilding'> {
  const { records } = city.project.parcels;
  const [idOf, statedOf] = [records.field('id'), records.field('floorAreaM2')];
  const [parkOf, classOf] = [records.field('parkId'), records.field('landClass')];
  const unbuilt = new Set(
    city.project.parks.flatMap(({ id, stage }) => (stage === 'idea' || stage === 'planned' || stage === 'approved' ? [id] : [])), // prettier-ignore
  );
  const floorM2 = new Float64Array(keys.length);
  const rowOf = new Map<string, number>();
  for (let row = 0; row < keys.length; row++) {
    floorM2[row] = statedOf(row) ?? NaN;
    const [park, landClass] = [parkOf(row), classOf(row)];
    const isAsked = landClass === undefined || uses(landClass) !== 'free';
    if (isAsked && (park === undefined || !unbuilt.has(park))) rowOf.set(idOf(row)!, row);
  }
  const hasBuilding = new Uint8Array(keys.length);
  addBuildings(city, { rowOf, isOfPark: (row) => parkOf(row) !== undefined, floorM2, hasBuilding });
  return { floorM2, hasBuilding };
}

interface Standing extends Pick<ScreenedLand, 'floorM2' | 'hasBuilding'> {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly isOfPark: (row: number) => boolean;
}

function addBuildings({ land }: City, { rowOf, isOfPark, floorM2, hasBuilding }: Standing): void {
  const { records, layer } = land.table('building').compact();
  const parcelOf = records.field('parcelId');
  const isOpen = new Set<number>();
  const built = new Map<number, number>();
  for (let building = 0; building < records.length; building++) {
    const parcel = parcelOf(building);
    const row = parcel === undefined ? undefined : rowOf.get(parcel);
    if (row === undefined) continue;
    const record = records.peek(building);
    if (record.existing === false && !isOfPark(row)) continue;
    hasBuilding[row] = 1;
    const isDrawn = layer.partStart[building + 1] > layer.partStart[building];
    const footprint =
      record.footprintM2 ?? (isDrawn && record.floorAreaM2 === undefined ? areasOf(layer, building).planeM2 : null);
    const areas = floorAreas(record, footprint, false);
    if (areas === null) isOpen.add(row);
    else built.set(row, (built.get(row) ?? 0) + areas.total);
  }
  for (const [row, area] of built) floorM2[row] = isOpen.has(row) ? NaN : area;
}

/** A township that neither the file nor the pack lists, where one of them lists those of its district. */
function unknownTownships(city: City, names: Naming, listed: ReadonlySet<string>): ScreenedLand['unknownTownship'] {
  const of = city.project.parcels.records.field('townshipCode');
  const hasOwn = city.project.townships.records.length > 0;
  const answers = new Map<string, boolean>();
  const isUnknown = (name: string): boolean => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const unknown = names.township(name) === undefined && (hasOwn || listed.has(name.slice(0, 6)));
    answers.set(name, unknown);
    return unknown;
  };
  return (row) => {
    const name = of(row);
    return name !== undefined && isUnknown(name) ? name : undefined;
  };
}

function overlapsByRow(city: City, keys: readonly Key[]): ReadonlyMap<number, readonly SharedRow[]> {
  const { shared } = city.overlaps();
  if (shared.size === 0) return new Map();
  const rows = new Map(keys.map((key, row) => [key, row]));
  const byRow = new Map<number, SharedRow[]>();
  for (const [key, own] of shared) {
    const row = rows.get(key);
    if (row === undefined) continue;
    byRow.set(
      row,
      own.flatMap(({ other, areaM2 }) => (rows.has(other) ? [{ other: rows.get(other)!, areaM2 }] : [])),
    );
  }
  return byRow;
}
