import type { Key } from '../domain/land/change.ts';
import type { Parcel } from '../domain/land/model.ts';
import { RowRecords } from '../domain/land/records/row-records.ts';
import type { PlacedLand } from './placed-land.ts';

/** The parcels of a city with what boundaries tell of where they lie, in the order of the file; made when asked for. */
export class PlacedRecords extends RowRecords<Parcel> {
  readonly #placed: PlacedLand;
  readonly #keys: readonly Key[];

  constructor(placed: PlacedLand, keys: readonly Key[]) {
    super();
    this.#placed = placed;
    this.#keys = keys;
  }

  get length(): number {
    return this.#keys.length;
  }

  get(row: number): Parcel {
    return this.#placed.parcel(this.#keys[this.within(row)])!;
  }

  peek(row: number): Parcel {
    return this.#placed.told(this.#keys[row]).parcel;
  }

  field<K extends keyof Parcel>(name: K): (row: number) => Parcel[K] | undefined {
    if (name === 'townshipCode' || name === 'districtCode' || name === 'zoneId') return (row) => this.peek(row)[name];
    const table = this.#placed.land.table('parcel');
    const field = table.records.field(name);
    return (row) => field(table.rowOf(this.#keys[row])!);
  }

  kept(name: string): (row: number) => unknown {
    const table = this.#placed.land.table('parcel');
    const kept = table.records.kept(name);
    return (row) => kept(table.rowOf(this.#keys[row])!);
  }
}
