import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { NamedBytes } from '../../src/formats/contract.ts';

const folder = new URL('gdb/', import.meta.url);

/** A zip of `gdb/`. */
export const zipNamed = (name: string): NamedBytes => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(name, folder))),
});

/** What is in it, by its paths, as a folder that was dropped. */
export const filesIn = (zip: string): NamedBytes[] =>
  Object.entries(unzipSync(zipNamed(zip).bytes)).flatMap(([name, bytes]) =>
    name.endsWith('/') ? [] : [{ name, bytes }],
  );

/** The files of a database whose last table is rewritten as ArcGIS Pro 3.2 writes those with ids of 64 bits: version 4. */
export function asVersion4(files: readonly NamedBytes[], table: RegExp, withBits: boolean): NamedBytes[] {
  return files.map(({ name, bytes }) => {
    if (!table.test(name)) return { name, bytes };
    if (/gdbtable$/.test(name)) return { name, bytes: withInt32(bytes, 0, 4) };
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const [blocks, total, width] = [4, 8, 12].map((at) => view.getUint32(at, true));
    const places = bytes.subarray(16, 16 + blocks * 1024 * width);
    const bits = new Uint8Array(22 + 32_768 + 52);
    bits.set([(1 << blocks) - 1], 22);
    const section = withBits ? bits : new Uint8Array();
    const made = new Uint8Array(16 + places.length + 12 + section.length);
    const to = new DataView(made.buffer);
    to.setInt32(0, 4, true);
    to.setBigUint64(4, BigInt(blocks), true);
    to.setUint32(12, width, true);
    made.set(places, 16);
    to.setBigUint64(16 + places.length, BigInt(total), true);
    to.setUint32(16 + places.length + 8, section.length, true);
    made.set(section, 28 + places.length);
    return { name, bytes: made };
  });
}

function withInt32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setInt32(at, value, true);
  return changed;
}

/** The same with a text in UTF-8 exchanged for one of the same length, wherever it stands. */
export const rewritten = (files: readonly NamedBytes[], from: string, to: string): NamedBytes[] =>
  files.map(({ name, bytes }) => ({
    name,
    bytes: new Uint8Array(
      Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(latin(from), latin(to)), 'latin1'),
    ),
  }));

const latin = (text: string): string => Buffer.from(text).toString('latin1');
