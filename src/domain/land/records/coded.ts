/** What every row has, as values that rows share. */
export interface Coded<V> {
  readonly values: readonly V[];
  /** Of every row the place in `values`; −1: the row has none. */
  readonly codes: Int32Array;
}

/** Of each row the value it gives, each once; undefined is none. */
export function codedOf<V>(length: number, of: (row: number) => V | undefined): Coded<V> {
  const codes = new Int32Array(length);
  const found = new Map<V, number>();
  for (let row = 0; row < length; row++) {
    const value = of(row);
    let code = -1;
    if (value !== undefined) {
      const known = found.get(value);
      code = known ?? found.size;
      if (known === undefined) found.set(value, code);
    }
    codes[row] = code;
  }
  return { values: [...found.keys()], codes };
}

/** What each row's value is made into, each once; undefined is none. */
export function recoded<V, W>({ values, codes }: Coded<V>, of: (value: V) => W | undefined): Coded<W> {
  const made = codedOf(values.length, (code) => of(values[code]));
  return { values: made.values, codes: codes.map((code) => (code < 0 ? code : made.codes[code])) };
}

/** Which rows are alike. */
export interface Alike {
  /** Of every row the place in `first` of those it is one of. */
  readonly codes: Int32Array;
  /** The first row of each. */
  readonly first: readonly number[];
}

/** So many combinations are looked up in a list, more in a map. */
const MOST_LISTED = 1 << 22;

/** Rows that have the same code in every column; codes are −1 or more. */
export function alikeRows(length: number, columns: readonly Int32Array[]): Alike {
  const codes = new Int32Array(length);
  let first: number[] = length > 0 ? [0] : [];
  for (const column of columns) {
    let span = 1;
    for (let row = 0; row < length; row++) if (column[row] + 2 > span) span = column[row] + 2;
    const known = first.length * span <= MOST_LISTED ? new Int32Array(first.length * span).fill(-1) : null;
    const further = new Map<number, number>();
    first = [];
    for (let row = 0; row < length; row++) {
      const both = codes[row] * span + column[row] + 1;
      let code = known ? known[both] : (further.get(both) ?? -1);
      if (code < 0) {
        code = first.push(row) - 1;
        if (known) known[both] = code;
        else further.set(both, code);
      }
      codes[row] = code;
    }
  }
  return { codes, first };
}
