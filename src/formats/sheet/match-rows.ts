import { NumberIndex } from './number-keys.ts';
import type { Ambiguous, Match, MatchHow, RowMatch } from './table-join.ts';

/** Numbers of the rows of a table, and of the parcels they may be of; null where there is none. */
export interface Numbered {
  readonly rows: readonly string[];
  readonly parcels: readonly (string | null)[];
  /** What parcels were called before another had the number too. */
  readonly before?: readonly (string | null)[];
}

/**
 * Rows put to the parcels of their numbers. To the letter first; what is left then by looser readings, one row to one
 * parcel: where several might be meant none is.
 */
export function matchRows({ rows, parcels, before }: Numbered): Pick<Match, 'rowOf' | 'ambiguous'> {
  const matching = new Matching(rows, parcels);
  matching.exactly();
  matching.loosely('written');
  matching.loosely('figure');
  if (before) matching.repeated(before);
  const { rowOf, ambiguous } = matching;
  return { rowOf, ambiguous };
}

class Matching {
  readonly rowOf = new Map<number, RowMatch>();
  readonly ambiguous: Ambiguous[] = [];
  readonly #rows: readonly string[];
  readonly #parcels: readonly (string | null)[];
  readonly #rowIndex: NumberIndex;
  readonly #parcelIndex: NumberIndex;
  /** Rows that are said, whether they were put to a parcel or not. */
  readonly #told = new Set<number>();
  readonly #toldParcels = new Set<number>();

  constructor(rows: readonly string[], parcels: readonly (string | null)[]) {
    this.#rows = rows;
    this.#parcels = parcels;
    this.#rowIndex = new NumberIndex(rows);
    this.#parcelIndex = new NumberIndex(parcels);
  }

  exactly(): void {
    for (const [p, number] of this.#parcels.entries()) {
      const rows = number === null ? [] : this.#rowIndex.at('exact', number);
      if (rows.length > 0) this.rowOf.set(p, { row: rows[0], how: 'exact' });
    }
    for (const p of this.rowOf.keys()) this.#toldParcels.add(p);
    for (const number of new Set([...this.rowOf.keys()].map((p) => this.#parcels[p]!))) {
      const rows = this.#rowIndex.at('exact', number);
      const parcels = this.#parcelIndex.at('exact', number);
      for (const row of rows) this.#told.add(row);
      if (rows.length > 1) this.#tell(number, rows, parcels, 'first-row');
      else if (parcels.length > 1) this.#tell(number, rows, parcels, 'every-parcel');
    }
  }

  loosely(how: MatchHow): void {
    for (const [p, number] of this.#parcels.entries()) {
      if (number === null || this.#toldParcels.has(p)) continue;
      const rows = this.#rowIndex.at(how, number).filter((row) => !this.#told.has(row));
      if (rows.length === 0) continue;
      const parcels = this.#parcelIndex.at(how, number).filter((other) => !this.#toldParcels.has(other));
      const isOne = parcels.length === 1 && new Set(rows.map((row) => this.#rows[row])).size === 1;
      if (isOne) this.rowOf.set(p, { row: rows[0], how });
      if (!isOne || rows.length > 1) this.#tell(this.#rows[rows[0]], rows, parcels, isOne ? 'first-row' : 'none');
      for (const row of rows) this.#told.add(row);
      for (const other of parcels) this.#toldParcels.add(other);
    }
  }

  /** Parcels that had one number, and got others when they were read together: who is meant by it? */
  repeated(before: readonly (string | null)[]): void {
    const index = new NumberIndex(before);
    const seen = new Set<string>();
    for (const [r, number] of this.#rows.entries()) {
      if (number === '' || seen.has(number)) continue;
      seen.add(number);
      const others = index.at('exact', number);
      if (others.length === 0) continue;
      const own = this.#parcelIndex.at('exact', number);
      this.#tell(number, [r], [...own, ...others], own.length > 0 ? 'first-parcel' : 'none');
    }
  }

  #tell(number: string, rows: readonly number[], parcels: readonly number[], taken: Ambiguous['taken']): void {
    this.ambiguous.push({ number, rows, parcels, taken });
  }
}
