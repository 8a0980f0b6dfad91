/** Columns of a sparse matrix, one after another: those of `c` are the entries from `starts[c]` up to `starts[c + 1]`. */
interface SparseColumns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Columns of a program, to be added to it: each with its points (the more the better) and its bounds. */
export interface NewColumns {
  readonly points: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly entries: SparseColumns;
}

/** Rows without entries; ±∞ where there is no bound. */
export interface NewRows {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** What a linear program gave. `rowPrices`: points for one more of a row's bound. */
export interface Solved {
  readonly state: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly points: number;
  readonly values: Float64Array;
  readonly rowPrices: Float64Array;
}

export interface IntegerSettings {
  readonly gap: number;
  readonly seconds: number;
  /** Ends after so many parts of the tree of choices; ∞ where it is left out. */
  readonly nodes?: number;
  readonly seed: number;
  /** Values of all columns to begin with. */
  readonly start: Float64Array | null;
  /** Told of every better solution; ends the search where it gives true. */
  readonly onBetter?: (values: Float64Array, points: number, bound: number) => boolean;
  readonly isStopped?: () => boolean;
}

export interface SolvedWhole {
  readonly state: 'optimal' | 'infeasible' | 'limit' | 'stopped';
  /** null: none was found. */
  readonly values: Float64Array | null;
  readonly points: number;
  readonly bound: number;
}

/** A program that grows: solved again from where it was. */
export interface Program {
  addRows(rows: NewRows): void;
  addColumns(columns: NewColumns): void;
  setColumn(column: number, least: number, most: number): void;
  /** Columns may be fractions. */
  solve(): Solved;
  /** Columns marked in `whole` are whole numbers. */
  solveWhole(whole: Uint8Array, settings: IntegerSettings): SolvedWhole;
  free(): void;
}

/** The one door to a solver of linear and integer programs. */
export interface Solver {
  readonly name: string;
  program(): Program;
}
