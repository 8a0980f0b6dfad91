import { fits, isLacking } from '../../domain/land/fields/fits.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import { mostBelieved } from '../../domain/land/fields/reason.ts';
import { nameOf } from '../../domain/land/fields/type-name.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import type { RecordTypes } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import { formOf } from '../../domain/land/written-bounds/form.ts';
import { readBounds } from '../../domain/land/written-bounds/read.ts';

/** Kinds of record whose fields are set by hand at the sketch desk. */
export type FieldKind = 'park' | 'parcel' | 'building';
/** And those of the ledger. */
type CheckedKind = FieldKind | 'supplyPlan' | 'supplyRow';

/** What cannot stand in a field; a code each of `IntentRefusal`. */
type FieldRefusal = Refusal<'no-such-field' | 'bad-value' | 'no-such-reference'>;

/** What a file says beyond belief, or in ways of its own, was named when it was read, and is kept as it is written. */
export type Writer = 'hand' | 'file';

/** Fields that name a record of another table. */
const references: Readonly<Record<string, FieldKind>> = { parkId: 'park', parcelId: 'parcel' };
/** What one writes for none: a blank text, and null where null is no value of the field. */
const isTakenAway = (value: unknown, type: FieldType): boolean =>
  isLacking(value) || (value === null && type.is !== 'nullable');

/**
 * What a person writes into fields of a record, held against the table of fields: undefined where a field is taken away.
 * Refused with the field, what was written, and what is allowed.
 */
export function checkedFields<K extends CheckedKind>(
  land: Land,
  kind: K,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  by: Writer = 'hand',
): Result<Partial<RecordTypes[K]>, FieldRefusal> {
  const known = fieldsOfKind(kind);
  const checked: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    // What a file says beside its fields is kept as it came.
    if (field === 'extra') {
      if (value !== undefined) checked[field] = value;
      continue;
    }
    if (!Object.hasOwn(known, field)) return refuse('no-such-field', { kind, field });
    const refused = misfit(land, { kind, id, field }, value, known[field], by);
    if (refused) return refused;
    checked[field] = isTakenAway(value, known[field]) ? undefined : value;
  }
  return ok(checked as Partial<RecordTypes[K]>);
}

type Refused = Extract<Result<never, FieldRefusal>, { ok: false }>;
type Where = { readonly kind: CheckedKind; readonly id: string; readonly field: string };

function misfit(land: Land, where: Where, value: unknown, type: FieldType, by: Writer): Refused | null {
  if (isTakenAway(value, type)) return null;
  const isTyped = by === 'hand';
  const most = isTyped ? mostBelieved(type) : undefined;
  const tooMuch = most !== undefined && typeof value === 'number' && Math.abs(value) > most;
  const bounded = tooMuch && (type.is === 'number' || type.is === 'integer') ? { ...type, max: most } : type;
  const isVague = isTyped && type.is === 'bounds' && typeof value === 'string' && !readBounds(value, formOf(type));
  if (!fits(value, type) || tooMuch || isVague)
    return refuse('bad-value', { ...where, value: shown(value), expected: nameOf(bounded) });
  const named = references[where.field];
  return named && land.table(named).called(String(value)) === undefined
    ? refuse('no-such-reference', { ...where, value: shown(value) })
    : null;
}

/** So much of what was written is said again. */
const MOST_SHOWN = 60;
const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, MOST_SHOWN);
