import { refuse, type Result } from '../domain/outcome.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import type { EditRefusal, FeatureChange } from '../domain/geometry/edit/proposal.ts';
import type { Change, ChangeNote, Put, RecordTypes, TableChange, TableName } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Parcel } from '../domain/land/model.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';
import { each, type Records } from '../domain/land/records/records.ts';

/** What a person confirms: the change, and what it does to every record it touches. Nothing is applied yet. */
export interface Edit {
  readonly change: Change;
  readonly effects: readonly Effect[];
  /** Records left as they are, with the reason. */
  readonly refused: readonly EditRefusal[];
  readonly notes: readonly EditNote[];
}

export interface Effect {
  readonly kind: 'parcel' | 'building' | 'township' | 'zone';
  readonly id: string;
  /** 平面面积, m²; null where the record is new or goes. */
  readonly areaBeforeM2: SquareMetres | null;
  readonly areaAfterM2: SquareMetres | null;
  /** What was done to the boundary, by code. */
  readonly steps: readonly string[];
}

/** What happens to fields and references beside the boundary. */
export interface EditNote {
  readonly code:
    | 'stated-area-dropped' // {id, areaM2}: a registered area does not survive a new boundary
    | 'footprint-dropped' // {id, areaM2}: nor does a stated footprint a new outline
    | 'amount-dropped' // {id, field}: an amount that cannot be divided, or is not known of every part
    | 'field-differs' // {id, field}: the merged parcels differ; the first one's value stays
    | 'field-combined' // {id, field, rule, value}: they differ; the greatest, the least or the mean by area is taken
    | 'building-moved' // {id, parcel}
    | 'building-without-footprint' // {id, parcel}: put to the largest piece
    | 'building-on-no-parcel' // {id}: it counts nowhere
    | 'left-park' // {id, park}: a parcel of the file is not removed before it has left its park
    | 'taken-from' // {id, park}: it was of another park
    | 'floor-area-follows' // {id, beforeM2, afterM2}: a stated floor area after other storeys
    | 'heights-follow' // {id, storeys, heightM}: storeys added are as high as the top one
    | 'heights-dropped' // {id}: heights storey by storey do not hold any more
    | 'units-gone' // {id, count, ids}: of storeys that are divided anew
    | 'units-off' // {id, count, ids}: of storeys that are taken off
    | 'units-without-storey' // {id, count}: they are there beside the plan
    | 'held-area-follows' // {park, beforeM2, afterM2}: −1: not stated before
    | 'sale-price-follows' // {park, before, after}, yuan per m²; −1: not stated before
    | 'renamed' // {id, now}: the id was taken
    | 'parcels-released' // {park, count}: they go on without a park that is gone
    | 'buildings-gone' // {id, count, ids}: drawn here, they go with the parcel they stand on
    | 'buildings-left'; // {id, count, ids}: buildings of the file on ground that is no parcel any more
  readonly params: Readonly<Record<string, string | number>>;
}

/** An action of the user below every screen: the same in the page, the server, the command and a test. */
export type Operation<Input> = (land: Land, input: Input) => Result<Edit, EditRefusal>;

/** Rows of parcels by id, or a refusal that names the first one that is not there. */
export function rowsOf(records: Records<Parcel>, ids: readonly string[]): Result<number[], EditRefusal> {
  const rowOf = new Map(each(records, records.field('id')).map((id, row) => [id, row]));
  const rows: number[] = [];
  for (const id of ids) {
    const row = rowOf.get(id);
    if (row === undefined) return refuse('no-such-parcel', { id });
    rows.push(row);
  }
  return { ok: true, value: rows };
}

/** A refusal of the geometry with the parcels' ids in place of its row numbers. */
export function namedRefusal(refusal: EditRefusal, records: Records<{ readonly id: string }>): EditRefusal {
  const params = { ...refusal.params };
  for (const key of ['id', 'other'])
    if (typeof params[key] === 'number') params[key] = nameOf(records, params[key] - 1) ?? params[key];
  return { ...refusal, params };
}

const nameOf = (records: Records<{ readonly id: string }>, row: number): string | undefined =>
  row >= 0 && row < records.length ? records.get(row).id : undefined;

/** Records whose boundaries are drawn anew, by their rows: those of the project, or among `keys`. */
export function redrawn<K extends 'parcel' | 'township' | 'zone'>(
  land: Land,
  name: K,
  changes: readonly FeatureChange[],
  keys = land.keys(name),
): Put<RecordTypes[K]>[] {
  const table = land.table(name);
  const { base: layer } = table;
  return changes.map(({ feature, after }) => {
    const key = keys[feature];
    return { key, record: table.record(key)!, shape: layerLike(layer, [after]) };
  });
}

/** A change of the land as it is, of the tables that have anything to be changed; `note` says what it does. */
export function changeOf(
  land: Land,
  tables: { readonly [K in TableName]?: TableChange<RecordTypes[K]> },
  note?: ChangeNote,
): Change {
  const changed = Object.entries(tables).filter(
    ([, { put, patch, remove }]) => put?.length || patch?.length || remove?.length,
  );
  return { base: land.version, ...(note && { note }), tables: Object.fromEntries(changed) };
}

export const effectsOf = (
  kind: Effect['kind'],
  records: Records<{ readonly id: string }>,
  changes: readonly (FeatureChange & { readonly steps?: readonly string[] })[],
): Effect[] =>
  changes.map(({ feature, areaBeforeM2, areaAfterM2, steps = [] }) => ({
    kind,
    id: records.get(feature).id,
    areaBeforeM2,
    areaAfterM2,
    steps,
  }));
