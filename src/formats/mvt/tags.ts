import { recoded, type Coded } from '../../domain/land/records/coded.ts';
import { varintLength, Wire } from './wire.ts';

export type TagValue = string | number | boolean;

/** One tag of every feature; a feature may have none. */
export interface TagColumn extends Coded<TagValue> {
  readonly key: string;
}

const NONE = -1;

/** A tag's values, each once and ready to be copied into a tile (field 4 of a layer, length included). */
class WrittenValues {
  readonly codes: Int32Array;
  readonly #wire = new Wire();
  readonly #starts: number[] = [];
  readonly #codeOf: Map<TagValue, number>;
  /** Place of each value in the tile being made, and the tile for which it holds. */
  readonly place: number[] = [];
  readonly madeFor: number[] = [];

  constructor(column: TagColumn) {
    const { values, codes } = recoded(column, (value) => value);
    this.codes = codes;
    this.#codeOf = new Map(values.map((value, code) => [value, code]));
    for (const value of values) this.#write(value);
  }

  codeOf(value: TagValue | undefined): number {
    if (value === undefined) return NONE;
    const known = this.#codeOf.get(value);
    if (known !== undefined) return known;
    this.#codeOf.set(value, this.#codeOf.size);
    this.#write(value);
    return this.#codeOf.size - 1;
  }

  copy(wire: Wire, code: number): void {
    wire.raw(this.#wire.bytes, this.#starts[code], this.#starts[code + 1] ?? this.#wire.at);
  }

  #write(value: TagValue): void {
    this.#starts.push(this.#wire.at);
    writeValue(this.#wire, value);
    this.place.push(0);
    this.madeFor.push(0);
  }
}

const utf8 = new TextEncoder();
/** A text on its way: its length goes in front and is not known before. */
let scratch = new Uint8Array(256);

/** Message Value of the vector tile specification 2.1: text, double, whole numbers by their sign, true or false. */
function writeValue(wire: Wire, value: TagValue): void {
  wire.room(16);
  wire.bytes[wire.at++] = 0x22;
  if (typeof value === 'boolean') {
    wire.bytes.set([2, 0x38, Number(value)], wire.at);
    wire.at += 3;
  } else if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31) {
    // uint_value (5), or sint_value (6) in zigzag: −n is 2n − 1.
    const whole = value < 0 ? -2 * value - 1 : value;
    const start = wire.at;
    wire.at += 2;
    wire.varint(whole);
    wire.bytes[start] = wire.at - start - 1;
    wire.bytes[start + 1] = value < 0 ? 0x30 : 0x28;
  } else if (typeof value === 'number') {
    wire.bytes.set([9, 0x19], wire.at);
    new DataView(wire.bytes.buffer).setFloat64(wire.at + 2, value, true);
    wire.at += 10;
  } else {
    if (scratch.length < 3 * value.length) scratch = new Uint8Array(6 * value.length);
    const { written } = utf8.encodeInto(value, scratch);
    wire.varint(1 + varintLength(written) + written);
    wire.bytes[wire.at++] = 0x0a;
    wire.varint(written);
    wire.raw(scratch, 0, written);
  }
}

/** Tags of the features of one tile after the other: which values the tile has is told anew for each. */
export class TagWriter {
  readonly #keys: readonly string[];
  readonly #columns: readonly WrittenValues[];
  /** Column and code of the values of this tile, in the order of their places. */
  #used: number[] = [];
  #tile = 0;

  constructor(columns: readonly TagColumn[]) {
    this.#keys = columns.map(({ key }) => key);
    this.#columns = columns.map((column) => new WrittenValues(column));
  }

  startTile(): void {
    this.#tile++;
    this.#used = [];
  }

  /** Pairs of key and value, as varints one after the other. */
  writeFeature(wire: Wire, row: number): void {
    wire.room(10 * this.#columns.length);
    for (let c = 0; c < this.#columns.length; c++) this.#pair(wire, c, this.#columns[c].codes[row]);
  }

  /** The same of a feature that is in no row: what `codesOf` told of it. */
  writeCodes(wire: Wire, codes: readonly number[]): void {
    wire.room(10 * codes.length);
    for (let c = 0; c < codes.length; c++) this.#pair(wire, c, codes[c]);
  }

  /** Of each column its value. */
  codesOf(values: readonly (TagValue | undefined)[]): readonly number[] {
    return this.#columns.map((column, c) => column.codeOf(values[c]));
  }

  /** Keys (field 3) and values (field 4) of the layer. */
  writeTables(wire: Wire): void {
    for (const key of this.#keys) wire.text(3, key);
    for (let i = 0; i < this.#used.length; i += 2) this.#columns[this.#used[i]].copy(wire, this.#used[i + 1]);
  }

  #pair(wire: Wire, c: number, code: number): void {
    if (code === NONE) return;
    const { place, madeFor } = this.#columns[c];
    if (madeFor[code] !== this.#tile) {
      madeFor[code] = this.#tile;
      place[code] = this.#used.length / 2;
      this.#used.push(c, code);
    }
    wire.varint(c);
    wire.varint(place[code]);
  }
}
