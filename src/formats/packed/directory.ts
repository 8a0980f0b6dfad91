import { parseJson } from '../exchange/json.ts';
import { damaged } from './damaged.ts';

/*
 * The directory (section 0, JSON) says what the other sections are. Numbers of sections stand where bytes are meant.
 */
export interface LayerEntry {
  readonly partCounts: number;
  readonly ringCounts: number;
  readonly vertexCounts: number;
  readonly lonLat: CoordinateEntry;
  readonly surveyed?: CoordinateEntry & { readonly epsg: number };
}
export interface CoordinateEntry {
  readonly data: number;
  readonly decimals: number | null;
  readonly closed: boolean;
}
export interface ColumnEntry {
  readonly field: string;
  /** `own`: a field of the kind; `extra`: a property kept aside; `rest`: the many others, as one object. */
  readonly role: 'own' | 'extra' | 'rest';
  readonly as: 'number' | 'text' | 'json';
  /** Numbers or texts. */
  readonly data: number;
  /** Which text each row has; without it row i has text i. */
  readonly codes?: number;
  /** A bit for each row that has a value; without it all have one. */
  readonly present?: number;
}
export interface TableEntry {
  readonly rows: number;
  /** Key of each row and the next to be given, where keys are not the numbers of the rows. */
  readonly keys?: number;
  readonly nextKey?: number;
  readonly columns: readonly ColumnEntry[];
  readonly layer?: LayerEntry;
}
export interface Directory {
  readonly title?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
  /** GeoJSON features of other kinds, a JSON array. */
  readonly others?: number;
  readonly tables: Readonly<Record<string, TableEntry>>;
}

type Loose = Readonly<Record<string, unknown>>;

export function jsonOf(text: string): unknown {
  const json = parseJson(text);
  if (!json.ok) throw damaged('json');
  return json.value;
}

function objectOf(value: unknown): Loose {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged('directory');
  return value as Loose;
}

/** A whole number 0 .. 2³²−1. */
function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 0xffff_ffff)
    throw damaged('directory');
  return value;
}
const optional = <T>(value: unknown, of: (value: unknown) => T): T | undefined =>
  value === undefined ? undefined : of(value);

function oneOf<T extends string>(value: unknown, ...names: readonly T[]): T {
  const name = names.find((n) => n === value);
  if (name === undefined) throw damaged('directory');
  return name;
}
function text(value: unknown): string {
  if (typeof value !== 'string') throw damaged('directory');
  return value;
}

/** The directory from its text; damaged where anything in it is not as written above. */
export function directoryOf(source: string): Directory {
  const { title, extra, others, tables } = objectOf(jsonOf(source));
  return {
    title: optional(title, text),
    extra: optional(extra, objectOf),
    others: optional(others, whole),
    tables: Object.fromEntries(Object.entries(objectOf(tables)).map(([kind, entry]) => [kind, tableOf(entry)])),
  };
}

function tableOf(value: unknown): TableEntry {
  const { rows, keys, nextKey, columns, layer } = objectOf(value);
  if (!Array.isArray(columns)) throw damaged('directory');
  return {
    rows: whole(rows),
    keys: optional(keys, whole),
    nextKey: optional(nextKey, whole),
    columns: columns.map(columnOf),
    layer: optional(layer, layerOf),
  };
}

function columnOf(value: unknown): ColumnEntry {
  const entry = objectOf(value);
  return {
    field: text(entry.field),
    role: oneOf(entry.role, 'own', 'extra', 'rest'),
    as: oneOf(entry.as, 'number', 'text', 'json'),
    data: whole(entry.data),
    codes: optional(entry.codes, whole),
    present: optional(entry.present, whole),
  };
}

function layerOf(value: unknown): LayerEntry {
  const entry = objectOf(value);
  return {
    partCounts: whole(entry.partCounts),
    ringCounts: whole(entry.ringCounts),
    vertexCounts: whole(entry.vertexCounts),
    lonLat: coordinatesOf(entry.lonLat),
    surveyed: optional(entry.surveyed, (v) => ({ ...coordinatesOf(v), epsg: whole(objectOf(v).epsg) })),
  };
}

function coordinatesOf(value: unknown): CoordinateEntry {
  const { data, decimals, closed } = objectOf(value);
  if (typeof closed !== 'boolean') throw damaged('directory');
  if (decimals !== null && whole(decimals) > 9) throw damaged('directory');
  return { data: whole(data), decimals: decimals === null ? null : whole(decimals), closed };
}
