import { buildLayer } from '../geometry/columns/builder.ts';
import { refuse, ok, type Refusal, type Result } from '../outcome.ts';
import {
  keysOf,
  tableNames,
  type Change,
  type Key,
  type Patch,
  type Put,
  type RecordTypes,
  type TableChange,
  type TableName,
  type Touched,
} from './change.ts';
import { KeyedTable } from './keyed-table.ts';
import type { Project, Table } from './model.ts';
import { arrayRecords } from './records/array-records.ts';

/** The change was made for a state that is gone: `records`, `kind id` each, were changed or taken out since. */
export type ChangeRefusal = Refusal<'changed-meanwhile'>;

export interface Applied {
  /** What leads back, as long as none of the records is changed again. */
  readonly inverse: Change;
  readonly touched: Touched;
}

type Tables = { readonly [K in TableName]: KeyedTable<RecordTypes[K]> };

/** Land by key while it changes: tables, a version, and what was changed when. */
export class Land {
  readonly #tables: Tables;
  /** What a project holds beside its tables; no change reaches it. */
  readonly #rest: Pick<Project, 'title' | 'extra' | 'others'>;
  #version: number;
  #project: Project | null;

  static of(project: Project): Land {
    const { parks, jurisdictions, supplyPlans = [], supplyRows = [], title, extra, others, keys = {} } = project;
    const tables: Tables = {
      park: KeyedTable.of(undrawn(parks), keys.park),
      parcel: KeyedTable.of(project.parcels, keys.parcel),
      building: KeyedTable.of(project.buildings, keys.building),
      township: KeyedTable.of(project.townships, keys.township),
      zone: KeyedTable.of(project.zones, keys.zone),
      jurisdiction: KeyedTable.of(undrawn(jurisdictions), keys.jurisdiction),
      supplyPlan: KeyedTable.of(undrawn(supplyPlans), keys.supplyPlan),
      supplyRow: KeyedTable.of(undrawn(supplyRows), keys.supplyRow),
    };
    return new Land(tables, { title, extra, others }, 0, project);
  }

  private constructor(
    tables: Tables,
    rest: Pick<Project, 'title' | 'extra' | 'others'>,
    version: number,
    project: Project | null,
  ) {
    this.#tables = tables;
    this.#rest = rest;
    this.#version = version;
    this.#project = project;
  }

  /** The same land, to be changed apart from this one; costs what was changed since it was opened. */
  fork(): Land {
    const tables = Object.fromEntries(tableNames.map((name) => [name, this.#tables[name].fork()])) as unknown as Tables;
    return new Land(tables, this.#rest, this.#version, this.#project);
  }

  get version(): number {
    return this.#version;
  }

  table<K extends TableName>(name: K): KeyedTable<RecordTypes[K]> {
    return this.#tables[name];
  }

  /** The land as a plain project, records in the order of the file; made once a version. */
  get project(): Project {
    if (this.#project) return this.#project;
    const { park, parcel, building, township, zone, jurisdiction, supplyPlan, supplyRow } = this.#tables;
    const [supplyPlans, supplyRows] = [[...supplyPlan.compact().records], [...supplyRow.compact().records]];
    const keys = tableNames.flatMap((name) => {
      const own = this.#tables[name].tableKeys;
      return own ? [[name, own] as const] : [];
    });
    return (this.#project = {
      ...withoutAbsent(this.#rest),
      ...(keys.length > 0 && { keys: Object.fromEntries(keys) }),
      parks: [...park.compact().records],
      parcels: parcel.compact(),
      buildings: building.compact(),
      townships: township.compact(),
      zones: zone.compact(),
      jurisdictions: [...jurisdiction.compact().records],
      ...(supplyPlans.length > 0 && { supplyPlans }),
      ...(supplyRows.length > 0 && { supplyRows }),
    });
  }

  /** The land was written somewhere as it is: no key that is in it is given to another record any more. */
  kept(): void {
    for (const name of tableNames) this.#tables[name].kept();
    this.#project = null;
  }

  /** Keys of the rows of `project`'s table. */
  keys(name: TableName): readonly Key[] {
    return this.#tables[name].listed();
  }

  /**
   * All of the change or nothing. Keys that were never given or that stand twice, and boundaries of more than one feature or
   * in other coordinates than the table's, are faults: RangeError, and nothing is changed.
   */
  apply({ base, note, tables }: Change): Result<Applied, ChangeRefusal> {
    const gone = tableNames.flatMap((name) => this.#conflicts(name, tables[name], base));
    if (gone.length > 0)
      return refuse('changed-meanwhile', { count: gone.length, records: gone.slice(0, 5).join('、') });
    this.#version++;
    const inverse: { -readonly [K in TableName]?: TableChange<RecordTypes[K]> } = {};
    const touched: { -readonly [K in TableName]?: readonly Key[] } = {};
    for (const name of tableNames) {
      const change = tables[name];
      const keys = change ? keysOf(change) : [];
      if (!change || keys.length === 0) continue;
      inverse[name] = appliedTo<object>(this.#tables[name], change, this.#version) as never;
      touched[name] = keys;
    }
    this.#project = null;
    return ok({ inverse: { base: this.#version, ...(note && { note }), tables: inverse }, touched });
  }

  /** Records of a change that are not as it knew them, `kind id` each. */
  #conflicts<K extends TableName>(name: K, change: TableChange<RecordTypes[K]> | undefined, base: number): string[] {
    const table = this.#tables[name];
    const keys = change ? keysOf(change) : [];
    const put = new Set(change?.put?.map(({ key }) => key));
    const fresh = new Set(change?.put?.filter(({ after }) => after !== undefined).map(({ key }) => key));
    if (new Set(keys).size < keys.length) throw new RangeError(`a ${name} stands twice in one change`);
    for (const { key, shape } of change?.put ?? []) {
      if (shape.size !== 1) throw new RangeError(`${shape.size} boundaries for ${name} ${key}`);
      if (!table.takes(shape)) throw new RangeError(`the boundary of ${name} ${key} is in other coordinates`);
    }
    return keys.flatMap((key) => {
      if (!table.isTaken(key)) throw new RangeError(`the ${name} ${key} was never given`);
      const isThere = table.rowOf(key) !== undefined;
      const isSame = table.isAsOf(key, base);
      const isBack = put.has(key);
      return isSame && (isThere !== fresh.has(key) || (isBack && !isThere))
        ? []
        : [`${name} ${nameOf(table.record(key), key)}`];
    });
  }
}

/** A record by its id, one that is gone by its number. */
function nameOf(record: RecordTypes[TableName] | undefined, key: Key): string {
  if (record === undefined) return `#${key + 1}`;
  return 'id' in record ? record.id : record.code;
}

/** Changes the table and tells what leads back: fields that were given as they stood, else records whole, and those that were not there gone again. */
function appliedTo<T>(table: KeyedTable<T>, change: TableChange<T>, version: number): TableChange<T> {
  table.foldIfLong();
  const gone = new Set(change.remove);
  const [back, whole]: [Patch<T>[], Key[]] = [[], [...(change.put ?? []).map(({ key }) => key)]];
  for (const { key, fields } of change.patch ?? []) {
    const was = fieldsAsTheyStood(table.record(key)!, fields);
    if (was) back.push({ key, fields: was });
    else whole.push(key);
  }
  const before = [...whole, ...gone].flatMap((key): Put<T>[] => {
    const [record, shape] = [table.record(key), table.shape(key)];
    if (record === undefined || shape === undefined) return [];
    // What is taken out comes back where it stood, whatever is said of its place.
    return [{ key, record, shape, ...(gone.has(key) && { after: null }) }];
  });
  const there = new Set(before.map(({ key }) => key));
  for (const put of change.put ?? []) table.put(put, version);
  for (const patch of change.patch ?? []) table.patch(patch, version);
  for (const key of gone) table.remove(key, version);
  const remove = [...whole, ...gone].filter((key) => !there.has(key));
  return {
    ...(before.length > 0 && { put: before }),
    ...(back.length > 0 && { patch: back }),
    ...(remove.length > 0 && { remove }),
  };
}

/** Null where a field is taken away: given back it would stand last, and the record be another than it was. */
function fieldsAsTheyStood<T>(record: T, fields: Partial<T>): Partial<T> | null {
  const names = Object.keys(fields) as (keyof T)[];
  if (names.some((name) => fields[name] === undefined && record[name] !== undefined)) return null;
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Partial<T>;
}

/** Records without boundaries as a table. */
const undrawn = <T>(records: readonly T[]): Table<T> => ({
  records: arrayRecords(records),
  layer: buildLayer(records.map(() => null)),
});

const withoutAbsent = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
