import { put } from '../../domain/land/records/column-records.ts';
import type { Properties } from '../exchange/object.ts';
import { BrokenFlatbuffer } from './flatbuffer.ts';
import type { Column } from './header.ts';

type Scalar = (view: DataView, at: number) => string | number | boolean;
/** Whole numbers beyond what a number holds stay as text. */
const exact = (value: bigint): string | number => (Number.isSafeInteger(Number(value)) ? Number(value) : String(value));

/** Bytes and value of each type of fixed width, by the number of the type in the header's schema. */
const scalars: readonly (readonly [number, Scalar])[] = [
  [1, (v, at) => v.getInt8(at)],
  [1, (v, at) => v.getUint8(at)],
  [1, (v, at) => v.getUint8(at) !== 0],
  [2, (v, at) => v.getInt16(at, true)],
  [2, (v, at) => v.getUint16(at, true)],
  [4, (v, at) => v.getInt32(at, true)],
  [4, (v, at) => v.getUint32(at, true)],
  [8, (v, at) => exact(v.getBigInt64(at, true))],
  [8, (v, at) => exact(v.getBigUint64(at, true))],
  [4, (v, at) => v.getFloat32(at, true)],
  [8, (v, at) => v.getFloat64(at, true)],
];
const utf8 = new TextDecoder();
const json = 12;
export const binary = 14;

/** Pairs of column number and value as a feature packs them. Throws `BrokenFlatbuffer`. */
export function readProperties(view: DataView, columns: readonly Column[]): Properties {
  const found: Record<string, unknown> = {};
  for (let at = 0; at < view.byteLength;) {
    if (at + 2 > view.byteLength) throw new BrokenFlatbuffer();
    const column = columns[view.getUint16(at, true)];
    if (!column || column.type > binary) throw new BrokenFlatbuffer();
    at += 2;
    const scalar = scalars[column.type];
    const head = scalar ? scalar[0] : 4;
    if (at + head > view.byteLength) throw new BrokenFlatbuffer();
    if (scalar) put(found, column.name, finite(scalar[1](view, at)));
    else {
      const length = view.getUint32(at, true);
      if (at + 4 + length > view.byteLength) throw new BrokenFlatbuffer();
      if (column.type !== binary) {
        const text = utf8.decode(new Uint8Array(view.buffer, view.byteOffset + at + 4, length));
        put(found, column.name, column.type === json ? parsed(text) : text);
      }
      at += length;
    }
    at += head;
  }
  return found;
}

const finite = (value: string | number | boolean) =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

/** A plain value of JSON; lists and records stay text, as they are in every other table. */
function parsed(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? text : value;
  } catch {
    return text;
  }
}
