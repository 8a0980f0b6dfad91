import type { NamedBytes } from '../formats/contract.ts';
import { crc32 } from '../formats/packed/crc32.ts';

/** So much of each end of a file tells it from others. */
const END_BYTES = 1 << 18;

const endsOf = ({ bytes }: NamedBytes): string =>
  [bytes.length, crc32(bytes.subarray(0, END_BYTES)), crc32(bytes.subarray(-END_BYTES))].join('.');

/** Tells the files a project is read from, in whatever order, from others: what is kept of them is found by it. */
export function originOf(files: readonly NamedBytes[]): string {
  const all = files.map((file) => `${file.name} ${endsOf(file)}`).sort();
  return `${files.length}-${crc32(new TextEncoder().encode(all.join())).toString(16)}`;
}
