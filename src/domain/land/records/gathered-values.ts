import { LongList } from './long-list.ts';
import { memoized } from '../memoized.ts';
import { SharedValues } from './shared-values.ts';
import { TextStore } from './text-store.ts';

/** So many values are held together. */
const PIECE = 4096;
/** Where of so many rows each had a value of its own, the others are not looked up any more. */
const FEW_ROWS = 8192;

/** A way of holding the values of a column; `push` is false where it cannot hold a value. */
interface Held {
  readonly length: number;
  push(value: unknown): boolean;
  /** Of a row that is there. */
  at(row: number): unknown;
}

/** Values that rows share, each once, with two bytes a row. */
class CodedValues implements Held {
  readonly shared = new SharedValues();
  readonly #pieces: Uint16Array[] = [];
  length = 0;

  push(value: unknown): boolean {
    const code = this.shared.codeOf(value);
    if (code < 0) return false;
    if (this.length % PIECE === 0) this.#pieces.push(new Uint16Array(PIECE));
    this.#pieces[this.#pieces.length - 1][this.length++ % PIECE] = code;
    return true;
  }

  at(row: number): unknown {
    return this.shared.at(this.#pieces[Math.floor(row / PIECE)][row % PIECE]);
  }
}

/** Rows that have no value. */
class Lacking {
  readonly #pieces = new Map<number, Uint8Array>();

  add(row: number): void {
    memoized(this.#pieces, Math.floor(row / PIECE), () => new Uint8Array(PIECE))[row % PIECE] = 1;
  }

  has(row: number): boolean {
    return this.#pieces.size > 0 && this.#pieces.get(Math.floor(row / PIECE))?.[row % PIECE] === 1;
  }
}

/** Numbers; a row may have none. */
class NumberValues implements Held {
  readonly #pieces: Float64Array[] = [];
  readonly #lacking = new Lacking();
  length = 0;

  push(value: unknown): boolean {
    if (typeof value !== 'number' && value !== undefined) return false;
    if (this.length % PIECE === 0) this.#pieces.push(new Float64Array(PIECE));
    if (value === undefined) this.#lacking.add(this.length);
    else this.#pieces[this.#pieces.length - 1][this.length % PIECE] = value;
    this.length++;
    return true;
  }

  at(row: number): unknown {
    return this.#lacking.has(row) ? undefined : this.#pieces[Math.floor(row / PIECE)][row % PIECE];
  }
}

/** Texts of which most rows have one of their own; a row may have none. */
class TextValues implements Held {
  readonly #texts = new TextStore();
  readonly #lacking = new Lacking();

  get length(): number {
    return this.#texts.length;
  }

  push(value: unknown): boolean {
    if (typeof value !== 'string' && value !== undefined) return false;
    const row = this.#texts.push(value ?? '');
    if (value === undefined) this.#lacking.add(row);
    return true;
  }

  at(row: number): unknown {
    return this.#lacking.has(row) ? undefined : this.#texts.at(row);
  }
}

/** Values of any kind one by one, those shared that many rows had. */
class ListedValues implements Held {
  readonly #list = new LongList<unknown>();
  readonly #shared: SharedValues | null;

  constructor(shared: SharedValues | null) {
    this.#shared = shared;
  }

  get length(): number {
    return this.#list.length;
  }

  push(value: unknown): boolean {
    this.#list.push(this.#shared ? this.#shared.sharedOf(value) : value);
    return true;
  }

  at(row: number): unknown {
    return this.#list.at(row);
  }
}

/**
 * Values of a column by row, taken one by one, undefined where a row has none; held as what they turn out to be: many rows have the
 * same, or numbers or texts of their own, or neither.
 */
export class GatheredValues {
  #held: Held = new CodedValues();

  get length(): number {
    return this.#held.length;
  }

  push(value: unknown): void {
    if (this.#held.push(value)) return;
    this.#held = otherwise(this.#held, value);
    this.#held.push(value);
  }

  /** Of a row that is there. */
  at(row: number): unknown {
    return this.#held.at(row);
  }
}

/** The same values held so that the next one can be. */
function otherwise(held: Held, next: unknown): Held {
  const shared = held instanceof CodedValues ? held.shared : null;
  const isOwn = held.length < FEW_ROWS;
  const other = shared?.are('number', next) ? new NumberValues() : isOwn && shared?.are('string', next) ? new TextValues() : new ListedValues(isOwn ? null : shared); // prettier-ignore
  for (let row = 0; row < held.length; row++) other.push(held.at(row));
  return other;
}
