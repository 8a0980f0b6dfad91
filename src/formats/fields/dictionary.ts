import type { LandClassSystem } from '../../domain/land/model.ts';
import { columnIn, commonNames, type Column, type Name, type Names } from './column-names.ts';
import { keyOfName } from './heading.ts';
import { fieldsOfKind, recordKinds, type RecordKind } from '../../domain/land/fields/kinds.ts';
import { systemsIn, type LandClassCodes } from './land-class.ts';
import type { Fields, FieldType } from '../../domain/land/fields/type.ts';
import { keyOfWord, noWords, yesWords } from './words.ts';

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

export type FieldDictionary = Readonly<Partial<Record<RecordKind, Readonly<Record<string, FieldEntry>>>>>;

export interface Meaning {
  readonly value: unknown;
  /** The code, its label, or a plain yes or no: the value says all that the word does. */
  readonly whole: boolean;
}

interface KindWords {
  readonly names: Names;
  readonly meanings: ReadonlyMap<string, ReadonlyMap<string, Meaning>>;
}

/** What columns and the words in them mean, by kind of record. */
export interface Dictionary {
  /** The field a column is called after; undefined for a name no one knows. */
  readonly fieldOf: (kind: RecordKind, column: string) => string | undefined;
  readonly columnOf: (kind: RecordKind, column: string) => Column | undefined;
  /** All names a field of the kind is known by. */
  readonly namesOf: (kind: RecordKind) => Iterable<string>;
  /** Undefined for a word that is not listed: nothing is guessed. */
  readonly meaningOf: (kind: RecordKind, field: string, word: unknown) => Meaning | undefined;
  /** The systems of land classes that have a code. */
  readonly systemsOf: (code: string) => readonly LandClassSystem[];
  /** What a person said that a column of parcels means; null: nothing. Undefined where nothing was said. */
  readonly saidOf?: (kind: RecordKind, column: string) => Column | null | undefined;
}

const built = new WeakMap<FieldDictionary, ReadonlyMap<RecordKind, KindWords>>();
const empty: FieldDictionary = {};

/** The dictionary of a pack made ready to be asked. Codes and a plain yes or no are known without one. */
export function dictionaryOf(said: FieldDictionary = empty, landClasses?: LandClassCodes): Dictionary {
  let known = built.get(said);
  if (!known) {
    known = new Map(recordKinds.map((kind) => [kind, wordsOf(fieldsOfKind(kind), said[kind] ?? {})]));
    built.set(said, known);
  }
  const words = known;
  const namesOf = (kind: RecordKind) => words.get(kind)?.names;
  const columnOf = (kind: RecordKind, column: string) => columnIn(namesOf, kind, column);
  return {
    columnOf,
    fieldOf: (kind, column) => {
      const found = columnOf(kind, column);
      return found?.part === undefined ? found?.field : undefined;
    },
    namesOf: (kind) => [...(words.get(kind)?.names.keys() ?? []), ...commonNames],
    meaningOf: (kind, field, word) => {
      const meanings = words.get(kind)?.meanings.get(field);
      if (!meanings || (typeof word !== 'string' && typeof word !== 'number')) return undefined;
      // A million parcels mostly say it as it is listed.
      return meanings.get(String(word)) ?? meanings.get(keyOfWord(String(word)));
    },
    systemsOf: (code) => (landClasses ? systemsIn(landClasses, code) : []),
  };
}

function wordsOf(fields: Fields, said: Readonly<Record<string, FieldEntry>>): KindWords {
  const names = new Map<string, Name>();
  for (const [field, { zh, en, aliases = [] }] of Object.entries(said))
    [zh, en, ...aliases].forEach((name, rank) => names.set(keyOfName(name), { field, rank }));
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
    for (const label of [zh, en]) add(label, valueOf(code, type), true);
  for (const [code, words] of Object.entries(said?.words ?? {}))
    for (const word of words) add(word, valueOf(code, type), false);
  return found;
}

/** The value a code of the dictionary stands for. */
function valueOf(code: string, type: FieldType): unknown {
  if (type.is === 'boolean') return code === 'true';
  if (type.is === 'integer') return Number(code);
  if (type.is !== 'record') return code;
  const [system, classCode] = code.split('/');
  return { system, code: classCode };
}
