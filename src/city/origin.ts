import type { NamedBytes } from '../formats/contract.ts';
import { crc32 } from '../formats/packed/crc32.ts';

/** So much of each end of a file tells it from others. */
const END_BYTES = 1 << 18;

async function endsOf({ bytes, slices }: NamedBytes): Promise<string> {
  if (!slices) return [bytes.length, crc32(bytes.subarray(0, END_BYTES)), crc32(bytes.subarray(-END_BYTES))].join('.');
  const { size } = slices;
  const ends = [slices.slice(0, Math.min(size, END_BYTES)), slices.slice(Math.max(0, size - END_BYTES), size)];
  const read = await Promise.all(ends.map((end) => end.arrayBuffer()));
  return [size, ...read.map((end) => crc32(new Uint8Array(end)))].join('.');
}

/** Tells the files a project is read from, in whatever order, from others: what is kept of them is found by it. */
export async function originOf(files: readonly NamedBytes[]): Promise<string> {
  const all = (await Promise.all(files.map(async (file) => `${file.name} ${await endsOf(file)}`))).sort();
  return `${files.length}-${crc32(new TextEncoder().encode(all.join())).toString(16)}`;
}
