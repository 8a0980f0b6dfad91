import { damaged } from './damaged.ts';
import { ByteSink, ByteSource } from './varint.ts';

/** How the coordinates of a layer are written. */
export interface CoordinateForm {
  /** Whole multiples of 10⁻ᵈ, as differences; null: the 8 bytes of every number. */
  readonly decimals: number | null;
  /** Every ring repeats its first vertex, which is then not written twice. */
  readonly closed: boolean;
}

/** Beyond this a whole multiple is no longer told apart from its neighbours. */
const LARGEST = 2 ** 51;
const MOST_DECIMALS = 9;

/** The fewest decimals that give back every number bit for bit, or the 8 bytes where none do. */
export function formOf(xy: Float64Array, vertexStart: Uint32Array): CoordinateForm {
  const closed = allClosed(xy, vertexStart);
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++)
    if (isExact(xy, 10 ** decimals)) return { decimals, closed };
  return { decimals: null, closed };
}

function isExact(xy: Float64Array, scale: number): boolean {
  for (let k = 0; k < xy.length; k++) {
    const whole = Math.round(xy[k] * scale);
    if (whole / scale !== xy[k] || Math.abs(whole) > LARGEST || Object.is(xy[k], -0)) return false;
  }
  return true;
}

function allClosed(xy: Float64Array, vertexStart: Uint32Array): boolean {
  for (let r = 1; r < vertexStart.length; r++) {
    const first = vertexStart[r - 1];
    const last = vertexStart[r] - 1;
    if (last < first) continue;
    if (!Object.is(xy[2 * first], xy[2 * last]) || !Object.is(xy[2 * first + 1], xy[2 * last + 1])) return false;
  }
  return true;
}

/** The vertex after the last one written of a ring `from .. to`. */
const writtenEnd = (from: number, to: number, closed: boolean): number => (closed && to - from > 1 ? to - 1 : to);

/** Numbers x, y of each vertex, rings one after the other; differences run on from ring to ring. */
export function writeCoordinates(xy: Float64Array, vertexStart: Uint32Array, form: CoordinateForm): Uint8Array {
  const sink = new ByteSink();
  const scale = 10 ** (form.decimals ?? 0);
  let x = 0;
  let y = 0;
  for (let r = 1; r < vertexStart.length; r++) {
    const from = vertexStart[r - 1];
    const to = vertexStart[r];
    const end = writtenEnd(from, to, form.closed);
    if (form.decimals === null) {
      sink.raw(new Uint8Array(xy.buffer, xy.byteOffset + 16 * from, 16 * (end - from)));
      continue;
    }
    for (let k = 2 * from; k < 2 * end; k += 2) {
      const nextX = Math.round(xy[k] * scale);
      const nextY = Math.round(xy[k + 1] * scale);
      sink.zigzag(nextX - x);
      sink.zigzag(nextY - y);
      [x, y] = [nextX, nextY];
    }
  }
  return sink.bytes();
}

/** The columns again, bit for bit; damaged where the bytes are too few or too many for the rings. */
export function readCoordinates(
  bytes: Uint8Array,
  vertexStart: Uint32Array,
  form: CoordinateForm,
): Float64Array<ArrayBuffer> {
  const vertices = vertexStart[vertexStart.length - 1];
  // A vertex takes at least 2 bytes, 16 where whole; only the repeated first one of a ring takes none.
  const least = form.decimals === null ? 16 : 2;
  if ((vertices - (form.closed ? vertexStart.length - 1 : 0)) * least > bytes.length) throw damaged('coordinates');
  const xy = new Float64Array(2 * vertices);
  const end =
    form.decimals === null
      ? readWhole(bytes, vertexStart, form.closed, xy)
      : readDifferences(bytes, vertexStart, form.closed, 10 ** form.decimals, xy);
  if (end !== bytes.length) throw damaged('coordinates');
  return xy;
}

function readWhole(bytes: Uint8Array, vertexStart: Uint32Array, closed: boolean, xy: Float64Array): number {
  const target = new Uint8Array(xy.buffer);
  let at = 0;
  for (let r = 1; r < vertexStart.length; r++) {
    const from = vertexStart[r - 1];
    const to = vertexStart[r];
    const length = 16 * (writtenEnd(from, to, closed) - from);
    if (at + length > bytes.length) throw damaged('coordinates');
    target.set(bytes.subarray(at, at + length), 16 * from);
    at += length;
    closeRing(xy, from, to, closed);
  }
  return at;
}

function closeRing(xy: Float64Array, from: number, to: number, closed: boolean): void {
  if (!closed || to - from < 2) return;
  xy[2 * to - 2] = xy[2 * from];
  xy[2 * to - 1] = xy[2 * from + 1];
}

/**
 * The hot loop of loading: numbers of up to four bytes are put together here, the few longer ones outside. Reading past
 * the end gives zeros and a place past the end, which the caller sees.
 */
function readDifferences(
  bytes: Uint8Array,
  vertexStart: Uint32Array,
  closed: boolean,
  scale: number,
  xy: Float64Array,
): number {
  const long = new ByteSource(bytes);
  let at = 0;
  let x = 0;
  let y = 0;
  for (let r = 1; r < vertexStart.length; r++) {
    const from = vertexStart[r - 1];
    const to = vertexStart[r];
    const end = 2 * writtenEnd(from, to, closed);
    if (at > bytes.length) break;
    for (let k = 2 * from; k < end; k++) {
      let byte = bytes[at++];
      let n = byte & 127;
      if (byte > 127) {
        byte = bytes[at++];
        n |= (byte & 127) << 7;
        if (byte > 127) {
          byte = bytes[at++];
          n |= (byte & 127) << 14;
          if (byte > 127) {
            byte = bytes[at++];
            n |= (byte & 127) << 21;
          }
        }
      }
      let difference = (n >>> 1) ^ -(n & 1);
      if (byte > 127) {
        long.at = at - 4;
        const whole = long.varint();
        difference = whole % 2 === 0 ? whole / 2 : -(whole + 1) / 2;
        at = long.at;
      }
      if ((k & 1) === 0) xy[k] = (x += difference) / scale;
      else xy[k] = (y += difference) / scale;
    }
    closeRing(xy, from, to, closed);
  }
  return at;
}
