/** One or several tiles in a row that have the same content; or, where `run` is 0, a directory of those from `id` on. */
export interface DirectoryEntry {
  readonly id: number;
  /** From the start of the tile data, or of the leaf directories. */
  readonly offset: number;
  readonly length: number;
  readonly run: number;
}

/** A directory, not compressed: count, then ids by their differences, runs, lengths, offsets; an offset of 0 goes on where the last ended. */
export function directoryBytes(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number) => {
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
    bytes.push(left);
  };
  varint(entries.length);
  entries.forEach(({ id }, i) => varint(id - (i === 0 ? 0 : entries[i - 1].id)));
  for (const { run } of entries) varint(run);
  for (const { length } of entries) varint(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1] as DirectoryEntry | undefined;
    varint(before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return Uint8Array.from(bytes);
}

/** @throws RangeError where the bytes end too soon */
export function directoryOf(bytes: Uint8Array): DirectoryEntry[] {
  let at = 0;
  const varint = (): number => {
    for (let value = 0, scale = 1; ; scale *= 128) {
      if (at >= bytes.length) throw new RangeError('A directory of the tile archive ends too soon.');
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const column = (length: number) => Array.from({ length }, varint);
  const count = varint();
  if (count > bytes.length) throw new RangeError('A directory of the tile archive is not whole.');
  let id = 0;
  const ids = column(count).map((step) => (id += step));
  const [runs, lengths, offsets] = [column(count), column(count), column(count)];
  for (let i = 0; i < count; i++)
    offsets[i] = offsets[i] === 0 && i > 0 ? offsets[i - 1] + lengths[i - 1] : offsets[i] - 1;
  return ids.map((own, i) => ({ id: own, run: runs[i], length: lengths[i], offset: offsets[i] }));
}

/** The entry that holds a tile, or the directory in which it would be; null: the archive has no such tile. */
export function entryOf(entries: readonly DirectoryEntry[], id: number): DirectoryEntry | null {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].id <= id) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1] as DirectoryEntry | undefined;
  return entry && (entry.run === 0 || id < entry.id + entry.run) ? entry : null;
}
