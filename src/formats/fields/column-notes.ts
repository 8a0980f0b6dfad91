import type { ColumnMeaning, FileNote } from '../contract.ts';
import type { RecordKind } from '../../domain/land/fields/kinds.ts';
import { shown } from './misfit.ts';

/** Different words of one column that are named in the notes; the rest of them are counted. */
const mostNamed = 20;

interface Counted {
  count: number;
  /** Number of the first record that has it, from 1. */
  readonly row: number;
}
/** A column of records of a kind, and the field it is taken for. */
export interface ColumnOf {
  readonly kind: RecordKind;
  readonly column: string;
  readonly field: string;
}
const keyOf = ({ kind, column }: ColumnOf): string => `${kind} ${column}`;
interface Unread {
  readonly of: ColumnOf;
  readonly words: Map<string, Counted>;
  further: number;
}
interface Odd extends ColumnOf, Counted {
  readonly value: string;
  readonly read: string;
}

interface Beyond {
  readonly column: string;
  readonly kind: RecordKind;
  readonly id: unknown;
  readonly row: number;
  readonly field: string;
  readonly value: unknown;
  readonly most: number;
}

/** So many cells are named one by one. */
const MOST_CELLS = 1000;

/** A value that its field does not take, with the number of its record, from 1. */
export interface UnreadValue extends Pick<ColumnOf, 'column' | 'field'> {
  readonly row: number;
  readonly value: unknown;
  /** Of the type of the field, and more than anyone believes. */
  readonly isBeyond: boolean;
}

/** Values that were kept as they are written, one by one; and how many more. */
export interface UnreadValues {
  readonly named: readonly UnreadValue[];
  readonly further: number;
}

/**
 * What is said of the columns of a file, whatever its format, as the records are read: which field each was taken as,
 * which values were read though written in another way, and which were not.
 */
export class ColumnNotes {
  readonly #columns = new Map<string, ColumnMeaning>();
  readonly #unread = new Map<string, Unread>();
  readonly #odd = new Map<string, Odd>();
  readonly #areas = new Map<string, Counted>();
  readonly #disagreeing: { column: string; value: string; row: number }[] = [];
  readonly #unnamed = new Map<string, Counted>();
  readonly #repeated: { id: string; now: string }[] = [];
  readonly #beyond: Beyond[] = [];
  #beyondFurther = 0;
  readonly #values: UnreadValue[] = [];
  #valuesFurther = 0;
  #far: (Counted & { readonly planned: string; readonly far: string }) | null = null;

  column(told: ColumnMeaning): void {
    this.#columns.set(`${told.kind} ${told.column}`, told);
  }

  /** A value that is none of the field's stays as it is. */
  unread(of: ColumnOf, value: unknown, row: number): void {
    this.#value({ column: of.column, field: of.field, row, value, isBeyond: false });
    let found = this.#unread.get(keyOf(of));
    if (!found) this.#unread.set(keyOf(of), (found = { words: new Map(), further: 0, of }));
    const word = shown(value);
    const known = found.words.get(word);
    if (known) known.count++;
    else if (found.words.size < mostNamed) found.words.set(word, { count: 1, row });
    else found.further++;
  }

  /** A value that was written otherwise than is usual, and read. */
  odd(of: ColumnOf, value: unknown, read: unknown, row: number): void {
    const known = this.#odd.get(keyOf(of));
    if (known) known.count++;
    else this.#odd.set(keyOf(of), { ...of, value: shown(value), read: shown(read), count: 1, row });
  }

  /** 规划容积率 that says otherwise than the conditions. */
  farDiffers(planned: unknown, far: unknown, row: number): void {
    if (this.#far) this.#far.count++;
    else this.#far = { planned: shown(planned), far: shown(far), count: 1, row };
  }

  /** A column that looks like an area, and is taken for none. */
  areaLeft(column: string, row: number): void {
    count(this.#areas, column, row);
  }

  /** Two units of one cell that are not one figure. */
  disagree(column: string, value: unknown, row: number): void {
    this.#disagreeing.push({ column, value: shown(value), row });
  }

  /** A record without number got one. */
  unnamed(kind: RecordKind, row: number): void {
    count(this.#unnamed, kind, row);
  }

  /** A number that another record of the kind has. */
  repeated(id: string, now: string): void {
    this.#repeated.push({ id, now });
  }

  /** A figure beyond reason, with the most that is believed of it. */
  beyond(told: Beyond): void {
    const { column, field, row, value } = told;
    this.#value({ column, field, row, value, isBeyond: true });
    if (this.#beyond.length < mostNamed) this.#beyond.push(told);
    else this.#beyondFurther++;
  }

  #value(told: UnreadValue): void {
    if (this.#values.length < MOST_CELLS) this.#values.push(told);
    else this.#valuesFurther++;
  }

  values(): UnreadValues {
    return { named: this.#values, further: this.#valuesFurther };
  }

  columns(): readonly ColumnMeaning[] {
    return [...this.#columns.values()];
  }

  notes(): FileNote[] {
    const unread = [...this.#unread.values()].flatMap(({ words, further, of }): FileNote[] => [
      ...[...words].map(([value, counted]): FileNote => ({
        code: 'field-not-understood',
        params: { ...of, value, ...counted },
      })),
      ...(further === 0 ? [] : [{ code: 'field-words-further' as const, params: { ...of, count: further } }]),
    ]);
    const odd = [...this.#odd.values()].map((params): FileNote => ({ code: 'field-read-as', params: { ...params } }));
    const areas = [...this.#areas].map(([column, counted]): FileNote => ({
      code: 'area-column-left',
      params: { column, ...counted },
    }));
    const unnamed = [...this.#unnamed].map(([kind, counted]): FileNote => ({
      code: 'number-given',
      params: { kind, ...counted },
    }));
    const apart = this.#disagreeing.map((params): FileNote => ({ code: 'area-units-disagree', params }));
    const far: FileNote[] = this.#far ? [{ code: 'planned-far-differs', params: { ...this.#far } }] : [];
    return [...unread, ...this.#beyondNotes(), ...odd, ...far, ...areas, ...apart, ...unnamed, ...this.#repeatedNotes()]; // prettier-ignore
  }

  #beyondNotes(): FileNote[] {
    const named = this.#beyond.map(({ kind, id, row, field, value, most }): FileNote => ({
      code: 'field-beyond-reason',
      params: { kind, id: String(id ?? `#${row}`), field, value: shown(value), most },
    }));
    const count = this.#beyondFurther;
    return count === 0 ? named : [...named, { code: 'fields-beyond-reason-further', params: { count } }];
  }

  #repeatedNotes(): FileNote[] {
    const all = this.#repeated;
    if (all.length === 0) return [];
    const named = all.slice(0, mostNamed).map(({ id, now }) => `${id} → ${now}`);
    const ids = named.join(', ') + (all.length > mostNamed ? ' …' : '');
    return [{ code: 'ids-repeated', params: { count: all.length, ids } }];
  }
}

function count(counts: Map<string, Counted>, key: string, row: number): void {
  const known = counts.get(key);
  if (known) known.count++;
  else counts.set(key, { count: 1, row });
}
