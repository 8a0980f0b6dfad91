import type { TableKeys } from '../../domain/land/model.ts';
import type { SectionSink, SectionSource } from './container.ts';
import { damaged } from './damaged.ts';
import type { TableEntry } from './directory.ts';
import { ByteSink, ByteSource } from './varint.ts';

type KeyEntry = Pick<TableEntry, 'keys' | 'nextKey'>;

/** Keys of records, where they are not the numbers of their rows. */
export function writeKeys(sink: SectionSink, keys: TableKeys | undefined): KeyEntry {
  if (!keys?.rows || keys.next === undefined) return {};
  const bytes = new ByteSink();
  let last = -1;
  // Most often the one after the last.
  for (const key of keys.rows) {
    bytes.zigzag(key - last - 1);
    last = key;
  }
  return { keys: sink.add(bytes.bytes()), nextKey: keys.next };
}

/** Damaged where a key is given twice, or is one that is still to be given. */
export function readKeys(source: SectionSource, { keys, nextKey }: KeyEntry, rows: number): TableKeys | undefined {
  if (keys === undefined && nextKey === undefined) return undefined;
  if (keys === undefined || nextKey === undefined) throw damaged('keys');
  const bytes = new ByteSource(source.take(keys));
  if (rows > bytes.bytes.length) throw damaged('keys');
  const found: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row++) {
    last += bytes.zigzag() + 1;
    if (last < 0 || last >= nextKey) throw damaged('keys');
    found.push(last);
  }
  if (bytes.at !== bytes.bytes.length || new Set(found).size < rows) throw damaged('keys');
  return { rows: found, next: nextKey };
}
