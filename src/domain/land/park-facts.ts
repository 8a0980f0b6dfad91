import { boundsOf } from '../geometry/measures.ts';
import { overlapsOf, unionAreaM2 } from '../geometry/overlap.ts';
import { buildingFacts } from './building-facts.ts';
import type { BuildingFacts, ParcelFacts, ParkFacts } from './facts.ts';
import type { LandIndex } from './land-index.ts';
import type { LandUses } from './land-use.ts';
import type { Metres } from '../quantity/units.ts';
import type { Park, Project } from './model.ts';
import { Lie } from './lie.ts';
import { parcelFacts, withAreaPull } from './parcel-facts.ts';
import { parkFigures } from './park-figures.ts';
import { sitesOf } from './sites.ts';

/** Everything the rules may ask about one park; `vertexSigmaM` as for `parcelFacts`. */
export function parkFacts(
  project: Project,
  index: LandIndex,
  park: Park,
  landUses: LandUses,
  vertexSigmaM?: Metres,
): ParkFacts {
  const rows = index.parcelsOfPark.get(park.id) ?? [];
  const parcels = rows.map((row) =>
    withAreaPull(project.parcels.layer, parcelFacts(project.parcels, row, vertexSigmaM), vertexSigmaM),
  );
  const buildings = buildingsOf(project, index, parcels, landUses);
  const { sites, gaps } = sitesOf(parcels, new Lie(project.parcels.layer), index.roadsNear);
  const overlapM2 = overlapOf(project, parcels);
  const figures = parkFigures(parcels, buildings, sites, overlapM2, landUses);
  return { park, parcels, buildings, sites, gaps, overlapM2, figures };
}

/** Buildings named by the park's parcels, and those that name none but stand on one of them. */
function buildingsOf(
  project: Project,
  index: LandIndex,
  parcels: readonly ParcelFacts[],
  landUses: LandUses,
): BuildingFacts[] {
  const rows = new Map<number, ParcelFacts>();
  for (const p of parcels) {
    for (const row of index.buildingsOfParcel.get(p.parcel.id) ?? []) rows.set(row, p);
    if (p.valid)
      for (const row of index.unnamedBuildingsIn(...boundsOf(project.parcels.layer, p.row)))
        if (!rows.has(row)) rows.set(row, p);
  }
  return [...rows].flatMap(([row, named]) => {
    // The parcel a building names comes first, so that where parcels overlap the building is its.
    const order = [named, ...parcels.filter((p) => p !== named)];
    return buildingFacts(project, row, order, landUses);
  });
}

/** m² of ground under more than one of the parcels, as often as it is counted too much. */
function overlapOf(project: Project, parcels: readonly ParcelFacts[]): number {
  const drawn = parcels.filter((p) => p.valid).map((p) => p.row);
  const { layer } = project.parcels;
  if (drawn.length < 2 || overlapsOf(layer, drawn).length === 0) return 0;
  const each = drawn.reduce((sum, row) => sum + unionAreaM2(layer, [row]), 0);
  return each - unionAreaM2(layer, drawn);
}
