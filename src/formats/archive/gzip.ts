import { Gunzip } from 'fflate';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostBytes } from '../limits.ts';

const chunkBytes = 64 * 1024;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

class TooLarge extends Error {}

/** In pieces, so that a bomb is stopped at the limit and not after it. */
export function gunzipped(name: string, bytes: Uint8Array, most = mostBytes): Result<Uint8Array, FormatRefusal> {
  if (bytes.length < 18) return refuse('truncated', { name, record: 0 });
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Gunzip((piece, final) => {
    size += piece.length;
    if (size > most) throw new TooLarge();
    pieces.push(piece);
    ended ||= final;
  });
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes)
      stream.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('too-large', { where: name, what: 'bytes', found: size, most });
    return refuse('truncated', { name, record: 0 });
  }
  // The trailer says how long the text was: a file cut short inside a block ends without error.
  const stated = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (!ended || stated !== size % 2 ** 32) return refuse('truncated', { name, record: 0 });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return ok(whole);
}
