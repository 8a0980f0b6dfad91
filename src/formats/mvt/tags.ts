import { recoded, type Coded } from '../../domain/land/records/coded.ts';
import { varintLength, Wire } from './wire.ts';

type TagValue = string | number | boolean;

/** One tag of every feature; a feature may have none. */
export interface TagColumn extends Coded<TagValue> {
  readonly key: string;
}

const NONE = -1;

/** A tag's values, each once and ready to be copied into a tile (field 4 of a layer, length included). */
interface WrittenColumn {
  readonly codes: Int32Array;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Place of each value in the tile being made, and the tile for which it holds. */
  readonly place: Int32Array;
  readonly madeFor: Int32Array;
}

function written(column: TagColumn): WrittenColumn {
  const { values, codes } = recoded(column, (value) => value);
  const wire = new Wire();
  const starts = new Uint32Array(values.length + 1);
  for (const [code, value] of values.entries()) {
    writeValue(wire, value);
    starts[code + 1] = wire.at;
  }
  const place = new Int32Array(values.length);
  return { codes, starts, place, madeFor: new Int32Array(values.length), bytes: wire.bytes.slice(0, wire.at) };
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
  readonly #columns: readonly WrittenColumn[];
  /** Column and code of the values of this tile, in the order of their places. */
  #used: number[] = [];
  #tile = 0;

  constructor(columns: readonly TagColumn[]) {
    this.#keys = columns.map(({ key }) => key);
    this.#columns = columns.map(written);
  }

  startTile(): void {
    this.#tile++;
    this.#used = [];
  }

  /** Pairs of key and value, as varints one after the other. */
  writeFeature(wire: Wire, row: number): void {
    wire.room(10 * this.#columns.length);
    for (let c = 0; c < this.#columns.length; c++) {
      const { codes, place, madeFor } = this.#columns[c];
      const code = codes[row];
      if (code === NONE) continue;
      if (madeFor[code] !== this.#tile) {
        madeFor[code] = this.#tile;
        place[code] = this.#used.length / 2;
        this.#used.push(c, code);
      }
      wire.varint(c);
      wire.varint(place[code]);
    }
  }

  /** Keys (field 3) and values (field 4) of the layer. */
  writeTables(wire: Wire): void {
    for (const key of this.#keys) wire.text(3, key);
    for (let i = 0; i < this.#used.length; i += 2) {
      const { bytes, starts } = this.#columns[this.#used[i]];
      const code = this.#used[i + 1];
      wire.raw(bytes, starts[code], starts[code + 1]);
    }
  }
}
