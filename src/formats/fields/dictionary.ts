import { fieldOfColumn } from '../features/columns.ts';
import { keyOfWord, noWords, yesWords } from './words.ts';
import { kinds, type Kind } from './kinds.ts';
import type { Fields, FieldType } from './types.ts';

/** What the dictionary of a pack 字段字典 says of one field of the exchange file. */
export interface FieldEntry {
  readonly zh: string;
  readonly en: string;
  /** Further names of its column. */
  readonly aliases?: readonly string[];
  /** Code → its labels. */
  readonly values?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  /** Code (`true` and `false` of a truth value, `system/code` of a land class) → further words that mean it. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** Records that have fields: those of a kind, and the units and leases inside them. */
export type RecordKind = Kind | 'unit' | 'lease';
export type FieldDictionary = Readonly<Partial<Record<RecordKind, Readonly<Record<string, FieldEntry>>>>>;

export interface Meaning {
  readonly value: unknown;
  /** The code, its label, or a plain yes or no: the value says all that the word does. */
  readonly whole: boolean;
}

interface KindWords {
  readonly names: ReadonlyMap<string, string>;
  readonly meanings: ReadonlyMap<string, ReadonlyMap<string, Meaning>>;
}

/** What columns and the words in them mean, by kind of record. */
export interface Dictionary {
  /** The field a column is called after; undefined for a name no one knows. */
  readonly fieldOf: (kind: RecordKind, column: string) => string | undefined;
  /** All names a field of the kind is known by. */
  readonly namesOf: (kind: RecordKind) => Iterable<string>;
  /** Undefined for a word that is not listed: nothing is guessed. */
  readonly meaningOf: (kind: RecordKind, field: string, word: unknown) => Meaning | undefined;
}

/** Kind of the records a field holds a list of. */
export const nested: Readonly<Record<string, RecordKind>> = { units: 'unit', leases: 'lease' };

export const fieldsOfKind = (kind: RecordKind): Fields =>
  kind === 'unit' ? itemsOf(kinds.building.units) : kind === 'lease' ? itemsOf(kinds.park.leases) : kinds[kind];

const itemsOf = (type: FieldType): Fields => (type.is === 'list' && type.of.is === 'record' ? type.of.fields : {});

/** What a parcel's number and name are called everywhere; the pack's dictionary adds the rest. */
const common: ReadonlyMap<string, string> = new Map([
  ['编号', 'id'],
  ['名称', 'name'],
]);
const ofColumn = (column: string) => (Object.hasOwn(fieldOfColumn, column) ? fieldOfColumn[column] : undefined);
/** The usual pinyin initials of a parcel's columns (DKBH 地块编号), as Shapefiles and what is made of them have them. */
const initials = (kind: RecordKind, column: string): string | undefined => {
  const field = kind === 'parcel' ? ofColumn(keyOfName(column).toUpperCase()) : undefined;
  return field !== undefined && Object.hasOwn(kinds.parcel, field) ? field : undefined;
};
const kindsOfRecord = [...(Object.keys(kinds) as Kind[]), 'unit', 'lease'] as const;

const built = new WeakMap<FieldDictionary, ReadonlyMap<RecordKind, KindWords>>();
const empty: FieldDictionary = {};

/** The dictionary of a pack made ready to be asked. Codes and a plain yes or no are known without one. */
export function dictionaryOf(said: FieldDictionary = empty): Dictionary {
  let known = built.get(said);
  if (!known) {
    known = new Map(kindsOfRecord.map((kind) => [kind, wordsOf(fieldsOfKind(kind), said[kind] ?? {})]));
    built.set(said, known);
  }
  const words = known;
  return {
    fieldOf: (kind, column) =>
      words.get(kind)?.names.get(keyOfName(column)) ?? common.get(keyOfName(column)) ?? initials(kind, column),
    namesOf: (kind) => [...(words.get(kind)?.names.keys() ?? []), ...common.keys()],
    meaningOf: (kind, field, word) => {
      const meanings = words.get(kind)?.meanings.get(field);
      if (!meanings || (typeof word !== 'string' && typeof word !== 'number')) return undefined;
      // A million parcels mostly say it as it is listed.
      return meanings.get(String(word)) ?? meanings.get(keyOfWord(String(word)));
    },
  };
}

/** Names differ by more than their widths only where they are other names: `PARK_ID` is no `park id`. */
const keyOfName = (name: string): string => name.normalize('NFKC').trim();

function wordsOf(fields: Fields, said: Readonly<Record<string, FieldEntry>>): KindWords {
  const names = new Map<string, string>();
  for (const [field, { zh, en, aliases = [] }] of Object.entries(said))
    for (const name of [zh, en, ...aliases]) names.set(keyOfName(name), field);
  const meanings = new Map(
    Object.entries(fields).map(([field, type]) => [
      field,
      meaningsOf(type, Object.hasOwn(said, field) ? said[field] : undefined),
    ]),
  );
  return { names, meanings };
}

function meaningsOf(type: FieldType, said: FieldEntry | undefined): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  const add = (word: string, value: unknown, whole: boolean) => {
    for (const key of [word, keyOfWord(word)]) if (!found.has(key)) found.set(key, { value, whole });
  };
  if (type.is === 'one-of') for (const code of type.values) add(code, code, true);
  if (type.is === 'boolean') {
    for (const word of yesWords) add(word, true, true);
    for (const word of noWords) add(word, false, true);
  }
  for (const [code, { zh, en }] of Object.entries(said?.values ?? {}))
    for (const label of [zh, en]) add(label, code, true);
  for (const [code, words] of Object.entries(said?.words ?? {}))
    for (const word of words) add(word, valueOf(code, type), false);
  return found;
}

/** The value a code of the dictionary stands for. */
function valueOf(code: string, type: FieldType): unknown {
  if (type.is === 'boolean') return code === 'true';
  if (type.is !== 'record') return code;
  const [system, classCode] = code.split('/');
  return { system, code: classCode };
}
