import Flatbush from 'flatbush';
import { boundsOf } from '../geometry/measure/measures.ts';
import type { LandUses } from './land-use.ts';
import type { Project } from './model.ts';
import type { RoadsNear } from './lie.ts';

/** Lookups that run against the references: parcels of a park, buildings of a parcel, roads in a box. */
export interface LandIndex {
  readonly parcelsOfPark: ReadonlyMap<string, readonly number[]>;
  readonly buildingsOfParcel: ReadonlyMap<string, readonly number[]>;
  /** Buildings that name no parcel, by place: rows whose bounds meet the box. */
  unnamedBuildingsIn(west: number, south: number, east: number, north: number): readonly number[];
  readonly roadsNear: RoadsNear;
}

function grouped<T>(records: readonly T[], key: (record: T) => string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  records.forEach((record, row) => {
    const k = key(record);
    if (k === undefined) return;
    const rows = groups.get(k);
    if (rows) rows.push(row);
    else groups.set(k, [row]);
  });
  return groups;
}

/** Rows of `layer` by place; built on first use, because most files have few such rows or none. */
function byPlace(layer: Project['parcels']['layer'], rows: readonly number[]): RoadsNear {
  const drawn = rows.filter((row) => layer.partStart[row + 1] > layer.partStart[row]);
  if (drawn.length === 0) return () => [];
  let tree: Flatbush | null = null;
  return (west, south, east, north) => {
    if (!tree) {
      tree = new Flatbush(drawn.length);
      for (const row of drawn) {
        const [w, s, e, n] = boundsOf(layer, row);
        tree.add(w, s, e, n);
      }
      tree.finish();
    }
    return tree.search(west, south, east, north).map((i) => drawn[i]);
  };
}

export function landIndex(project: Project, landUses: LandUses): LandIndex {
  const { parcels, buildings } = project;
  const roads = parcels.records.flatMap((p, row) =>
    !p.parkId && p.landClass && landUses.isRoad(p.landClass) ? [row] : [],
  );
  const unnamed = buildings.records.flatMap((b, row) => (b.parcelId === undefined ? [row] : []));
  return {
    parcelsOfPark: grouped(parcels.records, (p) => p.parkId),
    buildingsOfParcel: grouped(buildings.records, (b) => b.parcelId),
    unnamedBuildingsIn: byPlace(buildings.layer, unnamed),
    roadsNear: byPlace(parcels.layer, roads),
  };
}
