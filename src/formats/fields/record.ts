import type { NumberRange } from '../../domain/land/model.ts';
import { isObject, type Properties } from '../exchange/object.ts';
import { Aside } from './aside.ts';
import { formOf } from '../../domain/land/written-bounds/form.ts';
import { conditionNames } from '../../domain/land/written-bounds/names.ts';
import { readBounds } from '../../domain/land/written-bounds/read.ts';
import { readConditions, type Conditions } from '../../domain/land/written-bounds/several.ts';
import { readCell } from './cell.ts';
import { clashIn } from '../../domain/land/fields/clash.ts';
import { ClassColumns, isFinerClass } from './class-columns.ts';
import type { Meaning } from './dictionary.ts';
import type { WrittenFigure } from './figure.ts';
import { flat, isBlank, parsedRecord } from './inner.ts';
import { fits } from '../../domain/land/fields/fits.ts';
import { fieldsOfKind, nested, type RecordKind } from '../../domain/land/fields/kinds.ts';
import { isEllipsoidArea } from './land-survey.ts';
import { numberedItems } from './numbers.ts';
import { beyondReason } from './reason.ts';
import type { Planned } from './plan.ts';
import { plannedFarDiffers } from './planned-far.ts';
import type { Reading } from './reading.ts';
import type { FieldType, PlanningCondition } from '../../domain/land/fields/type.ts';
import type { WrittenArea } from './written-area.ts';

/** A text, or a list of texts. */
const isTextOf = (type: FieldType): boolean => type.is === 'text' || (type.is === 'list' && isTextOf(type.of));

/** Fields with a closed list of words. */
const listed: ReadonlySet<FieldType['is']> = new Set(['one-of', 'boolean', 'integer']);

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
  const all = Object.keys(properties);
  // Of a feature it says which table it is of; a record within one may have a kind of its own.
  const names = within === '' && all.includes('kind') ? all.filter((name) => name !== 'kind') : all;
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
  /** Fields of the record so far. */
  readonly #taken: Record<string, unknown> = {};
  readonly #aside: Aside;
  readonly #classes: ClassColumns;
  #area: WrittenArea | null = null;
  /** Conditions out of cells that have several. */
  #several: Conditions = {};

  constructor(kind: RecordKind, source: Properties, reading: Reading, within: string) {
    this.#kind = kind;
    this.#source = source;
    this.#reading = reading;
    this.#within = within;
    this.#fields = fieldsOfKind(kind);
    this.#aside = new Aside(kind, source, reading, within);
    this.#classes = new ClassColumns(reading.dictionary, this.#aside);
  }

  take(planned: Planned, value: unknown): void {
    const { name, column } = planned;
    if (!column) {
      if (planned.areaLeft && isFigure(value)) this.#aside.areaLeft(name);
      return this.#aside.keep(name, value);
    }
    const type = this.#fields[column.field];
    if (value === undefined || (value === null && type.is !== 'nullable')) return;
    if (column.part !== undefined) this.#takePart(planned, column.part, value);
    else if (this.#has(column.field)) this.#takeAgain(planned, value);
    else if (column.field === 'landClass' && this.#kind === 'parcel')
      this.#set('landClass', this.#classes.read(planned, value));
    else if (type.is === 'record') this.#takeInner(planned, value);
    else this.#takeValue(planned, type, value);
  }

  end(): ReadRecord {
    this.#set('landClass', this.#classes.end(this.#has('landClass')));
    if (this.#kind === 'parcel') this.#boundsOfPlanned();
    this.#addSeveral();
    const record = this.#taken;
    const clash = this.#kind === 'building' ? clashIn(record) : null;
    if (clash) this.#unfit({ name: clash, own: true }, clash, record[clash]);
    const { kept } = this.#aside;
    if (kept) record.extra = kept;
    return { record, area: this.#area };
  }

  #has(field: string): boolean {
    return Object.hasOwn(this.#taken, field);
  }

  #set(field: string, value: unknown): void {
    if (value !== undefined) this.#taken[field] = value;
  }

  #takeValue(planned: Planned, type: FieldType, value: unknown): void {
    const { own } = planned;
    const { field, units } = planned.column!;
    // A text of an exchange file is as it is, blank ones too.
    if (own && !this.#reading.plain && isTextOf(type) && fits(value, type)) return this.#set(field, value);
    const word = this.#wordOf(field, type, value);
    const cell = word ? null : readCell(value, type, units);
    if (!word && !cell && field === 'plannedFar' && this.#takeSeveral(planned, 'far', value)) return;
    if (!word && !cell) return this.#unfit(planned, field, value);
    const most = cell && beyondReason(type, cell.value);
    if (typeof most === 'number') return this.#aside.beyond(planned, field, value, most);
    if (cell) this.#aside.tellForm(planned, field, value, cell);
    const isArea = field === 'statedAreaM2' && !own && cell?.figure;
    // The boundaries tell the unit where the file does not: until then the figure stays as it is written.
    const meant = word ? word.value : isArea ? Number(isArea.text) : cell!.value;
    if (isArea) this.#area = writtenArea(planned, value, isArea);
    if (meant !== null || value === null) {
      const taken = this.#itemsOf(field, meant);
      if (isMissingSome(taken, type)) return this.#unfit(planned, field, value);
      this.#taken[field] = taken;
    }
    if (word && !word.whole) this.#aside.keepWritten(planned, value);
  }

  #wordOf(field: string, type: FieldType, value: unknown): Meaning | undefined {
    return listed.has(type.is) ? this.#reading.dictionary.meaningOf(this.#kind, field, value) : undefined;
  }

  /** Another column of the same field stays as it is. */
  #takeAgain({ name, column }: Planned, value: unknown): void {
    const { field } = column!;
    this.#several = { ...writtenConditions(field, value), ...this.#several };
    const word = this.#reading.dictionary.meaningOf(this.#kind, field, value);
    if (word && !Object.hasOwn(this.#source, field) && isFinerClass(word.value, this.#taken[field]))
      this.#taken[field] = word.value;
    this.#aside.keep(name, value);
  }

  /** A record within a record: its fields are read like any. */
  #takeInner(planned: Planned, value: unknown): void {
    const { field } = planned.column!;
    const inner = isObject(value) ? value : (parsedRecord(value) ?? writtenConditions(field, value));
    if (!inner) return isBlank(value) ? undefined : this.#unfit(planned, field, value);
    const reading = { ...this.#reading, plain: this.#reading.plain || !planned.own };
    this.#taken[field] = readRecord(nested[field], flat(inner), reading, `${this.#within}${field}.`).record;
  }

  #takePart(planned: Planned, part: string, value: unknown): void {
    const { name, column } = planned;
    const { field, units } = column!;
    if (field === 'landClass') return this.#classes.part(name, value);
    const inner = (this.#taken[field] ?? {}) as Properties;
    const cell = readCell(value, fieldsOfKind(nested[field])[part], units, name);
    if (!cell)
      return this.#takeSeveral(planned, part, value) ? undefined : this.#unfit(planned, `${field}.${part}`, value);
    if (cell.value === null) return;
    if (Object.hasOwn(inner, part)) return this.#aside.keep(name, value);
    this.#aside.tellForm(planned, `${field}.${part}`, value, cell);
    this.#taken[field] = { ...inner, [part]: cell.value };
  }

  /** Under the heading of one condition all of them; the text is kept. */
  #takeSeveral({ name, column }: Planned, own: string, value: unknown): boolean {
    const isCondition = column!.field === 'conditions' || column!.field === 'plannedFar';
    const several =
      isCondition && typeof value === 'string' && Object.hasOwn(conditionNames, own)
        ? readConditions(value, own as PlanningCondition)
        : null;
    if (!several) return false;
    this.#several = { ...several, ...this.#several };
    this.#aside.keep(name, value);
    return true;
  }

  /** Last, so that in any order of columns a cell of its own says what a condition is. */
  #addSeveral(): void {
    if (Object.keys(this.#several).length === 0) return;
    this.#taken.conditions = { ...this.#several, ...(this.#taken.conditions as Properties | undefined) };
  }

  /** 规划容积率 as it is written has its bounds among the conditions; where these say otherwise they count. */
  #boundsOfPlanned(): void {
    const planned = this.#taken.plannedFar;
    const type = this.#fields.plannedFar;
    if (planned === undefined || type?.is !== 'bounds') return;
    const conditions = (this.#taken.conditions ?? {}) as Properties;
    const far = readBounds(String(planned), formOf(type));
    if (!far) return;
    if (conditions.far === undefined) this.#taken.conditions = { ...conditions, far };
    else if (plannedFarDiffers(far, conditions.far as NumberRange)) this.#aside.farDiffers(planned, conditions.far);
  }

  #unfit(planned: Pick<Planned, 'name' | 'own'>, field: string, value: unknown): void {
    delete this.#taken[field];
    this.#aside.unread(planned, field, value);
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

/** An item without what makes it one; a number is given to it, all else cannot be. */
const isMissingSome = (items: unknown, type: FieldType): boolean =>
  type.is === 'list' &&
  type.of.is === 'record' &&
  Array.isArray(items) &&
  type.of.required.some((name) => items.some((item: Properties) => item[name] === undefined));

/** Numbers of a column are all written alike: one for all of them, for there may be a million. */
const ofNumbers = new WeakMap<Planned, WrittenArea>();

function writtenArea(planned: Planned, value: unknown, figure: WrittenFigure): WrittenArea {
  const known = typeof value === 'number' ? ofNumbers.get(planned) : undefined;
  if (known) return known;
  const made = written(planned.name, value, figure);
  if (typeof value === 'number') ofNumbers.set(planned, made);
  return made;
}

const written = (column: string, value: unknown, { text, unit }: WrittenFigure): WrittenArea => ({
  ...(typeof value === 'string' && { text }),
  ...(unit && { m2Per: unit.per }),
  ...(isEllipsoidArea(column) && { onEllipsoid: true }),
});

const isFigure = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /\d/.test(value.normalize('NFKC')));

/** 规划条件 in one cell, as sentences. */
const writtenConditions = (field: string, value: unknown): Conditions | null =>
  field === 'conditions' && typeof value === 'string' ? readConditions(value) : null;
