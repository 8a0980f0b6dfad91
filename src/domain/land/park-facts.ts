import type { ParkFacts } from './facts.ts';
import { Ground } from './ground.ts';
import type { Remembering } from './ground-memory.ts';
import type { LandIndex } from './land-index.ts';
import type { LandUses } from './land-use.ts';
import type { Metres } from '../quantity/units.ts';
import type { Building, Parcel, Park, Project } from './model.ts';
import { withoutArea } from './part.ts';
import { industrialOf, parkFigures } from './park-figures.ts';

/** The records a park is made of, as the file has them or as a change would: parcels in the order of their rows. */
export interface ParkRecords {
  readonly park: Park;
  readonly parcels: readonly { readonly row: number; readonly parcel: Parcel }[];
  /** Records of buildings by row; of a row that is not here the file's stands. */
  readonly buildings: ReadonlyMap<number, Building>;
}

/** Everything the rules may ask about one park; `vertexSigmaM` as for `parcelFacts`, `known` of earlier looks at the land. */
export function parkFacts(
  project: Project,
  index: LandIndex,
  park: Park,
  landUses: LandUses,
  vertexSigmaM?: Metres,
  known?: Remembering,
): ParkFacts {
  const { records } = project.parcels;
  const parcels = (index.parcelsOfPark.get(park.id) ?? []).map((row) => ({ row, parcel: records.get(row) }));
  const ground = new Ground(project, index, park.id, landUses, vertexSigmaM, known);
  return factsOn(ground, { park, parcels, buildings: new Map() });
}

/**
 * The facts that these records have on the ground. Where so many parcels lie over each other that the ground under them is
 * not told, none of several has an area of its own.
 */
export function factsOn(ground: Ground, records: ParkRecords): ParkFacts {
  const own = ground.parcels(records.parcels);
  const { sites, gaps, overlapM2, buildings: rows } = ground.standing(own);
  const buildings = rows.flatMap(([row, first]) => ground.building(row, records.buildings.get(row), own, first));
  const parcels = overlapM2 === null ? own.map(withoutArea) : own;
  const industrial = overlapM2 ? industrialOf(parcels, ground.landUses) : [];
  const overlaps = { overlapM2: overlapM2 ?? 0, industrialOverlapM2: ground.overlapM2(industrial) ?? 0 };
  const figures = parkFigures(parcels, buildings, sites, overlaps, ground.landUses);
  return { park: records.park, parcels, buildings, sites, gaps, ...overlaps, figures };
}

/** The records behind facts. */
export const recordsOf = ({ park, parcels, buildings }: ParkFacts): ParkRecords => ({
  park,
  parcels,
  buildings: new Map(buildings.map((b) => [b.row, b.building])),
});
