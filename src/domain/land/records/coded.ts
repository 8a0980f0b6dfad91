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
