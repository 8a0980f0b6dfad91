import { snappyUncompress, type CompressionCodec, type Compressors } from 'hyparquet';
import { decompressZstd, compressors } from 'hyparquet-compressors';

/**
 * Every codec writes into as many bytes as the page header states (which `checkPages` has bounded), and no more. Snappy
 * is left to hyparquet's own.
 */
export const codecs: Compressors = {
  ...compressors,
  SNAPPY: undefined,
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
};

/** The bytes of a page; throws where they make no sense or the codec is not known. */
export function unpackedPage(content: Uint8Array, size: number, codec: CompressionCodec): Uint8Array {
  if (codec === 'UNCOMPRESSED') return content;
  const unpack = codecs[codec];
  if (unpack) return unpack(content, size);
  if (codec !== 'SNAPPY') throw new RangeError(codec);
  const page = new Uint8Array(size);
  snappyUncompress(content, page);
  return page;
}
