import type { NamedBytes, ReadResult } from './contract.ts';
import { utf16Of } from './text/decode.ts';

type Format = ReadResult['format'];

/** So much of a file is looked at. */
const HEAD_BYTES = 4096;

/** Text from its first bytes on, in whatever encoding: no control characters but those of lines. */
const isText = (head: string): boolean => !/[\0-\x08\x0e-\x1f]/.test(head);

/** What a file of a format has in its head, where a look tells that it is none. */
const isOne: Readonly<Partial<Record<Format, (head: string) => boolean>>> = {
  shp: (head) => head.startsWith('\0\0\x27\x0a'),
  gpkg: (head) => !isText(head),
  fgb: (head) => !isText(head),
  parquet: (head) => !isText(head),
  xlsx: (head) => !isText(head),
  // A folder: no file by that name is one.
  gdb: () => false,
  vct: (head) => /Begin\b/i.test(head),
  mif: (head) => /^\s*(Version|Charset|Delimiter|CoordSys|Columns|Data)\b/im.test(head),
};

/** Whether a file is none of the format that its name asks for: people change endings. */
export function isMisnamed({ bytes, slices }: NamedBytes, format: Format): boolean {
  if (slices) return false;
  const first = bytes.subarray(0, HEAD_BYTES);
  const sixteen = utf16Of(bytes);
  const head = sixteen ? new TextDecoder(sixteen).decode(first) : String.fromCharCode(...first);
  return isOne[format]?.(head) === false;
}
