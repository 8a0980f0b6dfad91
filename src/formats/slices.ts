import type { Slices } from './contract.ts';

/** Bytes in memory, as one reads those that are not. */
export const bytesInSlices = (bytes: Uint8Array): Slices => ({
  size: bytes.length,
  slice: (from, to) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer as ArrayBuffer) }),
});

export const bytesOfSlice = async (slices: Slices, from: number, to: number): Promise<Uint8Array> =>
  new Uint8Array(await slices.slice(from, to).arrayBuffer());
