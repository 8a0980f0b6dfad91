import { LiveBoxes } from '../geometry/boxes/live-boxes.ts';
import { boundsOf } from '../geometry/measure/measures.ts';
import type { LandUses } from './land-use.ts';
import type { Parcel, Project } from './model.ts';
import type { RoadsNear } from './lie.ts';
import { rowsWhere } from './records/records.ts';

/** Lookups that run against the references: parcels of a park, buildings of a parcel, roads in a box. */
export interface LandIndex {
  readonly parcelsOfPark: ReadonlyMap<string, readonly number[]>;
  readonly buildingsOfParcel: ReadonlyMap<string, readonly number[]>;
  /** Buildings that name no parcel, by place: rows whose bounds meet the box. */
  unnamedBuildingsIn(west: number, south: number, east: number, north: number): readonly number[];
  readonly roadsNear: RoadsNear;
}

/** Rows by what a field of theirs names. */
function grouped(length: number, field: (row: number) => string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < length; row++) {
    const name = field(row);
    if (name === undefined) continue;
    const rows = groups.get(name);
    if (rows) rows.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/** Rows of `layer` by place, in their order. */
function byPlace(layer: Project['parcels']['layer'], rows: readonly number[]): RoadsNear {
  const drawn = rows.filter((row) => layer.partStart[row + 1] > layer.partStart[row]);
  const boxes = LiveBoxes.of(drawn, (n) => boundsOf(layer, drawn[n]));
  return (...box) => boxes.meeting(box).sort((a, b) => a - b);
}

/** Whether a parcel is a road that may lie between the sites of any park. */
export const isOpenRoad = ({ parkId, landClass }: Pick<Parcel, 'parkId' | 'landClass'>, landUses: LandUses): boolean =>
  !parkId && landClass !== undefined && landUses.isRoad(landClass);

export function landIndex(project: Project, landUses: LandUses): LandIndex {
  const { parcels, buildings } = project;
  const [parkOf, classOf] = [parcels.records.field('parkId'), parcels.records.field('landClass')];
  const roads = rowsWhere(parcels.records, (row) =>
    isOpenRoad({ parkId: parkOf(row), landClass: classOf(row) }, landUses),
  );
  const parcelOf = buildings.records.field('parcelId');
  const unnamed = rowsWhere(buildings.records, (row) => parcelOf(row) === undefined);
  return {
    parcelsOfPark: grouped(parcels.records.length, parkOf),
    buildingsOfParcel: grouped(buildings.records.length, parcelOf),
    unnamedBuildingsIn: byPlace(buildings.layer, unnamed),
    roadsNear: byPlace(parcels.layer, roads),
  };
}
