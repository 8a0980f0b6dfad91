import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { Project } from '../../domain/land/model.ts';
import { listedText } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { pointTile, type TilePoint } from '../../formats/mvt/points.ts';
import type { TileSet } from '../../formats/mvt/tiles.ts';
import { sizeAgainst } from '../../policy/headline.ts';
import type { MeasuredParcel } from '../parcel-lines.ts';
import type { TilePlace } from '../view.ts';
import { ringsIn, shapeOf } from './shapes.ts';

/** What is written in the parcels of a city. */
export interface Labelling {
  /** The outlines they stand in, by row. */
  readonly outlines: TileSet;
  /** Sizes 亩 that clauses ask for. */
  readonly sizes: readonly number[];
  readonly measured: (row: number) => Pick<MeasuredParcel, 'areaM2' | 'basis'>;
}

/** Number, name and 亩 of the parcels of a tile, in the middle of each; made when the map asks, for it asks for few. */
export function parcelLabels(
  { parcels }: Project,
  { outlines, sizes, measured }: Labelling,
  { z, x, y }: TilePlace,
): Uint8Array | null {
  const points = labelsIn(parcels, outlines.rowsIn(z, x, y), (row) => {
    const { id, name } = parcels.records.get(row);
    const { areaM2, basis } = measured(row);
    const mu = Number.isNaN(areaM2) ? undefined : listedText(muOf(areaM2), 'mu', sizeAgainst(sizes, areaM2, basis));
    return { no: id, name: name === id ? undefined : name, mu };
  });
  return pointTile('parcelLabels', points, z, x, y);
}

/** Storeys 层数 of the buildings of a tile, where they are known. */
export function buildingLabels({ buildings }: Project, outlines: TileSet, { z, x, y }: TilePlace): Uint8Array | null {
  const storeys = buildings.records.field('storeys');
  const rows = outlines.rowsIn(z, x, y).filter((row) => storeys(row) !== undefined);
  const points = labelsIn(buildings, rows, (row) => ({ storeys: storeys(row) }));
  return pointTile('buildingLabels', points, z, x, y);
}

function labelsIn(
  { layer, keys }: Pick<Project['parcels'], 'layer' | 'keys'>,
  rows: Uint32Array,
  tagsOf: (row: number) => TilePoint['tags'],
): TilePoint[] {
  return [...rows].flatMap((row) => {
    const at = pointInside(ringsIn(shapeOf(layer, row)));
    return at ? [{ id: keys?.[row] ?? row, lon: at[0], lat: at[1], tags: tagsOf(row) }] : [];
  });
}
