/** Whether two contents are the same, told by 128 bits of each: four sums of Murmur's kind that run side by side. */
export function digestOf(bytes: Uint8Array): string {
  const sums = Int32Array.of(0x9747b28c, 0x1b873593, 0x85ebca6b, 0xc2b2ae35 ^ bytes.length);
  let [a, b, c, d] = sums;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x85ebca6b) ^ (a >>> 15);
    c = Math.imul(c ^ byte, 0xc2b2ae35) ^ (b >>> 13);
    d = Math.imul(d ^ byte, 0x27d4eb2f) ^ (c >>> 16);
  }
  return [a, b, c, d].map((sum) => (sum >>> 0).toString(36)).join('-');
}
