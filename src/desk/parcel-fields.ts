import { patched } from '../domain/land/change.ts';
import { fieldsOfKind } from '../domain/land/fields/kinds.ts';
import type { MergeRule } from '../domain/land/fields/type.ts';
import type { Parcel } from '../domain/land/model.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';
import type { EditNote } from './operation.ts';

/*
 * What becomes of the fields of parcels that are split and merged: each as its row in the table of fields says.
 */

interface EditedRecord {
  readonly record: Parcel;
  readonly notes: readonly EditNote[];
}

type Loose = Readonly<Record<string, unknown>>;
const rows = fieldsOfKind('parcel');
const ruleOf = (field: string) => (Object.hasOwn(rows, field) ? rows[field] : undefined);

/** What all pieces of a parcel have, beside the number of each. */
export function recordOfPieces(whole: Parcel): EditedRecord {
  const dropped = Object.keys(whole).filter((field) => ruleOf(field)?.split === 'drop');
  return {
    record: patched(whole, undefinedAt(dropped)),
    notes: dropped.flatMap((field) => droppedNote(whole, whole.id, field)),
  };
}

/** A parcel whose boundary is drawn anew: without what documents say of the boundaries it had. */
export function recordRedrawn(whole: Parcel): EditedRecord {
  const dropped = Object.keys(whole).filter((field) => ruleOf(field)?.merge === 'drop');
  return {
    record: patched(whole, undefinedAt(dropped)),
    notes: dropped.flatMap((field) => droppedNote(whole, whole.id, field)),
  };
}

/** Fields in which each piece is told from the others by its number, from 1. */
export const numberedFields = (whole: Parcel, number: number): Partial<Parcel> =>
  Object.fromEntries(
    Object.entries(whole).flatMap(([field, value]) =>
      ruleOf(field)?.split === 'numbered' ? [[field, `${String(value)}-${number}`]] : [],
    ),
  );

/** The fields of parcels made one, of which the first leads; `areasM2` are those before, in their order. */
export function mergedRecord(parts: readonly Parcel[], id: string, areasM2: readonly SquareMetres[]): EditedRecord {
  const notes: EditNote[] = [];
  const merged: Record<string, unknown> = {};
  const loose: readonly Loose[] = parts;
  for (const field of new Set(parts.flatMap((part) => Object.keys(part)))) {
    if (field === 'id') continue;
    const rule = ruleOf(field)?.merge ?? 'same';
    const values = loose.map((part) => part[field]);
    merged[field] = mergedValue(rule, values, areasM2);
    if (rule === 'drop') notes.push(...parts.flatMap((part) => droppedNote(part, part.id, field)));
    else if (rule !== 'same' && merged[field] === undefined)
      notes.push({ code: 'amount-dropped', params: { id, field } });
    else if (rule !== 'sum' && !areEqual(values)) notes.push(differNote(rule, id, field, merged[field]));
  }
  return { record: patched(parts[0], { ...merged, id }), notes };
}

/** Undefined where the parts do not give one. */
function mergedValue(rule: MergeRule, values: readonly unknown[], areasM2: readonly number[]): unknown {
  if (rule === 'drop') return undefined;
  if (rule === 'same') return values[0];
  const known = values.filter((value) => typeof value === 'number');
  if (known.length < values.length) return undefined;
  if (rule === 'sum') return known.reduce((sum, value) => sum + value, 0);
  if (rule === 'greatest') return Math.max(...known);
  if (rule === 'least') return Math.min(...known);
  return areEqual(known) ? known[0] : mean(known, areasM2);
}

/** To as many digits as are meant. */
function mean(values: readonly number[], weights: readonly number[]): number {
  const sum = values.reduce((all, value, i) => all + value * weights[i], 0);
  return Number((sum / weights.reduce((all, weight) => all + weight, 0)).toPrecision(12));
}

const areEqual = (values: readonly unknown[]): boolean =>
  values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));

const differNote = (rule: MergeRule, id: string, field: string, value: unknown): EditNote =>
  rule === 'same'
    ? { code: 'field-differs', params: { id, field } }
    : { code: 'field-combined', params: { id, field, rule, value: Number(value) } };

/** A registered area is named; how precisely and on what basis it was stated goes with it. */
function droppedNote({ statedAreaM2 }: Parcel, id: string, field: string): EditNote[] {
  if (field === 'areaResolutionM2' || field === 'areaBasis') return [];
  if (field !== 'statedAreaM2') return [{ code: 'amount-dropped', params: { id, field } }];
  return statedAreaM2 === undefined ? [] : [{ code: 'stated-area-dropped', params: { id, areaM2: statedAreaM2 } }];
}

const undefinedAt = (fields: readonly string[]): Partial<Parcel> =>
  Object.fromEntries(fields.map((field) => [field, undefined]));
