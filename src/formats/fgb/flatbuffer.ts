/** The bytes do not hold what their offsets and lengths say. */
export class BrokenFlatbuffer extends Error {}

/**
 * One table of a flatbuffer (https://flatbuffers.dev/internals). The generated readers take offsets and lengths on
 * trust; here each is held against the bytes, and `BrokenFlatbuffer` is thrown where they contradict.
 */
export class Table {
  readonly #view: DataView;
  readonly #at: number;
  readonly #slots: number;
  readonly #slotBytes: number;

  /** The table at byte `at` of the view. */
  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
    const slots = at - view.getInt32(checked(view, at, 4), true);
    this.#slotBytes = view.getUint16(checked(view, slots, 2), true);
    this.#slots = checked(view, slots, this.#slotBytes);
  }

  /** The root table of a buffer that starts with its length. */
  static root(view: DataView): Table {
    return new Table(view, view.getUint32(checked(view, 0, 4), true));
  }

  /** Where field `slot` of `size` bytes stands; null for a field left out. */
  #field(slot: number, size: number): number | null {
    const entry = 4 + 2 * slot;
    if (entry + 2 > this.#slotBytes) return null;
    const offset = this.#view.getUint16(this.#slots + entry, true);
    return offset === 0 ? null : checked(this.#view, this.#at + offset, size);
  }

  #pointed(slot: number): number | null {
    const at = this.#field(slot, 4);
    return at === null ? null : at + this.#view.getUint32(at, true);
  }

  uint8(slot: number, absent: number): number {
    const at = this.#field(slot, 1);
    return at === null ? absent : this.#view.getUint8(at);
  }
  uint16(slot: number, absent: number): number {
    const at = this.#field(slot, 2);
    return at === null ? absent : this.#view.getUint16(at, true);
  }
  int32(slot: number, absent: number): number {
    const at = this.#field(slot, 4);
    return at === null ? absent : this.#view.getInt32(at, true);
  }
  uint64(slot: number, absent: bigint): bigint {
    const at = this.#field(slot, 8);
    return at === null ? absent : this.#view.getBigUint64(at, true);
  }
  table(slot: number): Table | null {
    const at = this.#pointed(slot);
    return at === null ? null : new Table(this.#view, at);
  }

  /** A vector of items of `size` bytes as a view of them; empty where left out. */
  vector(slot: number, size: number): DataView {
    const at = this.#pointed(slot);
    if (at === null) return new DataView(new ArrayBuffer(0));
    const bytes = this.#view.getUint32(checked(this.#view, at, 4), true) * size;
    return new DataView(this.#view.buffer, this.#view.byteOffset + checked(this.#view, at + 4, bytes), bytes);
  }

  text(slot: number): string {
    return new TextDecoder().decode(this.vector(slot, 1));
  }

  tables(slot: number): Table[] {
    const list = this.vector(slot, 4);
    const from = list.byteOffset - this.#view.byteOffset;
    return Array.from({ length: list.byteLength / 4 }, (_, i) => {
      const at = from + 4 * i;
      return new Table(this.#view, at + this.#view.getUint32(at, true));
    });
  }
}

function checked(view: DataView, at: number, size: number): number {
  if (at < 0 || at + size > view.byteLength) throw new BrokenFlatbuffer();
  return at;
}
