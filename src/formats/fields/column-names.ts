import { fieldOfColumn } from '../features/columns.ts';
import { headingOf, keyOfName } from './heading.ts';
import { fieldsOfKind, type RecordKind } from '../../domain/land/fields/kinds.ts';
import type { WrittenUnit } from './units.ts';

/** What a column is called after. */
export interface Column {
  readonly field: string;
  /** Of a field that is a record: `code` of the land class, `green` of the conditions. */
  readonly part?: string;
  /** Of its figures, as its heading says. */
  readonly units: readonly WrittenUnit[];
  /** Of several columns of one field the one of the lowest rank counts: 登记面积 before 用地面积. */
  readonly rank: number;
}

/** The field a listed name means, and the place of the name in its list. */
export type Name = Pick<Column, 'field' | 'rank'>;
export type Names = ReadonlyMap<string, Name>;
type NamesOf = (kind: RecordKind) => Names | undefined;

/** What a parcel's number and name are called everywhere; the pack's dictionary adds the rest. */
const common: ReadonlyMap<string, string> = new Map([
  ['编号', 'id'],
  ['名称', 'name'],
]);
export const commonNames: readonly string[] = [...common.keys()];
/** Names no list has come after those of the dictionary. */
const lastRank = 1000;

/** By the whole name first, for the dictionary has names with units in them; then by the name less its units. */
export function columnIn(namesOf: NamesOf, kind: RecordKind, column: string): Column | undefined {
  const heading = headingOf(column);
  const whole = called(namesOf, kind, keyOfName(column));
  const found = whole ?? (heading.name === '' ? bareUnits(kind, heading.units) : called(namesOf, kind, heading.name));
  return found && { ...found, units: heading.units };
}

type Called = Omit<Column, 'units'> | undefined;

function called(namesOf: NamesOf, kind: RecordKind, name: string): Called {
  const listed = namesOf(kind)?.get(name);
  if (listed) return listed;
  const usual = common.get(name);
  if (usual !== undefined) return { field: usual, rank: lastRank };
  return kind === 'parcel' ? (initials(name) ?? partOf(name) ?? conditionCalled(namesOf, name)) : undefined;
}

/** The usual pinyin initials of a parcel's columns (DKBH 地块编号), as Shapefiles and what is made of them have them. */
function initials(name: string): Called {
  const column = name.toUpperCase();
  const field = Object.hasOwn(fieldOfColumn, column) ? fieldOfColumn[column] : undefined;
  if (field === undefined) return undefined;
  return Object.hasOwn(fieldsOfKind('parcel'), field) ? { field, rank: lastRank } : partOf(field);
}

/** A record takes several columns of a table: `landClassCode`, `conditions.green`. */
function partOf(name: string): Called {
  if (name === 'landClassSystem') return { field: 'landClass', part: 'system', rank: 0 };
  if (name === 'landClassCode') return { field: 'landClass', part: 'code', rank: 0 };
  const part = /^conditions\.(\w+)$/.exec(name)?.[1];
  return part !== undefined && Object.hasOwn(fieldsOfKind('condition'), part)
    ? { field: 'conditions', part, rank: 0 }
    : undefined;
}

function conditionCalled(namesOf: NamesOf, name: string): Called {
  const found = namesOf('condition')?.get(name);
  return found && { field: 'conditions', part: found.field, rank: found.rank };
}

/** A column called nothing but 亩 or m²（亩） holds the area of the parcel. */
const bareUnits = (kind: RecordKind, units: readonly WrittenUnit[]): Called =>
  kind === 'parcel' && units.length > 0 && units.every(({ quantity }) => quantity === 'area')
    ? { field: 'statedAreaM2', rank: lastRank + 1 }
    : undefined;
