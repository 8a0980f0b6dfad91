import type { FileMetaData, PageHeader, RowGroup } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostBytes } from '../limits.ts';
import { unpackedPage } from './codecs.ts';
import { areRunsSound } from './runs.ts';

type Chunk = NonNullable<RowGroup['columns'][number]['meta_data']>;
/** Codings by differences: a few bytes can stand for more than any memory, and their blocks are not checked here. */
const growing = /^DELTA/;

/**
 * Walks the page headers of the columns to be read, and holds every size and count in them against the file before a
 * page is unpacked: the library takes them on trust. `columns` are names of flat columns. Throws what it throws.
 */
export function checkPages(
  name: string,
  bytes: Uint8Array,
  { row_groups: groups, schema }: FileMetaData,
  columns: ReadonlySet<string>,
): Result<null, FormatRefusal> {
  let unpacked = 0;
  for (const group of groups)
    for (const { meta_data: chunk } of group.columns) {
      if (!chunk || chunk.path_in_schema.length !== 1 || !columns.has(chunk.path_in_schema[0])) continue;
      const element = schema.find(({ name: column }) => column === chunk.path_in_schema[0]);
      const size = chunkSize(bytes, chunk, Number(group.num_rows), element?.repetition_type === 'OPTIONAL');
      if (size === null) return refuse('damaged', { name, detail: 'parquet' });
      if (typeof size === 'string')
        return refuse('unsupported', { name, what: 'column-type', type: `${size} ${chunk.path_in_schema[0]}` });
      unpacked += size;
      if (unpacked > mostBytes)
        return refuse('too-large', { where: name, what: 'bytes', found: unpacked, most: mostBytes });
    }
  return ok(null);
}

/** Bytes the pages of a chunk say they unpack to; null where they contradict the chunk. */
function chunkSize(bytes: Uint8Array, chunk: Chunk, rows: number, optional: boolean): number | string | null {
  const delta = chunk.encodings.find((encoding) => growing.test(encoding));
  if (delta) return delta;
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
    const coding = (page.data_page_header ?? page.data_page_header_v2)?.encoding ?? '';
    if (growing.test(coding)) return coding;
    const { definition_levels_byte_length: levels = 0, repetition_levels_byte_length: repeats = 0 } =
      page.data_page_header_v2 ?? {};
    if (levels < 0 || repeats !== 0 || levels > size || levels > packed) return null;
    // Every value of a dictionary takes at least a bit.
    if (page.type === 'DICTIONARY_PAGE' ? count > 8 * size : (values += count) > rows) return null;
    unpacked += size;
    if (unpacked > mostBytes) return unpacked;
    const content = bytes.subarray(start + reader.offset, start + reader.offset + packed);
    if (page.type !== 'DICTIONARY_PAGE' && !isPageSound(content, chunk.codec, page, optional)) return null;
    reader.offset += packed;
  }
  return values === rows ? unpacked : null;
}

/** The runs of levels, of dictionary numbers and of truth values in a data page. */
function isPageSound(content: Uint8Array, codec: Chunk['codec'], page: PageHeader, optional: boolean): boolean {
  const v2 = page.data_page_header_v2;
  const levels = v2?.definition_levels_byte_length ?? 0;
  const { num_values: values = 0, encoding = 'PLAIN' } = page.data_page_header ?? v2 ?? {};
  if (levels > 0 && !areRunsSound(content, { at: 0, end: levels, width: 1, values })) return false;
  const size = page.uncompressed_page_size - levels;
  const bytes =
    v2?.is_compressed === false ? content.subarray(levels) : unpackedPage(content.subarray(levels), size, codec);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  if (!v2 && optional) {
    const end = 4 + view.getUint32(0, true);
    if (!areRunsSound(bytes, { at: 4, end, width: 1, values })) return false;
    at = end;
  }
  if (encoding.endsWith('_DICTIONARY') && at < bytes.length)
    return areRunsSound(bytes, { at: at + 1, end: bytes.length, width: bytes[at], values });
  if (encoding !== 'RLE' || at + 4 > bytes.length) return true;
  return areRunsSound(bytes, { at: at + 4, end: at + 4 + view.getUint32(at, true), width: 1, values });
}
