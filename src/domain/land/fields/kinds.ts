import { building, commonPart, floorUnit } from './building.ts';
import { conditions } from './conditions.ts';
import { lease } from './lease.ts';
import { monthlyReport } from './monthly-report.ts';
import { parcel } from './parcel.ts';
import { park } from './park.ts';
import { jurisdiction, township, zone } from './places.ts';
import { planState, preApplication, supplyCeiling, supplyPlan, supplyRow, supplyStep } from './supply.ts';
import type { Fields, FieldType } from './type.ts';

/*
 * The one table of fields 字段表: a row a field, with its type, unit and bounds, what split and merge do with it and
 * whether the public may see it. Types, the reader's checks, the JSON Schema, the check of a pack's dictionary, the list
 * in `docs/` are made from it, so that a new field is one row. Its names for people, further names on import and the
 * words of its values are not here but in the pack's `fields.yaml`: they are the words of a place and of its law, and a
 * land office adds to them without a program; a pack is refused that leaves a field out or names one there is not.
 *
 * The public may see what a park is and does and what planning announces: names, places, areas, land classes, conditions,
 * the state of use and the rows of a supply plan. It does not see money (but the rent a park asks) and what firms earn or pay, who buys or rents,
 * dealings between an office and a firm that are not over (notices, findings, disposals, delays, reports), assessments
 * for plans to come, nor free text that no one has looked through for the public. What a file holds beside its fields is
 * never shown. Boundary points are no field: no boundary leaves by a public way, and neither do records that are drafts.
 */

/** Kinds of record of the exchange file, in the order of the file; the last two came later, and most files have none. */
const kinds = { park, parcel, building, township, zone, jurisdiction, supplyPlan, supplyRow } as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];
export const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** Records within a record, by what one of them is called; their fields are rows like any. */
const inner = {
  unit: floorUnit,
  commonPart,
  lease,
  condition: conditions,
  planState,
  supplyCeiling,
  supplyStep,
  preApplication,
  monthlyReport,
} as const;

/** Those of the ledger, which no rule judges. */
export type LedgerKind =
  'supplyPlan' | 'supplyRow' | 'planState' | 'supplyCeiling' | 'supplyStep' | 'preApplication' | 'monthlyReport';

/** Records that have fields: those of a kind, and the units, leases and planning conditions inside them. */
export type RecordKind = Kind | keyof typeof inner;
const tables: Readonly<Record<RecordKind, Fields>> = { ...kinds, ...inner };
export const recordKinds = Object.keys(tables) as readonly RecordKind[];
export const isRecordKind = (kind: unknown): kind is RecordKind =>
  typeof kind === 'string' && Object.hasOwn(tables, kind);
export const fieldsOfKind = (kind: RecordKind): Fields => tables[kind];

/** The field that names a record of the kind. */
export const keyOf = (kind: Kind): 'id' | 'code' => (kind === 'jurisdiction' ? 'code' : 'id');

const isInner = (name: string): name is keyof typeof inner => Object.hasOwn(inner, name);
/** The record type of a field that holds one or a list of them. */
const recordIn = (type: FieldType) => (type.is === 'list' ? type.of : type);
/** Kind of the records a field holds, one or a list of them, by the name of the field. */
export const nested: Readonly<Record<string, RecordKind>> = Object.fromEntries(
  Object.values(tables)
    .flatMap((fields) => Object.entries(fields))
    .flatMap(([field, row]) => {
      const type = recordIn(row);
      return type.is === 'record' && isInner(type.name) ? [[field, type.name]] : [];
    }),
);
