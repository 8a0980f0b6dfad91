import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import type { Collection } from '../shape/expression.ts';
import type { PackDocument, Path } from './document.ts';
import { complain } from './place.ts';

/** What a condition or expression speaks about. */
export type Speaker = 'park' | 'parcel' | 'building' | 'site' | 'unit' | 'lease' | 'jurisdiction';

export const memberOf: Readonly<Record<Collection, Speaker>> = {
  parcels: 'parcel',
  buildings: 'building',
  sites: 'site',
  units: 'unit',
  sales: 'unit',
  leases: 'lease',
  parks: 'park',
};

/** A field of the table of fields; a site has none. */
const typeOf = (speaker: Speaker, field: string): FieldType | undefined => {
  const fields = speaker === 'site' ? {} : fieldsOfKind(speaker);
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
};
export const isField = (speaker: Speaker, field: string): boolean => typeOf(speaker, field) !== undefined;

export const withoutNull = (type: FieldType): FieldType => (type.is === 'nullable' ? type.of : type);

/** What a pack asks a field for, and which types have it. */
const uses = {
  any: () => true,
  figure: (type) => ['number', 'integer'].includes(withoutNull(type).is),
  day: (type) => withoutNull(type).is === 'date',
  list: (type) => type.is === 'list',
  months: (type) => type.is === 'list' && type.of.is === 'month',
  scalar: (type) => !['list', 'record', 'range'].includes(withoutNull(type).is),
  /** Known to be none. */
  none: (type) => type.is === 'nullable',
} as const satisfies Readonly<Record<string, (type: FieldType) => boolean>>;
export type Use = keyof typeof uses;

/** A field that is named is one that records of the kind have, and holds what it is asked for. */
export function checkField(field: string, speaker: Speaker, use: Use, document: PackDocument, at: Path): FieldType {
  const type = typeOf(speaker, field);
  if (!type) return complain('unknown-field', document, at, { field });
  if (!uses[use](type)) complain('unsuitable-field', document, at, { field, use });
  return type;
}
