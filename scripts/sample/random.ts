/** Seeded random numbers (mulberry32): the sample must be the same bytes on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** low ≤ x < high */
  between(low: number, high: number): number;
  /** low ≤ n ≤ high */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One key by weight. */
  weighted<T extends string>(weights: readonly (readonly [T, number])[]): T;
}

const hash = (text: string): number => {
  let h = 2166136261;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
};

/** Streams of different names are independent, so that a change in one step leaves the others as they were. */
export const random = (name: string): Random => {
  let state = hash(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    whole,
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, [, w]) => sum + w, 0);
      for (const [key, w] of weights) {
        left -= w;
        if (left < 0) return key;
      }
      return weights[weights.length - 1][0];
    },
  };
};
