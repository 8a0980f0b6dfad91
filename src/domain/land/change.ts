import type { Layer } from '../geometry/columns/layer.ts';
import { kindNames, type Kind } from './fields/kinds.ts';
import type { Building, Jurisdiction, Parcel, Park, SupplyPlan, SupplyRow, Township, Zone } from './model.ts';

/** The records of each table, by what a record of it is called. */
export interface RecordTypes {
  readonly park: Park;
  readonly parcel: Parcel;
  readonly building: Building;
  readonly township: Township;
  readonly zone: Zone;
  readonly jurisdiction: Jurisdiction;
  readonly supplyPlan: SupplyPlan;
  readonly supplyRow: SupplyRow;
}

export type TableName = Kind;
export const tableNames: readonly TableName[] = kindNames;

/**
 * What a record is known by: a small integer of its table, given when it first appears and never given again. It stays
 * through every change, through split and merge, undo and redo; `kind` and `id` are its name for people.
 */
export type Key = number;

/** A record and its boundary, new or in place of what the key held. */
export interface Put<T> {
  readonly key: Key;
  readonly record: T;
  /** A layer of one feature, in the coordinates of the table; of a record without boundary one without parts. */
  readonly shape: Layer;
  /**
   * Set where the key holds nothing: the record it comes after in the file, null for the end. One that was there before
   * comes back to its own place.
   */
  readonly after?: Key | null;
}

/** Fields given new values; undefined takes one away. The boundary stays. */
export interface Patch<T> {
  readonly key: Key;
  readonly fields: Partial<T>;
}

/** At most one entry a key. */
export interface TableChange<T> {
  readonly put?: readonly Put<T>[];
  readonly patch?: readonly Patch<T>[];
  readonly remove?: readonly Key[];
}

export type TableChanges = { readonly [K in TableName]?: TableChange<RecordTypes[K]> };

/** What was done to a boundary by hand. */
export type DrawingStep =
  | 'drawn' // {id}
  | 'hole-cut' // {id}
  | 'part-added' // {id}
  | 'vertex-moved' // {id, number}: 界址点号
  | 'vertex-added' // {id, number}
  | 'vertex-deleted' // {id, number}
  | 'edge-moved' // {id, number, to, distanceM}: between two 界址点
  | 'shape-moved' // {id, distanceM}
  | 'shape-rotated' // {id, degrees}: clockwise
  | 'shape-copied' // {id, count}
  | 'set-back' // {id, distanceM}
  | 'overlap-clipped'; // {id}

/** What a change does, for people: each code has a sentence. */
export interface ChangeNote {
  readonly code:
    | 'split' // {id, count}
    | 'merge' // {ids}
    | 'repair-boundaries' // {count}
    | 'snap' // {count}
    | 'mend' // {park, rule}: a repair of a missed rule
    | 'edit' // {id}: fields of one record
    | 'fields-set' // {kind, ids, field}: `field` may be several, with 、 between
    | 'assigned' // {park, in, out}: ids that came in and that left; '' for none
    | 'park-begun' // {park, in}
    | 'storeys-added' // {ids, by}: below 0 they are taken off
    | 'removed' // {kind, ids, buildings?}: those that went with parcels
    | 'laid-out' // {id, family, count}: ids of the land, the kind of layout, how many buildings
    | 'scenario-taken' // {id, name, reason, on}: a scenario 方案 with its number became the draft; `on`: the day
    | 'scenario-in-hand' // {name}: not a step; what was done until then is of a scenario that was not taken
    | 'storeys-divided' // {id, storeys, count}: 划分楼层; how many units a storey
    | 'wall-moved' // {id, storeys}
    | 'units-merged' // {id, storeys}
    | 'unit-split' // {id, storeys}
    | 'units-marked' // {id, units}: 自持, 出售, 配套
    | 'unit-filled' // {id, units}
    | 'existing-cleared' // {ids}
    | 'existing-kept' // {ids}
    | 'imported' // {count, file}
    | 'fields-filled' // {count, file}: what a table says of parcels there are
    | 'flag-decided' // {ids, decision, flag}: what an official said of what the screen flags
    | 'flag-decision-withdrawn' // {ids}
    | 'plan-made' // {year, count}: 供应计划
    | 'plan-edited' // {plan}
    | 'plan-removed' // {plan, count}
    | 'plan-state' // {plan, state}
    | 'plan-adjusted' // {plan, version}
    | 'rows-added' // {rows, plan}: ids as above
    | 'row-edited' // {row, kind, field}: `field` may be several, with 、 between
    | 'rows-removed' // {rows}
    | 'rows-promoted' // {rows}
    | 'row-step' // {rows, step, on}
    | 'row-step-taken-back' // {row, step}
    | 'row-application' // {rows, what}: 用地预申请 applied, accepted or dropped
    | 'rows-carried' // {rows, plan}
    | DrawingStep;
  readonly params: Readonly<Record<string, string | number>>;
  /** When it was done, YYYY-MM-DD HH:MM in China; absent of what is not done yet, and of older drafts. */
  readonly at?: string;
}

/** What is to be done to land, as data: it can be shown, sent, logged, joined with another and undone. */
export interface Change {
  /** Version of the land it was made for. */
  readonly base: number;
  readonly note?: ChangeNote;
  readonly tables: TableChanges;
}

/** What was changed: keys by table. */
export type Touched = { readonly [K in TableName]?: readonly Key[] };

/** The record with these fields, without those that are undefined. */
export function patched<T>(record: T, fields: Partial<T>): T {
  const result: Partial<T> = { ...record };
  for (const name of Object.keys(fields) as (keyof T)[])
    if (fields[name] === undefined) delete result[name];
    else result[name] = fields[name];
  return result as T;
}

/** Keys of a table's change, each once. */
export const keysOf = ({ put = [], patch = [], remove = [] }: TableChange<unknown>): Key[] => [
  ...put.map(({ key }) => key),
  ...patch.map(({ key }) => key),
  ...remove,
];
