import type { Lists, PlanProblem } from '../shape/problem.ts';

/** Numbers as if by chance (mulberry32). */
export function chance(seed: number): (least: number, most: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return least + Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * (most - least + 1));
  };
}

/** Borders both ways. */
export function listsOf(size: number, pairs: readonly (readonly [number, number])[]): Lists {
  const rows = Array.from({ length: size }, (_, place) =>
    pairs.flatMap(([a, b]) => (a === place ? [b] : b === place ? [a] : [])).sort((a, b) => a - b),
  );
  const starts = Int32Array.from([0, ...rows.map((_, n) => rows.slice(0, n + 1).flat().length)]);
  return { starts, values: Int32Array.from(rows.flat()) };
}

export interface SmallCity {
  readonly townships?: number;
  /** Parcels of each at most. */
  readonly parcels?: number;
}

/**
 * A city small enough for every park of it to be looked at: parcels of whole and half 亩 on a grid of 100 m, so that sums, distances and
 * worths are often equal; scarce land, money that is short, neighbourhoods smaller than a township.
 */
export function smallCity(seed: number, { townships = 3, parcels: most = 7 }: SmallCity = {}): PlanProblem {
  const between = chance(seed);
  const starts = [0];
  for (let t = 0; t < townships; t++) starts.push(starts[t] + between(Math.max(1, most - 3), most));
  const size = starts[townships];
  const column = (of: (place: number) => number) => Float64Array.from({ length: size }, (_, place) => of(place));
  const landMu = column(() => between(4, 40) / 2);
  const ratio = column(() => between(8, 30) / 10);
  const [x, y] = [column(() => between(0, 9)), column(() => between(0, 9))];
  const pairs: [number, number][] = [];
  for (let t = 0; t < townships; t++)
    for (let a = starts[t]; a < starts[t + 1]; a++)
      for (let b = a + 1; b < starts[t + 1]; b++) if (between(0, 3) === 0) pairs.push([a, b]);
  const years = [2026, 2027];
  const money = column((place) => landMu[place] * between(30, 90));
  const all = Uint8Array.from({ length: townships }, () => 1);
  const only = (t: number) => Uint8Array.from(all, (_, other) => (other === t ? 1 : 0));
  const later = between(0, 1);
  return {
    years,
    townships: Int32Array.from(starts),
    parcels: {
      size,
      landMu,
      floorM2: column((place) => landMu[place] * 600 * ratio[place]),
      spareM2: column((place) => landMu[place] * 600 * (ratio[place] - 1.5)),
      points: column((place) => landMu[place] * (between(10, 90) / 100) - between(0, 6)),
      ready: Uint8Array.from(landMu, () => Math.max(0, between(0, 4) - 2)),
      kinds: Uint8Array.from(landMu, () => between(1, 3)),
      fallThrough: column(() => between(0, 20) / 100),
      xM: column((place) => 100 * x[place]),
      yM: column((place) => 100 * y[place]),
      near: listsOf(size, pairs),
    },
    kinds: [
      kind('manufacturing', townships, 30, 27_000, 60),
      kind('service', townships, between(0, 1) ? 15 : Infinity, 15_000, 40),
    ],
    mostSites: between(1, 3),
    parkPoints: { share: [1, 0.9], park: between(0, 4), site: between(0, 5), muKm: between(0, 30) / 100 },
    reach: { radiusM: between(400, 900), nearest: between(2, 6), most: between(4, 8) },
    limits: [
      { what: 'money', from: 0, to: 0, use: money, most: between(1500, 5000) },
      { what: 'land', from: 0, to: 1, use: landMu, most: between(60, 200) },
    ],
    targets: [
      ...Array.from({ length: townships }, (_, t) => ({
        jurisdiction: `J${t}`,
        townships: only(t),
        from: later,
        to: 1,
        least: between(0, 2),
        penalty: between(5, 40),
      })),
      { jurisdiction: null, townships: all, from: 0, to: 1, least: between(1, 5), penalty: between(1, 20) },
    ],
  };
}

function kind(id: string, townships: number, landMu: number, floorM2: number, mostLandMu: number) {
  const column = (value: number) => new Float64Array(townships).fill(value);
  return { id, landMu: column(landMu), floorM2: column(floorM2), mostLandMu };
}
