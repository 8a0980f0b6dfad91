/** A table of coefficients in rows of equal length, each row made when first asked for. */
export class Rows {
  readonly table: Float64Array;
  readonly #made: Uint8Array;
  readonly #length: number;
  readonly #make: (row: number) => readonly number[];

  constructor(
    count: number,
    length: number,
    make: (row: number) => readonly number[],
    table = new Float64Array(count * length),
  ) {
    this.table = table;
    this.#made = new Uint8Array(count);
    this.#length = length;
    this.#make = make;
  }
  /** Where the coefficients of `row` begin in the table. */
  startOf(row: number): number {
    const start = row * this.#length;
    if (this.#made[row] === 0) {
      this.table.set(this.#make(row), start);
      this.#made[row] = 1;
    }
    return start;
  }
}
