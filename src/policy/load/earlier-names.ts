import { fieldsOfKind, recordKinds } from '../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';

type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const codeAsName = (code: string) => ({ zh: code, en: code });

/** Values of a closed list that the entry has no names for go by their codes. */
function withValues(entry: unknown, type: FieldType): unknown {
  if (type.is !== 'one-of' || !isEntries(entry)) return entry;
  const values = Object.fromEntries(type.values.map((code) => [code, codeAsName(code)]));
  return { ...entry, values: { ...values, ...(isEntries(entry.values) ? entry.values : {}) } };
}

/**
 * The dictionary of a pack written when there were fewer fields: what has come since goes by its code, so that the pack is
 * whole. What it names itself stays; what is malformed does too, for the schema to tell.
 */
export function withEarlierNames(dictionary: unknown): unknown {
  if (!isEntries(dictionary)) return dictionary;
  const kinds = recordKinds.map((kind) => {
    const named = dictionary[kind] ?? {};
    if (!isEntries(named)) return [kind, named] as const;
    const entries = Object.entries(fieldsOfKind(kind)).map(
      ([field, type]) => [field, withValues(named[field] ?? codeAsName(field), type)] as const,
    );
    return [kind, { ...named, ...Object.fromEntries(entries) }] as const;
  });
  return { ...dictionary, ...Object.fromEntries(kinds) };
}
