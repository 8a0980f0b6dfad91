import { put } from '../../domain/land/records/column-records.ts';
import { GatheredRecords } from '../../domain/land/records/gathered-records.ts';
import { GatheredValues } from '../../domain/land/records/gathered-values.ts';
import type { Parcel } from '../../domain/land/model.ts';
import type { ColumnMeaning, FileNote } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { placeNamed } from '../exchange/rows.ts';
import { ColumnNotes } from '../fields/column-notes.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { surveyColumns, type SurveyColumns } from '../fields/land-survey.ts';
import { Numbers } from '../fields/numbers.ts';
import { withNumber } from '../fields/own-number.ts';
import { Plans } from '../fields/plan.ts';
import { readRecord } from '../fields/record.ts';
import type { WrittenArea } from '../fields/written-area.ts';
import { fieldOfColumn } from './columns.ts';

/** The rows of a table as parcels 宗地: each is read as it comes, and held in columns alone. There may be a million. */
export class ParcelRows {
  readonly records = new GatheredRecords<Parcel>();
  readonly #dictionary: Dictionary;
  readonly #telling = new ColumnNotes();
  readonly #plans: Plans;
  readonly #numbers = new Numbers();
  readonly #columns: readonly TableColumn[];
  readonly #named: ReadonlyMap<string, TableColumn>;
  readonly #survey: SurveyColumns | null;
  /** `WrittenArea` or null, of each row. */
  readonly #areas = new GatheredValues();
  readonly #called = new GatheredValues();

  /** `columns`: of all rows, for some formats write no empty cells. */
  constructor(columns: readonly string[], dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#plans = new Plans(dictionary, this.#telling);
    this.#survey = surveyColumns(columns);
    const isClass = (column: string) => this.#survey?.isClass(column) ?? false;
    this.#columns = columns.map((column) => ({ name: longName(column), isClass: isClass(column) }));
    this.#named = new Map(columns.map((column, c) => [column, this.#columns[c]]));
  }

  get length(): number {
    return this.records.length;
  }

  /** The next row: a cell for each column, null or undefined where it is empty. */
  take(cells: readonly unknown[]): void {
    const fields: Record<string, unknown> = this.#survey ? this.#survey.placeOf(cells) : {};
    for (let c = 0; c < this.#columns.length; c++) this.#put(fields, this.#columns[c], cells[c]);
    this.#read(fields);
  }

  /** The same of a row whose columns stand in an order of their own. */
  takeNamed(row: Properties): void {
    const survey = this.#survey;
    const fields: Record<string, unknown> = survey ? survey.placeOf(Array.from(this.#named.keys(), (column) => row[column])) : {}; // prettier-ignore
    for (const column in row) this.#put(fields, this.#named.get(column)!, row[column]);
    this.#read(fields);
  }

  /** A column whose short name stands for a Chinese one that is no field gets that; empty cells are left out. */
  #put(fields: Record<string, unknown>, { name, isClass }: TableColumn, cell: unknown): void {
    if (cell !== null && cell !== undefined) put(fields, name, (isClass ? this.#survey!.classOf(cell) : null) ?? cell);
  }

  #read(properties: Properties): void {
    const [dictionary, plans, telling] = [this.#dictionary, this.#plans, this.#telling];
    const reading = { dictionary, plans, telling, plain: true, row: this.length + 1 };
    const { record, area } = readRecord('parcel', properties, reading);
    // Every field was held against the table of fields, of which the types are made.
    const numbered = withNumber('parcel', record, undefined, reading, this.#numbers) as unknown as Parcel;
    this.records.append(numbered);
    this.#areas.push(area);
    this.#called.push(properties.id ?? properties.code);
  }

  /** How the stated area of a row is written. */
  areaOf(row: number): WrittenArea | null {
    return this.#areas.at(row) as WrittenArea | null;
  }

  /** A row, and what its columns call it. */
  where(row: number): string {
    return placeNamed(row, this.#called.at(row));
  }

  notes(): readonly FileNote[] {
    return this.#telling.notes();
  }

  columns(): readonly ColumnMeaning[] {
    return this.#telling.columns();
  }
}

/** A column of the table, by the name it is read under. */
interface TableColumn {
  readonly name: string;
  /** Of codes of the third survey's classes. */
  readonly isClass: boolean;
}

/** Rows of a table that is read already. */
export function parcelRowsOf(rows: readonly Properties[], dictionary: Dictionary): ParcelRows {
  const names = new Set<string>();
  for (const row of rows) for (const column in row) names.add(column);
  const taken = new ParcelRows([...names], dictionary);
  for (const row of rows) taken.takeNamed(row);
  return taken;
}

function longName(column: string): string {
  const known = column.toUpperCase();
  const name = Object.hasOwn(fieldOfColumn, known) ? fieldOfColumn[known] : column;
  return /^\p{Script=Han}/u.test(name) ? name : column;
}
