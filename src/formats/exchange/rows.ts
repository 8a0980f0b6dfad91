import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import { GatheredRecords } from '../../domain/land/records/gathered-records.ts';
import { GatheredValues } from '../../domain/land/records/gathered-values.ts';
import { OutlineBuilder, type Outlines } from '../features/outlines.ts';
import type { WrittenArea } from '../fields/written-area.ts';

/** One feature as a record of its kind. */
export interface Row<T> {
  readonly record: T;
  /** In the CRS of the file; null has no geometry. */
  readonly outline: MultiPolygon | null;
  /** How its stated area is written, where that came under another name than our own, which is in m². */
  readonly area: WrittenArea | null;
  /** Number of the feature from 0, and what it calls itself. */
  readonly index: number;
  readonly called: unknown;
}

/** The records of one kind in the order of the file, taken one by one and held in columns alone: there may be a million. */
export class Rows<T extends object> {
  readonly records = new GatheredRecords<T>();
  readonly #outlines = new OutlineBuilder();
  readonly #areas = new GatheredValues();
  readonly #indices = new GatheredValues();
  readonly #called = new GatheredValues();
  /** Whether an area is stated under another name than our own. */
  hasWrittenAreas = false;

  get length(): number {
    return this.records.length;
  }

  take({ record, outline, area, index, called }: Row<T>): void {
    this.records.append(record);
    this.#outlines.feature(outline);
    this.#areas.push(area);
    this.hasWrittenAreas ||= area !== null;
    this.#indices.push(index);
    this.#called.push(called);
  }

  outlines(): Outlines {
    return this.#outlines.build();
  }

  areaOf(row: number): WrittenArea | null {
    return this.#areas.at(row) as WrittenArea | null;
  }

  where(row: number): string {
    return placeNamed(this.#indices.at(row) as number, this.#called.at(row));
  }
}

/** `#3 (A)`: number of a feature from 1 and its id. */
export const placeNamed = (index: number, called: unknown): string =>
  typeof called === 'string' || typeof called === 'number' ? `#${index + 1} (${called})` : `#${index + 1}`;
