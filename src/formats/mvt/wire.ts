/** Protocol-buffer bytes, growing as needed; `at` is where the next one goes. */
export class Wire {
  bytes = new Uint8Array(1 << 14);
  at = 0;

  /** Makes sure that `more` bytes fit. */
  room(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * this.bytes.length, this.at + more));
    wider.set(this.bytes.subarray(0, this.at));
    this.bytes = wider;
  }

  /** 0 .. 2³²−1; `room` must have been made: 5 bytes. */
  varint(value: number): void {
    let left = value;
    while (left > 127) {
      this.bytes[this.at++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.bytes[this.at++] = left;
  }

  raw(from: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    // Short pieces are the rule: a loop is faster than a view for each.
    const { bytes } = this;
    let at = this.at;
    for (let k = start; k < end; k++) bytes[at++] = from[k];
    this.at = at;
  }

  text(field: number, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.room(bytes.length + 6);
    this.bytes[this.at++] = (field << 3) | 2;
    this.varint(bytes.length);
    this.raw(bytes, 0, bytes.length);
  }
}

export const varintLength = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5;
