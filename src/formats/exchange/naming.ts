import { coerce } from '../fields/coerce.ts';
import { fieldsOfKind, nested, type Dictionary, type RecordKind } from '../fields/dictionary.ts';
import { checkValue } from '../fields/parse.ts';
import type { FieldType } from '../fields/types.ts';
import { isObject, type Properties } from './shape.ts';
import type { UnreadWords } from './unread.ts';

/**
 * Under this name stands the word of a column that has the field's own name, where the value does not say all of it
 * 原文: 低效工业用地 is `low-efficiency`, and only the file says that it is industrial. A column called otherwise keeps its
 * name, which is free.
 */
const asWritten = (name: string): string => `${name}原文`;

/** Fields with words of their own: what is none of them stays beside; a figure or a date is left to the check. */
const worded: ReadonlySet<FieldType['is']> = new Set(['record', 'one-of', 'boolean', 'bounds', 'list']);
const listed: ReadonlySet<FieldType['is']> = new Set(['record', 'one-of', 'boolean']);

export interface Reading {
  readonly dictionary: Dictionary;
  /** Text and numbers of a table, not the values of an exchange file. */
  readonly plain: boolean;
  /** Number of the record, from 1. */
  readonly row: number;
  readonly unread: UnreadWords;
}

/**
 * Columns become fields where the kind has the field and it is not there under its own name, and the words in them
 * become its values. A word that says more than its value is kept as well, and one that is not known stays under the
 * name of its column: no word is lost and none is guessed. Under the field's own name in an exchange file it is left to
 * the check, which refuses it: there the codes are agreed.
 */
export function named(kind: RecordKind, properties: Properties, reading: Reading, within = ''): Properties {
  const fields = fieldsOfKind(kind);
  const isOwn = (name: string) => Object.hasOwn(fields, name);
  const names = Object.keys(properties).filter((name) => name !== 'kind');
  const found = new Found(kind, properties, reading, within);
  // A field's own name comes before the columns that mean it.
  for (const name of [...names.filter(isOwn), ...names.filter((name) => !isOwn(name))]) {
    const value = properties[name];
    const field = isOwn(name) ? name : reading.dictionary.fieldOf(kind, name);
    if (field === undefined || !isOwn(field)) found.keep(name, value);
    else if (value !== null || fields[field].is === 'nullable') found.take(name, field, fields[field], value);
  }
  return found.properties();
}

/** The properties of one record by field, as its columns are read. */
class Found {
  readonly #kind: RecordKind;
  readonly #source: Properties;
  readonly #reading: Reading;
  readonly #within: string;
  readonly #taken = new Map<string, unknown>();
  readonly #kept: [string, unknown][] = [];

  constructor(kind: RecordKind, source: Properties, reading: Reading, within: string) {
    this.#kind = kind;
    this.#source = source;
    this.#reading = reading;
    this.#within = within;
  }

  keep(name: string, value: unknown): void {
    this.#kept.push([name, value]);
  }

  take(name: string, field: string, type: FieldType, value: unknown): void {
    const { dictionary, plain, row, unread } = this.#reading;
    const own = name === field;
    const word = listed.has(type.is) ? dictionary.meaningOf(this.#kind, field, value) : undefined;
    if (this.#taken.has(field)) {
      if (word && !Object.hasOwn(this.#source, field) && isFiner(word.value, this.#taken.get(field)))
        this.#taken.set(field, word.value);
      this.keep(name, value);
      return;
    }
    const meant = word ? word.value : own && !plain ? value : coerce(value, type);
    if (!word && (plain || !own) && isUnfit(meant, type, own)) {
      this.keep(own ? this.#beside(name) : name, value);
      unread.add(this.#within + name, field, value, row);
      return;
    }
    if (meant !== null || type.is === 'nullable') this.#taken.set(field, this.#inner(field, meant));
    if (word && !word.whole) this.keep(own ? this.#beside(name) : name, value);
  }

  properties(): Properties {
    return Object.fromEntries([...this.#taken, ...this.#kept]);
  }

  #beside(name: string): string {
    const beside = asWritten(name);
    return Object.hasOwn(this.#source, beside) ? this.#beside(beside) : beside;
  }

  /** Units and leases are records with fields of their own. */
  #inner(field: string, value: unknown): unknown {
    const kind = Object.hasOwn(nested, field) ? nested[field] : undefined;
    if (!kind || !Array.isArray(value)) return value;
    const reading = { ...this.#reading, plain: false };
    return value.map((item: unknown) =>
      isObject(item) ? named(kind, item, reading, `${this.#within}${field}.`) : item,
    );
  }
}

/** Of two columns that name the land class 用途 工业用地 and 地类编码 100101 the finer one counts. */
const isFiner = (value: unknown, than: unknown): boolean =>
  isObject(value) &&
  isObject(than) &&
  value.system === than.system &&
  value.code !== than.code &&
  String(value.code).startsWith(String(than.code));

/** Under its own name only a word is unfit; a record or a list of another shape is a fault of the file. */
function isUnfit(meant: unknown, type: FieldType, own: boolean): boolean {
  if (meant === null || meant === undefined) return false;
  if (own && (!listed.has(type.is) || typeof meant === 'object')) return false;
  return worded.has(type.is) && checkValue('', meant, type).misfit !== undefined;
}
