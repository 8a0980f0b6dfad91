import { varintLength, type Wire } from './wire.ts';

/** A field that holds bytes, its length in front. */
export function message(into: Wire, field: number, held: Wire): void {
  into.room(1 + varintLength(held.at));
  into.bytes[into.at++] = (field << 3) | 2;
  into.varint(held.at);
  into.raw(held.bytes, 0, held.at);
}
