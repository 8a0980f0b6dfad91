import type { Compressors } from 'hyparquet';
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
