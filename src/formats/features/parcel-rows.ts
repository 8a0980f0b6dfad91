import { put } from '../../domain/land/records/column-records.ts';
import { GatheredRecords } from '../../domain/land/records/gathered-records.ts';
import { GatheredValues } from '../../domain/land/records/gathered-values.ts';
import { memoized } from '../../domain/land/memoized.ts';
import type { Parcel } from '../../domain/land/model.ts';
import type { ColumnMeaning, FileNote } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { ColumnNotes } from '../fields/column-notes.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { isThirdSurvey, surveyClass, surveyPlace } from '../fields/land-survey.ts';
import { Numbers } from '../fields/numbers.ts';
import { withNumber } from '../fields/own-number.ts';
import { Plans } from '../fields/plan.ts';
import { readRecord } from '../fields/record.ts';
import type { WrittenArea } from '../fields/written-area.ts';
import { fieldOfColumn } from './columns.ts';

const noClass = (): null => null;
const noPlace = (): Properties => ({});

/** The rows of a table as parcels 宗地: each is read as it comes, and held in columns alone. There may be a million. */
export class ParcelRows {
  readonly records = new GatheredRecords<Parcel>();
  readonly #dictionary: Dictionary;
  readonly #telling = new ColumnNotes();
  readonly #plans: Plans;
  readonly #numbers = new Numbers();
  readonly #classOf: typeof surveyClass;
  readonly #placeOf: typeof surveyPlace;
  readonly #longNames = new Map<string, string>();
  /** `WrittenArea` or null, of each row. */
  readonly #areas = new GatheredValues();
  readonly #called = new GatheredValues();

  /** `columns`: of all rows, for some formats write no empty cells. */
  constructor(columns: readonly string[], dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#plans = new Plans(dictionary, this.#telling);
    const isThird = isThirdSurvey(columns);
    this.#classOf = isThird ? surveyClass : noClass;
    this.#placeOf = isThird ? surveyPlace : noPlace;
  }

  get length(): number {
    return this.records.length;
  }

  take(row: Properties): void {
    const properties: Properties = { ...this.#placeOf(row), ...this.#fieldsOf(row) };
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

  /** `#3 (A)`: a row from 1, and what its columns call it. */
  where(row: number): string {
    const id = this.#called.at(row);
    return typeof id === 'string' || typeof id === 'number' ? `#${row + 1} (${id})` : `#${row + 1}`;
  }

  notes(): readonly FileNote[] {
    return this.#telling.notes();
  }

  columns(): readonly ColumnMeaning[] {
    return this.#telling.columns();
  }

  /** Columns whose short names stand for Chinese ones that are no fields get those; empty cells are left out. */
  #fieldsOf(row: Properties): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const column of Object.keys(row)) {
      const cell = row[column];
      if (cell === null || cell === undefined) continue;
      const name = memoized(this.#longNames, column, () => longName(column));
      put(fields, name, this.#classOf(column, cell) ?? cell);
    }
    return fields;
  }
}

/** Rows of a table that is read already. */
export function parcelRowsOf(rows: readonly Properties[], dictionary: Dictionary): ParcelRows {
  const columns = new Set<string>();
  for (const row of rows) for (const column in row) columns.add(column);
  const taken = new ParcelRows([...columns], dictionary);
  for (const row of rows) taken.take(row);
  return taken;
}

function longName(column: string): string {
  const known = column.toUpperCase();
  const name = Object.hasOwn(fieldOfColumn, known) ? fieldOfColumn[known] : column;
  return /^\p{Script=Han}/u.test(name) ? name : column;
}
