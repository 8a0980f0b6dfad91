import type { PlanPark, PlanProblem } from '../shape/problem.ts';

/** Numbers from 0 to 1 as if by chance, the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** By scenario 情景 1 by each parcel that falls through 落空, each by itself. */
export function scenarios({ parcels }: PlanProblem, count: number, seed: number): readonly Uint8Array[] {
  const next = chances(seed);
  return Array.from({ length: count }, () =>
    Uint8Array.from(parcels.fallThrough, (likely) => (next() < likely ? 1 : 0)),
  );
}

/** What is left of a park: the park of the same kind and year that its other parcels are, null where they are none. */
export type Remaining = (park: PlanPark, parcels: readonly number[]) => { readonly points: number } | null;

/** Says it for one scenario after another, each set once. */
export class Remains {
  readonly #known = new Map<string, { readonly points: number } | null>();
  readonly #remaining: Remaining;

  constructor(remaining: Remaining) {
    this.#remaining = remaining;
  }

  of(park: PlanPark, fallen: Uint8Array): { readonly points: number } | null {
    const left = [...park.parcels].filter((place) => fallen[place] === 0);
    if (left.length === park.parcels.length) return park;
    if (left.length === 0) return null;
    const key = `${park.kind} ${park.year} ${left.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#remaining(park, left);
    this.#known.set(key, found);
    return found;
  }
}
