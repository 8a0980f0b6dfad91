import { parcelPlaces } from '../land-places.ts';
import type { ParcelView, TileSetName } from '../view.ts';
import { STATES_OF_USE } from '../../domain/land/states-of-use.ts';
import { parcelFacts } from '../../domain/land/parcel-facts.ts';
import type { Project } from '../../domain/land/model.ts';
import { tileSet, type TileSet } from '../../formats/mvt/tiles.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { ParcelMeasures } from '../../domain/land/parcel-measures.ts';
import { boundsOfRows, isDrawable, layerOfRows } from './rows.ts';
import { linesOf, ringsIn, shapeOf } from './shapes.ts';
import { codedOf, recoded } from '../../domain/land/records/coded.ts';
import { rowsWhere } from '../../domain/land/records/records.ts';

/** Parcels of a city in one tile: as fine as the map library can hold it. */
const AFAR = { extent: 8192, tolerance: 1 } as const;
type OwnSet = Exclude<TileSetName, 'afar'>;

/** The land of an open project: what the page asks for parcel by parcel and tile by tile. */
export interface OpenLand {
  /** Everything about one parcel, `vertexSigmaM` as for `parcelFacts`; null for a row that is not there. */
  readonly parcel: (row: number, vertexSigmaM?: number) => ParcelView | null;
  /** A vector tile with one layer named like its set, `afar` like the parcels it holds; null where it is empty. */
  readonly tile: (set: TileSetName, z: number, x: number, y: number) => Uint8Array | null;
  /** Makes these parcels the tile set `listed`; lon, lat of a point in each, NaN where nothing is drawn. */
  readonly list: (rows: Uint32Array) => Float64Array;
}

export function openLand(project: Project, pack: Pack, measures: ParcelMeasures): OpenLand {
  const { parcels } = project;
  const placeOf = parcelPlaces(project, pack);
  let listed: Uint32Array = new Uint32Array(0);
  const made = new Map<OwnSet, TileSet>();
  const make: Readonly<Record<OwnSet, () => TileSet>> = {
    parcels: () => parcelTiles(project, pack, measures.broken),
    states: () => stateTiles(project, measures.broken),
    listed: () => tileSet(layerOfRows(parcels.layer, listed), { name: 'listed' }),
    buildings: () => tileSet(project.buildings.layer, { name: 'buildings' }),
  };
  return {
    parcel: (row, vertexSigmaM) => {
      const view = parcelView(project, measures, row, vertexSigmaM);
      return view && { ...view, place: placeOf(view.parcel) };
    },
    tile: (set, z, x, y) => {
      // A set costs a copy of its layer on the map's plane: it is made when the map comes to it.
      const own = set === 'afar' ? 'parcels' : set;
      let tiles = made.get(own);
      if (!tiles) made.set(own, (tiles = make[own]()));
      return tiles.tile(z, x, y, set === 'afar' ? AFAR : undefined);
    },
    list: (rows) => {
      listed = rows.filter((row) => isDrawable(parcels.layer, row));
      made.delete('listed');
      return pointsIn(project, rows);
    },
  };
}

/**
 * Features carry their row as id. A parcel of a class the pack does not know is drawn without colour, not left out; one
 * whose boundary is broken is marked, because a fill would claim an inside it does not have.
 */
function parcelTiles({ parcels }: Project, pack: Pack, broken: ReadonlySet<number>): TileSet {
  const { records, layer } = parcels;
  return tileSet(layer, {
    name: 'parcels',
    tags: [
      { key: 'lc', ...recoded(records.coded('landClass'), (landClass) => pack.landClassOf(landClass)?.colour) },
      { key: 'status', ...records.coded('status') },
      { key: 'broken', ...codedOf(records.length, (row) => broken.has(row) || undefined) },
    ],
  });
}

/** Parcels drawn with a texture, apart from the others: their tiles are laid out anew when the zoom changes. */
function stateTiles({ parcels }: Project, broken: ReadonlySet<number>): TileSet {
  const { records, layer } = parcels;
  const { values, codes } = records.coded('status');
  const states: readonly unknown[] = STATES_OF_USE;
  const isState = values.map((status) => states.includes(status));
  const rows = Uint32Array.from(rowsWhere(records, (row) => isState[codes[row]] && !broken.has(row)));
  const status = { key: 'status', values, codes: Int32Array.from(rows, (row) => codes[row]) };
  return tileSet(layerOfRows(layer, rows), { name: 'states', tags: [status] });
}

function parcelView(
  { parcels }: Project,
  { problems, broken }: ParcelMeasures,
  row: number,
  vertexSigmaM?: number,
): Omit<ParcelView, 'place'> | null {
  if (row < 0 || row >= parcels.records.length) return null;
  const parcel = parcels.records.get(row);
  const shape = shapeOf(parcels.layer, row);
  const facts = parcelFacts(parcels, row, vertexSigmaM);
  return {
    parcel,
    facts: { ...facts, problems: problems.get(row) ?? facts.problems },
    bounds: boundsOfRows(parcels.layer, [row]),
    shape: shape && broken.has(row) ? linesOf(shape) : shape,
  };
}

function pointsIn({ parcels }: Project, rows: Uint32Array): Float64Array {
  const points = new Float64Array(2 * rows.length).fill(NaN);
  rows.forEach((row, i) => {
    const at = pointInside(ringsIn(shapeOf(parcels.layer, row)));
    if (at) points.set([at[0], at[1]], 2 * i);
  });
  return points;
}
