import type { Key } from '../../domain/land/change.ts';
import type { Building, Parcel, Project, Table } from '../../domain/land/model.ts';
import { codedOf, recoded, type Coded } from '../../domain/land/records/coded.ts';
import { rowsWhere } from '../../domain/land/records/records.ts';
import { massOf } from '../../domain/land/storeys.ts';
import { STATES_OF_USE } from '../../domain/land/states-of-use.ts';
import type { TileFeature } from '../../formats/mvt/changed-features.ts';
import { tileSet, type TileOptions, type TileSet } from '../../formats/mvt/tiles.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { areRows } from '../parcel-lines.ts';
import { isDrawable, layerOfRows } from './rows.ts';

type Compare = NonNullable<TileOptions['compare']>;
type Tags = TileFeature['tags'];

/** Of each row the key it is told by, where that is not the row. */
const idsOf = ({ keys }: Pick<Table<unknown>, 'keys'>): { readonly ids?: Uint32Array } =>
  keys && !areRows(keys) ? { ids: Uint32Array.from(keys) } : {};

/**
 * Features carry their key as id. A parcel of a class the pack does not know is drawn without colour, not left out; one
 * whose boundary is broken is marked, because a fill would claim an inside it does not have.
 */
export function parcelTiles({ parcels }: Project, pack: Pack, broken: ReadonlySet<number>, compare: Compare): TileSet {
  const { records, layer } = parcels;
  return tileSet(layer, {
    name: 'parcels',
    ...idsOf(parcels),
    compare,
    tags: [
      { key: 'lc', ...recoded(records.coded('landClass'), (landClass) => pack.landClassOf(landClass)?.colour) },
      { key: 'status', ...records.coded('status') },
      { key: 'broken', ...marked(records.length, broken) },
    ],
  });
}

/** Rows that are true, the others without. */
function marked(length: number, rows: ReadonlySet<number>): Coded<true> {
  const codes = new Int32Array(length).fill(-1);
  for (const row of rows) codes[row] = 0;
  return { values: rows.size > 0 ? [true] : [], codes };
}

/** The tags of one of them. */
export const parcelTags = ({ landClass, status }: Parcel, pack: Pack, isBroken: boolean): Tags => [
  landClass && pack.landClassOf(landClass)?.colour,
  status,
  isBroken || undefined,
];

const states: readonly unknown[] = STATES_OF_USE;

/** Parcels drawn with a texture, apart from the others: their tiles are laid out anew when the zoom changes. */
export function stateTiles({ parcels }: Project, broken: ReadonlySet<number>, compare: Compare): TileSet {
  const { records, layer, keys } = parcels;
  const { values, codes } = records.coded('status');
  const isState = values.map((status) => states.includes(status));
  const rows = Uint32Array.from(rowsWhere(records, (row) => isState[codes[row]] && !broken.has(row)));
  const status = { key: 'status', values, codes: Int32Array.from(rows, (row) => codes[row]) };
  const ids = rows.map((row) => keys?.[row] ?? row);
  return tileSet(layerOfRows(layer, rows), { name: 'states', ids, compare, tags: [status] });
}

/** The tags of one of them; null where it has no texture. */
export const stateTags = ({ status }: Parcel, isBroken: boolean): Tags | null =>
  !isBroken && states.includes(status) ? [status] : null;

/** The parcels a list holds, those that are drawn. */
export function listedTiles(table: Pick<Table<Parcel>, 'layer'>, keys: readonly Key[], compare: Compare): TileSet {
  const rows = Uint32Array.from(keys.keys()).filter((row) => isDrawable(table.layer, row));
  return tileSet(layerOfRows(table.layer, rows), { name: 'listed', ids: rows.map((row) => keys[row]), compare });
}

/** Buildings with their height `h`, m: known, or what is usual for their storeys. */
export function buildingTiles({ buildings }: Project, ids: Uint32Array, compare: Compare): TileSet {
  const { records, layer } = buildings;
  const [use, storeys] = [records.field('use'), records.field('storeys')];
  const [height, heights] = [records.field('storeyHeightM'), records.field('storeyHeightsM')];
  const h = codedOf(records.length, (row) =>
    heightTag({ use: use(row), storeys: storeys(row), storeyHeightM: height(row), storeyHeightsM: heights(row) }),
  );
  return tileSet(layer, { name: 'buildings', ids, compare, tags: [{ key: 'h', ...h }] });
}

/** To a tenth of a metre: it is drawn, not read. */
const heightTag = (building: Parameters<typeof massOf>[0]): number =>
  Math.round(massOf(building, false).heightM * 10) / 10;

/** The tags of one of them. */
export const buildingTags = (building: Building): Tags => [heightTag(building)];
