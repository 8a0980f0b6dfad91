/** Positions one after the other, x and y in turn; ranges of them are lines and rings. */
export class Points {
  size = 0;
  #xy = new Float64Array(2048);

  add(x: number, y: number): void {
    if (2 * this.size === this.#xy.length) {
      const wider = new Float64Array(2 * this.#xy.length);
      wider.set(this.#xy);
      this.#xy = wider;
    }
    this.#xy[2 * this.size] = x;
    this.#xy[2 * this.size + 1] = y;
    this.size++;
  }

  x(i: number): number {
    return this.#xy[2 * i];
  }

  y(i: number): number {
    return this.#xy[2 * i + 1];
  }
}

/** Of `Points`, from the first to the one before `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}
