import { isObject, type Properties } from '../exchange/object.ts';
import { readBounds } from './bounds.ts';
import { readCell, type Cell } from './cell.ts';
import { clashIn } from './clash.ts';
import type { Dictionary, Meaning } from './dictionary.ts';
import { agree, type Figure } from './figure.ts';
import { fieldsOfKind, nested, type RecordKind } from './kinds.ts';
import { landClassOf } from './land-class.ts';
import { numberedItems } from './numbers.ts';
import { beyondReason } from './reason.ts';
import type { Planned, Plans } from './plan.ts';
import type { Telling } from './telling.ts';
import type { FieldType } from './types.ts';

/**
 * Under this name stands what a column of the field's own name says, where the value does not say all of it 原文:
 * 低效工业用地 is `low-efficiency`, and only the file says that it is industrial. A column called otherwise keeps its name,
 * which is free.
 */
const asWritten = (name: string): string => `${name}原文`;

/** Fields with a closed list of words. */
const listed: ReadonlySet<FieldType['is']> = new Set(['one-of', 'boolean', 'integer']);

export interface Reading {
  readonly dictionary: Dictionary;
  readonly plans: Plans;
  readonly telling: Telling;
  /** Text and numbers of a table, not the values of an exchange file. */
  readonly plain: boolean;
  /** Number of the record, from 1. */
  readonly row: number;
}

/** How the area of a record was written, where that came under another name than our own, which is in m². */
export interface WrittenArea {
  /** The figure as text, without a unit; undefined where the file has a number. */
  readonly text?: string;
  /** m² in one of its unit, where heading or cell names that. */
  readonly m2Per?: number;
}
export interface ReadRecord {
  /** Fields as the model has them, each of its type; all else in `extra`. */
  readonly record: Properties;
  /** Null where no area is stated, or under our own name. */
  readonly area: WrittenArea | null;
}

/**
 * Properties of any source as a record: columns become fields, and what stands in them values, where the kind has the
 * field. What says more than its value is kept beside it, and what cannot be read stays under the name of its column, is
 * told, and leaves the field unknown: nothing is lost, nothing guessed, and no odd field refuses a file.
 */
export function readRecord(kind: RecordKind, properties: Properties, reading: Reading, within = ''): ReadRecord {
  const names = Object.keys(properties).filter((name) => name !== 'kind');
  const found = new Found(kind, properties, reading, within);
  for (const planned of reading.plans.of(kind, names, within)) found.take(planned, properties[planned.name]);
  return found.end();
}

/** The record of one feature or row, as its columns are read. */
class Found {
  readonly #kind: RecordKind;
  readonly #source: Properties;
  readonly #reading: Reading;
  readonly #within: string;
  readonly #fields: Readonly<Record<string, FieldType>>;
  readonly #taken = new Map<string, unknown>();
  readonly #parts = new Map<string, { readonly name: string; readonly value: unknown }[]>();
  readonly #kept: [string, unknown][] = [];
  #area: WrittenArea | null = null;

  constructor(kind: RecordKind, source: Properties, reading: Reading, within: string) {
    this.#kind = kind;
    this.#source = source;
    this.#reading = reading;
    this.#within = within;
    this.#fields = fieldsOfKind(kind);
  }

  take(planned: Planned, value: unknown): void {
    const { name, column, own } = planned;
    if (!column) {
      if (planned.areaLeft && isFigure(value)) this.#reading.telling.areaLeft(this.#within + name, this.#reading.row);
      this.#kept.push([name, value]);
      return;
    }
    const type = this.#fields[column.field];
    if (value === undefined || (value === null && type.is !== 'nullable')) return;
    if (column.part !== undefined) this.#takePart(planned, column.part, value);
    else if (this.#taken.has(column.field)) this.#takeAgain(planned, value);
    else if (column.field === 'landClass' && this.#kind === 'parcel') this.#takeLandClass(planned, value);
    else if (type.is === 'record') this.#takeInner(planned, value, own);
    else this.#takeValue(planned, type, value);
  }

  end(): ReadRecord {
    for (const [field, parts] of this.#parts) if (field === 'landClass') this.#endLandClass(parts);
    if (this.#kind === 'parcel') this.#boundsOfPlanned();
    const clash = this.#kind === 'building' ? clashIn(Object.fromEntries(this.#taken)) : null;
    if (clash) this.#unfit({ name: clash, own: true, areaLeft: false }, clash, this.#taken.get(clash));
    const known = Object.fromEntries(this.#taken);
    const record = this.#kept.length > 0 ? { ...known, extra: Object.fromEntries(this.#kept) } : known;
    return { record, area: this.#area };
  }

  #takeValue(planned: Planned, type: FieldType, value: unknown): void {
    const { name, own } = planned;
    const { field, units } = planned.column!;
    // A text of an exchange file is as it is, blank ones too.
    if (own && !this.#reading.plain && type.is === 'text' && typeof value === 'string')
      return void this.#taken.set(field, value);
    const word = this.#wordOf(field, type, value);
    const cell = word ? null : readCell(value, type, units);
    if (!word && !cell) return this.#unfit(planned, field, value);
    const most = cell && beyondReason(type, cell.value);
    if (typeof most === 'number') return this.#beyond(planned, field, value, most);
    if (cell) this.#tellOf(planned, field, value, cell);
    const isArea = field === 'statedAreaM2' && !own && cell?.figure;
    // The boundaries tell the unit where the file does not: until then the figure stays as it is written.
    const meant = word ? word.value : isArea ? Number(isArea.text) : cell!.value;
    if (isArea) this.#area = written(value, isArea);
    if (meant !== null || value === null) this.#taken.set(field, this.#itemsOf(field, meant));
    if (word && !word.whole) this.#keep(own ? this.#beside(name) : name, value);
  }

  #wordOf(field: string, type: FieldType, value: unknown): Meaning | undefined {
    return listed.has(type.is) ? this.#reading.dictionary.meaningOf(this.#kind, field, value) : undefined;
  }

  /** Another way of writing is told, where a table or an exchange file does not write so as a rule. */
  #tellOf({ name, own }: Planned, field: string, value: unknown, { value: read, form, figure }: Cell): void {
    const { telling, plain, row } = this.#reading;
    if (figure && !agree(figure)) telling.disagree(this.#within + name, value, row);
    if (form === 'odd' || (form === 'usual' && own && !plain))
      telling.odd(this.#within + name, this.#within + field, value, read, row);
  }

  /** Of two columns that name the land class 用途 工业用地 and 地类编码 100101 the finer one counts. */
  #takeAgain({ name, column }: Planned, value: unknown): void {
    const { field } = column!;
    const word = this.#reading.dictionary.meaningOf(this.#kind, field, value);
    if (word && !Object.hasOwn(this.#source, field) && isFiner(word.value, this.#taken.get(field)))
      this.#taken.set(field, word.value);
    this.#keep(name, value);
  }

  #takeLandClass(planned: Planned, value: unknown): void {
    const { dictionary, telling, row } = this.#reading;
    const { name, own } = planned;
    const word = dictionary.meaningOf('parcel', 'landClass', value);
    const said = word
      ? null
      : landClassOf(isObject(value) ? value : (parsed(value) ?? { code: value }), dictionary.systemsOf);
    if (!word && !said) return isBlank(value) ? undefined : this.#unfit(planned, 'landClass', value);
    const others = isObject(value) ? Object.entries(value).filter(([key]) => key !== 'system' && key !== 'code') : [];
    const meant = word
      ? word.value
      : { ...said!.value, ...(others.length > 0 && { extra: Object.fromEntries(others) }) };
    this.#taken.set('landClass', meant);
    if (said?.inferred) telling.odd(this.#within + name, 'landClass', value, said.value, row);
    if (word ? !word.whole : !isObject(value)) this.#keep(own ? this.#beside(name) : name, value);
  }

  /** A record within a record: its fields are read like any. */
  #takeInner(planned: Planned, value: unknown, own: boolean): void {
    const { field } = planned.column!;
    const inner = isObject(value) ? value : parsed(value);
    if (!inner) return isBlank(value) ? undefined : this.#unfit(planned, field, value);
    const reading = { ...this.#reading, plain: this.#reading.plain || !own };
    this.#taken.set(field, readRecord(nested[field], flat(inner), reading, `${this.#within}${field}.`).record);
  }

  #takePart(planned: Planned, part: string, value: unknown): void {
    const { name, column } = planned;
    const { field, units } = column!;
    if (field === 'landClass') {
      const parts = this.#parts.get(field) ?? [];
      this.#parts.set(field, [...parts, { name, value }]);
      return;
    }
    const inner = (this.#taken.get(field) ?? {}) as Properties;
    const cell = readCell(value, fieldsOfKind(nested[field])[part], units);
    if (!cell) return this.#unfit(planned, `${field}.${part}`, value);
    if (cell.value === null) return;
    if (Object.hasOwn(inner, part)) return this.#keep(name, value);
    this.#tellOf(planned, `${field}.${part}`, value, cell);
    this.#taken.set(field, { ...inner, [part]: cell.value });
  }

  #endLandClass(parts: readonly { readonly name: string; readonly value: unknown }[]): void {
    const { telling, dictionary, row } = this.#reading;
    const isSystem = ({ name }: { readonly name: string }) => /system/i.test(name);
    const code = parts.find((part) => !isSystem(part));
    const said = landClassOf({ system: parts.find(isSystem)?.value, code: code?.value }, dictionary.systemsOf);
    if (said && !this.#taken.has('landClass')) {
      this.#taken.set('landClass', said.value);
      if (said.inferred) telling.odd(code!.name, 'landClass', code!.value, said.value, row);
      return;
    }
    for (const { name, value } of parts) {
      this.#keep(name, value);
      if (!said && !isBlank(value)) telling.unread(name, 'landClass', value, row);
    }
  }

  /** 规划容积率 as it is written has its bounds among the conditions. */
  #boundsOfPlanned(): void {
    const planned = this.#taken.get('plannedFar');
    const type = this.#fields.plannedFar;
    const conditions = (this.#taken.get('conditions') ?? {}) as Properties;
    if (planned === undefined || type?.is !== 'bounds' || conditions.far !== undefined) return;
    const far = readBounds(String(planned), type);
    if (far) this.#taken.set('conditions', { ...conditions, far });
  }

  #unfit(planned: Planned, field: string, value: unknown): void {
    const { telling, row } = this.#reading;
    this.#taken.delete(field);
    this.#keep(planned.own ? this.#beside(planned.name) : planned.name, value);
    telling.unread(this.#within + planned.name, field, value, row);
  }

  /** No one means so much: kept as it is written, and not computed with. */
  #beyond({ name, own }: Planned, field: string, value: unknown, most: number): void {
    const { id, code } = this.#source;
    const said = [id, code].find((v) => typeof v === 'string' || typeof v === 'number');
    this.#keep(own ? this.#beside(name) : name, value);
    this.#reading.telling.beyond({ kind: this.#kind, id: said, row: this.#reading.row, field, value, most });
  }

  #keep(name: string, value: unknown): void {
    this.#kept.push([name, value]);
  }

  #beside(name: string): string {
    const beside = asWritten(name);
    return Object.hasOwn(this.#source, beside) ? this.#beside(beside) : beside;
  }

  /** Units and leases are records with fields of their own. */
  #itemsOf(field: string, value: unknown): unknown {
    const kind = Object.hasOwn(nested, field) ? nested[field] : undefined;
    if (!kind || !Array.isArray(value)) return value;
    const reading = { ...this.#reading, plain: false };
    const within = `${this.#within}${field}.`;
    const items = value.map((item: Properties) => readRecord(kind, flat(item), reading, within).record);
    return numberedItems(kind, items, this.#reading);
  }
}

const written = (value: unknown, { text, unit }: Figure): WrittenArea => ({
  ...(typeof value === 'string' && { text }),
  ...(unit && { m2Per: unit.per }),
});

/** What was kept aside before stands among the others again. */
const flat = ({ extra, ...fields }: Properties): Properties => (isObject(extra) ? { ...fields, ...extra } : fields);
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
const isFigure = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /\d/.test(value.normalize('NFKC')));

/** A record that stands in a cell is written as JSON. */
function parsed(value: unknown): Properties | null {
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return null;
  try {
    const found = JSON.parse(value) as unknown;
    return isObject(found) ? found : null;
  } catch {
    return null;
  }
}

const isFiner = (value: unknown, than: unknown): boolean =>
  isObject(value) &&
  isObject(than) &&
  value.system === than.system &&
  value.code !== than.code &&
  String(value.code).startsWith(String(than.code));
