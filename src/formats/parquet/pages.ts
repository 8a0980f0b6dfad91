import type { FileMetaData, RowGroup } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostBytes } from '../limits.ts';

type Chunk = NonNullable<RowGroup['columns'][number]['meta_data']>;
/** Each value may repeat nearly all of the one before: a few bytes can stand for more than any memory. */
const growing = 'DELTA_BYTE_ARRAY';

/**
 * Walks the page headers of the columns to be read, and holds every size and count in them against the file before a
 * page is unpacked: the library takes them on trust. `columns` are names of flat columns. Throws what it throws.
 */
export function checkPages(
  name: string,
  bytes: Uint8Array,
  { row_groups: groups }: FileMetaData,
  columns: ReadonlySet<string>,
): Result<null, FormatRefusal> {
  let unpacked = 0;
  for (const group of groups)
    for (const { meta_data: chunk } of group.columns) {
      if (!chunk || chunk.path_in_schema.length !== 1 || !columns.has(chunk.path_in_schema[0])) continue;
      const size = chunkSize(bytes, chunk, Number(group.num_rows));
      if (size === null) return refuse('damaged', { name, detail: 'parquet' });
      if (size === growing)
        return refuse('unsupported', { name, what: 'column-type', type: `${growing} ${chunk.path_in_schema[0]}` });
      unpacked += size;
      if (unpacked > mostBytes)
        return refuse('too-large', { where: name, what: 'bytes', found: unpacked, most: mostBytes });
    }
  return ok(null);
}

/** Bytes the pages of a chunk say they unpack to; null where they contradict the chunk. */
function chunkSize(bytes: Uint8Array, chunk: Chunk, rows: number): number | typeof growing | null {
  if (chunk.encodings.includes(growing)) return growing;
  const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset) || Number(chunk.data_page_offset);
  const end = start + Number(chunk.total_compressed_size);
  if (!(start >= 4 && end >= start && end <= bytes.length)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  const reader = { view, offset: 0 };
  let [values, unpacked] = [0, 0];
  while (reader.offset < view.byteLength - 1 && values < rows) {
    const page = parquetHeader(reader);
    const size = page.uncompressed_page_size;
    const count = (page.data_page_header ?? page.data_page_header_v2 ?? page.dictionary_page_header)?.num_values ?? -1;
    const packed = page.compressed_page_size;
    if (!(size >= 0 && count >= 0 && packed >= 0 && reader.offset + packed <= view.byteLength)) return null;
    if (page.data_page_header?.encoding === growing || page.data_page_header_v2?.encoding === growing) return growing;
    const { definition_levels_byte_length: levels = 0, repetition_levels_byte_length: repeats = 0 } =
      page.data_page_header_v2 ?? {};
    if (levels < 0 || repeats !== 0 || levels > size || levels > packed) return null;
    // Every value of a dictionary takes at least a bit.
    if (page.type === 'DICTIONARY_PAGE' ? count > 8 * size : (values += count) > rows) return null;
    unpacked += size;
    reader.offset += packed;
  }
  return values === rows ? unpacked : null;
}
