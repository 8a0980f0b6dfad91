import type { Key } from '../domain/land/change.ts';
import type { KeyedTable } from '../domain/land/keyed-table.ts';
import type { Parcel } from '../domain/land/model.ts';
import { placeFields, type PlaceField } from '../domain/land/placing/row-places.ts';
import type { Coded } from '../domain/land/records/coded.ts';
import { RowRecords } from '../domain/land/records/row-records.ts';
import type { PlacedLand } from './placed-land.ts';

const isPlace = (name: keyof Parcel): name is PlaceField => (placeFields as readonly string[]).includes(name);

/** The parcels of a city with what boundaries tell of where they lie, in the order of the file; made when asked for. */
export class PlacedRecords extends RowRecords<Parcel> {
  readonly #placed: PlacedLand;
  readonly #table: KeyedTable<Parcel>;
  readonly #keys: readonly Key[];
  /** Rows of the table that hold them, told of all at once when the first is asked for. */
  #rows: Uint32Array | null = null;

  constructor(placed: PlacedLand, keys: readonly Key[]) {
    super();
    this.#placed = placed;
    this.#table = placed.land.table('parcel');
    this.#keys = keys;
  }

  get length(): number {
    return this.#keys.length;
  }

  get(row: number): Parcel {
    return this.#placed.parcel(this.#keys[this.within(row)])!;
  }

  peek(row: number): Parcel {
    return this.#placed.placedParcel(this.#keys[row]).parcel;
  }

  field<K extends keyof Parcel>(name: K): (row: number) => Parcel[K] | undefined {
    if (isPlace(name)) return this.#placeField(name) as (row: number) => Parcel[K] | undefined;
    const field = this.#table.records.field(name);
    return (row) => field(this.#rowOf(row));
  }

  kept(name: string): (row: number) => unknown {
    const kept = this.#table.records.kept(name);
    return (row) => kept(this.#rowOf(row));
  }

  override coded<K extends keyof Parcel>(name: K): Coded<Exclude<Parcel[K], undefined>> {
    if (isPlace(name)) return super.coded(name);
    const { values, codes } = this.#table.records.coded(name);
    const own = new Int32Array(this.length);
    for (let row = 0; row < own.length; row++) own[row] = codes[this.#rowOf(row)];
    return { values, codes: own };
  }

  /** Row of the table that holds what is row `row` here. */
  #rowOf(row: number): number {
    return (this.#rows ??= this.#table.rowsOf(this.#keys))[row];
  }

  #placeField(name: PlaceField): (row: number) => string | undefined {
    const { codes, places } = this.#placed.rowPlaces;
    return (row) => {
      const at = this.#rowOf(row);
      return at < codes.length ? places[codes[at]][name] : this.peek(row)[name];
    };
  }
}
