import { Texts } from '../../domain/land/records/texts.ts';
import { damaged } from './damaged.ts';
import { ByteSink, ByteSource, readStarts } from './varint.ts';

/** Number of texts (u32), their lengths in UTF-16 units (varint each), then all of them in UTF-8. */
export function writeTexts(texts: readonly string[]): Uint8Array {
  const sink = new ByteSink();
  sink.raw(new Uint8Array(Uint32Array.of(texts.length).buffer));
  for (const text of texts) sink.varint(text.length);
  sink.raw(new TextEncoder().encode(texts.join('')));
  return sink.bytes();
}

export function readTexts(bytes: Uint8Array): Texts {
  if (bytes.length < 4) throw damaged('texts');
  const source = new ByteSource(bytes, 4);
  const starts = readStarts(source, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  const whole = decodeUtf8(bytes.subarray(source.at));
  if (whole.length !== starts[starts.length - 1]) throw damaged('texts');
  return new Texts(whole, starts);
}

export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged('utf-8');
  }
}

/** Steps after which a place in the index is looked for no longer: only texts made to collide get there. */
const MOST_STEPS = 256;

/** Finds texts among others without making a string of each. */
export class TextIndex {
  readonly #texts: Texts;
  /** Made when first needed. */
  #slots: Int32Array | null = null;
  readonly #seed = Math.floor(Math.random() * 2 ** 32);
  /** Takes over where the slots are crowded on purpose. */
  #set: Set<string> | null = null;
  /** The first text that stands there twice; null when all are distinct. */
  readonly repeated: string | null;

  constructor(texts: Texts) {
    this.#texts = texts;
    this.repeated = isAscending(texts) ? null : this.#fill();
  }

  has(text: string): boolean {
    if (!this.#slots) this.#fill();
    return this.#set?.has(text) ?? this.#isSlotted(text, 0, text.length);
  }

  /** Whether each of some texts is there. */
  hasAll({ whole, starts, count }: Texts): boolean {
    if (!this.#slots) this.#fill();
    for (let i = 0; i < count; i++)
      if (!(this.#set?.has(whole.slice(starts[i], starts[i + 1])) ?? this.#isSlotted(whole, starts[i], starts[i + 1])))
        return false;
    return true;
  }

  #isSlotted(source: string, from: number, to: number): boolean {
    const slot = this.#slotOf(source, from, to);
    return slot >= 0 && this.#slots![slot] >= 0;
  }

  #fill(): string | null {
    const { whole, starts, count } = this.#texts;
    let size = 16;
    while (size < 2 * count) size *= 2;
    const slots = (this.#slots = new Int32Array(size).fill(-1));
    for (let i = 0; i < count; i++) {
      const slot = this.#slotOf(whole, starts[i], starts[i + 1]);
      if (slot < 0) return this.#fillSet();
      if (slots[slot] >= 0) return this.#texts.at(i);
      slots[slot] = i;
    }
    return null;
  }

  #fillSet(): string | null {
    this.#set = new Set();
    for (let i = 0; i < this.#texts.count; i++) {
      const text = this.#texts.at(i);
      if (this.#set.has(text)) return text;
      this.#set.add(text);
    }
    return null;
  }

  /** Where the text `from .. to` of `source` stands or would stand; −1 after too many steps. */
  #slotOf(source: string, from: number, to: number): number {
    const slots = this.#slots!;
    const mask = slots.length - 1;
    let hash = this.#seed;
    for (let k = from; k < to; k++) hash = Math.imul(hash ^ source.charCodeAt(k), 0x5bd1e995);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 13;
    for (let step = 0; step < MOST_STEPS; step++) {
      const slot = (hash + step) & mask;
      if (slots[slot] < 0 || this.#same(slots[slot], source, from, to)) return slot;
    }
    return -1;
  }

  #same(i: number, source: string, from: number, to: number): boolean {
    const { whole, starts } = this.#texts;
    const start = starts[i];
    if (starts[i + 1] - start !== to - from) return false;
    for (let k = from; k < to; k++) if (whole.charCodeAt(start + k - from) !== source.charCodeAt(k)) return false;
    return true;
  }
}

/** Whether each text stands after the one before it: then none is there twice, as in most files. */
function isAscending({ whole, starts, count }: Texts): boolean {
  for (let i = 1; i < count; i++) {
    const a = starts[i - 1];
    const b = starts[i];
    const end = starts[i + 1];
    let k = 0;
    while (a + k < b && b + k < end && whole.charCodeAt(a + k) === whole.charCodeAt(b + k)) k++;
    if (b + k === end || (a + k < b && whole.charCodeAt(a + k) > whole.charCodeAt(b + k))) return false;
  }
  return true;
}
