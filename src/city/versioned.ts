/** A value with the version of the land in which it last became another. */
export class Versioned<T> {
  #value: T;
  #changedAt = 0;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  is(value: T, version: number): void {
    if (JSON.stringify(value) === JSON.stringify(this.#value)) return;
    this.#value = value;
    this.#changedAt = version;
  }

  /** Whether it is another than at that version. */
  isNewSince(version: number): boolean {
    return this.#changedAt > version;
  }
}
