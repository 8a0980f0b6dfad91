/** Numbers below `n` from a seed (mulberry32): the same seed gives the same file on every machine. */
export function randomOf(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

type Random = (n: number) => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const joined = (...pieces: Uint8Array[]): Uint8Array => Uint8Array.from(pieces.flatMap((piece) => [...piece]));

const flips: Mutation = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  for (let i = 1 + random(8); i > 0; i--) copy[random(copy.length)] = random(256);
  return copy;
};
/** Heads hold the counts and offsets: they are hit more often than their size would have it. */
const headFlips: Mutation = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  const head = Math.min(copy.length, 256);
  for (let i = 1 + random(4); i > 0; i--) copy[random(head)] = random(256);
  return copy;
};
const cut: Mutation = (bytes, random) => bytes.slice(0, random(bytes.length));
const gap: Mutation = (bytes, random) => {
  const from = random(bytes.length);
  return joined(bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + 1 + random(64))));
};
const repeat: Mutation = (bytes, random) => {
  const from = random(bytes.length);
  const to = Math.min(bytes.length, from + 1 + random(256));
  return joined(bytes.subarray(0, to), bytes.subarray(from));
};
const blown = [0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0x0fff_ffff, 0x0100_0000, 0];
/** A length or count made absurd, wherever four bytes may be one. */
const lengths: Mutation = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  if (copy.length < 4) return copy;
  for (let i = 1 + random(3); i > 0; i--)
    new DataView(copy.buffer).setUint32(random(copy.length - 3), blown[random(blown.length)], random(2) === 0);
  return copy;
};
/** NaN, infinities and numbers beyond all measure where eight bytes may be a coordinate. */
const numbers: Mutation = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  if (copy.length < 8) return copy;
  const odd = [NaN, Infinity, -Infinity, 1e308, -0, 5e-324];
  for (let i = 1 + random(3); i > 0; i--)
    new DataView(copy.buffer).setFloat64(random(copy.length - 7), odd[random(odd.length)], random(2) === 0);
  return copy;
};

export const mutations: readonly Mutation[] = [flips, headFlips, cut, gap, repeat, lengths, numbers];
