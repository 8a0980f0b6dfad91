/** So many different values are looked up; where there are more, most rows have their own. */
const MOST_SHARED = 4096;

/** What many rows have, each value once, by a number. */
export class SharedValues {
  readonly #values: unknown[] = [];
  readonly #codes = new Map<unknown, number>();
  /** Of records of nothing but texts, by what they say: every row brings one of its own. */
  readonly #records = new Map<string, number>();
  #last: unknown;
  #lastCode = -1;

  at(code: number): unknown {
    return this.#values[code];
  }

  /** The number of a value, which is taken in where it is new; −1 where there are too many, or none can stand for it. */
  codeOf(value: unknown): number {
    // Rows that follow each other are often alike. Zero and minus zero are not told apart by a map.
    if (value === this.#last && value !== 0 && this.#lastCode >= 0) return this.#lastCode;
    if (Object.is(value, -0)) return -1;
    const code = this.#known(value) ?? this.#taken(value);
    [this.#last, this.#lastCode] = [value, code];
    return code;
  }

  /** The value that an earlier row has, else this one. */
  sharedOf(value: unknown): unknown {
    const code = typeof value === 'number' ? undefined : this.#known(value);
    return code === undefined ? value : this.#values[code];
  }

  /** Whether all values, and the next one, are of a kind; none is of any. */
  are(kind: 'number' | 'string', next: unknown): boolean {
    return [...this.#values, next].every((value) => typeof value === kind || value === undefined);
  }

  #known(value: unknown): number | undefined {
    const code = this.#codes.get(value);
    return code === undefined && isOfTexts(value) ? this.#records.get(JSON.stringify(value)) : code;
  }

  #taken(value: unknown): number {
    if (this.#values.length === MOST_SHARED) return -1;
    const code = this.#values.push(value) - 1;
    this.#codes.set(value, code);
    if (isOfTexts(value)) this.#records.set(JSON.stringify(value), code);
    return code;
  }
}

const isOfTexts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((inner) => typeof inner === 'string');
