import { STATES_OF_USE } from '../../domain/land/states-of-use.ts';
import { LAND_CLASSES } from '../palette.ts';
import { SURFACES } from '../layers/paint.ts';

/*
 * Which land classes and states of use a tile shows, cell by cell, read from its bytes as they pass: the map library would
 * have to look at tens of thousands of features each time a legend is asked for.
 */

/** Cells along a side of a tile: 32 px each. */
export const CELLS = 16;

/** Signs by their bit: what is tinted by its class, and textures; surfaces such as roads explain themselves. */
const SIGNS: readonly string[] = [
  ...LAND_CLASSES.filter((key) => !SURFACES.includes(key)).map((key) => `lc:${key}`),
  ...STATES_OF_USE.map((key) => `kind:${key}`),
];
const KEY_OF: Readonly<Record<string, string>> = { land: 'lc', 'land-marks': 'lc', idle: 'kind', 'idle-marks': 'kind' };

/** Of each cell the bits of its signs, row by row from the north-west. */
export type TileSigns = Uint32Array;

export const signsOfBits = (bits: number): string[] => SIGNS.filter((_, bit) => (bits >>> bit) & 1);

/** Fields of a protocol buffer: numbers and stretches of bytes. */
class Fields {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;
  field = 0;
  isNumber = false;
  isBytes = false;

  constructor(bytes: Uint8Array, from = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = end;
  }

  varint(): number {
    let [value, scale] = [0, 1];
    for (; ; scale *= 128) {
      const byte = this.#bytes[this.#at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** Moves to the next field; false at the end. What a field holds is to be read, or skipped, before. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const tag = this.varint();
    this.field = tag >> 3;
    if ((tag & 7) === 1) this.#at += 8;
    if ((tag & 7) === 5) this.#at += 4;
    this.isNumber = (tag & 7) === 0;
    this.isBytes = (tag & 7) === 2;
    return true;
  }

  get isOver(): boolean {
    return this.#at >= this.#end;
  }

  inside(): Fields {
    const length = this.varint();
    const from = this.#at;
    this.#at += length;
    return new Fields(this.#bytes, from, from + length);
  }

  text(): string {
    return new TextDecoder().decode(this.#bytes.subarray(this.#at, this.#end));
  }

  skip(): void {
    if (this.isNumber) this.varint();
    if (this.isBytes) this.inside();
  }
}

/** Reads a vector tile. */
export function tileSigns(tile: ArrayBuffer): TileSigns {
  const signs = new Uint32Array(CELLS * CELLS);
  const fields = new Fields(new Uint8Array(tile));
  while (fields.next())
    if (fields.field === 3 && fields.isBytes) readLayer(fields.inside(), signs);
    else fields.skip();
  return signs;
}

function readLayer(layer: Fields, signs: TileSigns): void {
  let [name, extent] = ['', 4096];
  const [features, keys, values]: [Fields[], string[], string[]] = [[], [], []];
  while (layer.next()) {
    if (layer.field === 1) name = layer.inside().text();
    else if (layer.field === 2) features.push(layer.inside());
    else if (layer.field === 3) keys.push(layer.inside().text());
    else if (layer.field === 4) values.push(textIn(layer.inside()));
    else if (layer.field === 5) extent = layer.varint();
    else layer.skip();
    if (name && !(name in KEY_OF)) return;
  }
  const key = keys.indexOf(KEY_OF[name]);
  const bits = values.map((value) => SIGNS.indexOf(`${KEY_OF[name]}:${value}`));
  for (const feature of features) readFeature(feature, key, bits, extent, signs);
}

/** A value that is a text; '' for any other. */
function textIn(value: Fields): string {
  let text = '';
  while (value.next())
    if (value.field === 1) text = value.inside().text();
    else value.skip();
  return text;
}

function readFeature(feature: Fields, key: number, bits: readonly number[], extent: number, signs: TileSigns): void {
  let bit = -1;
  while (feature.next()) {
    if (feature.field === 2) {
      const tags = feature.inside();
      while (!tags.isOver) if (tags.varint() === key) bit = bits[tags.varint()];
      else tags.varint(); // prettier-ignore
    } else if (feature.field === 4) {
      if (bit >= 0) mark(feature.inside(), bit, extent, signs);
      return;
    } else feature.skip();
  }
}

/** The cells its box meets. */
function mark(geometry: Fields, bit: number, extent: number, signs: TileSigns): void {
  const box = boxOf(geometry);
  const [west, north, east, south] = box.map((unit) => Math.min(CELLS - 1, Math.max(0, Math.floor((unit / extent) * CELLS)))); // prettier-ignore
  if (box[2] < 0 || box[3] < 0 || box[0] >= extent || box[1] >= extent) return;
  for (let row = north; row <= south; row++)
    for (let column = west; column <= east; column++) signs[row * CELLS + column] |= 1 << bit;
}

function boxOf(geometry: Fields): [west: number, north: number, east: number, south: number] {
  let [x, y] = [0, 0];
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  while (!geometry.isOver) {
    const command = geometry.varint();
    if ((command & 7) === 7) continue; // ClosePath has no place
    for (let left = command >> 3; left > 0; left--) {
      x += unzigzag(geometry.varint());
      y += unzigzag(geometry.varint());
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
  }
  return [west, north, east, south];
}

const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);
