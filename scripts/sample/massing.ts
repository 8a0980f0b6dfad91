import { footprints } from './footprints.ts';
import type { Lot } from './lots.ts';
import type { Ring } from './polygon.ts';
import type { Random } from './random.ts';

/** Footprints and storeys of an ordinary parcel. */
export interface Mass {
  readonly ring: Ring;
  readonly storeys: number;
}

type Kind = 'slabs' | 'halls' | 'podium' | 'bars' | 'hut' | 'cottages';

const kindOf = (lot: Lot): Kind | undefined => {
  const c = lot.landClass;
  if (c === '0701') return 'slabs';
  if (c === '0703') return 'cottages';
  if (c.startsWith('10') || c.startsWith('11')) return 'halls';
  if (c.startsWith('09')) return 'podium';
  if (c.startsWith('08')) return 'bars';
  return c.startsWith('13') ? 'hut' : undefined;
};

const patterns = {
  slabs: (rnd: Random) => ({
    setback: 9,
    along: rnd.between(36, 58),
    deep: 13,
    gapAlong: 11,
    gapDeep: rnd.between(20, 30),
    sunny: true,
    most: 9,
  }),
  halls: (rnd: Random) => ({
    setback: 9,
    along: rnd.between(55, 105),
    deep: rnd.between(26, 48),
    gapAlong: 14,
    gapDeep: 13,
    most: 7,
  }),
  podium: (rnd: Random) => ({
    setback: 8,
    along: rnd.between(38, 62),
    deep: rnd.between(26, 42),
    gapAlong: 14,
    gapDeep: 14,
    most: 4,
  }),
  bars: (rnd: Random) => ({
    setback: 13,
    along: rnd.between(46, 78),
    deep: rnd.between(15, 20),
    gapAlong: 16,
    gapDeep: rnd.between(26, 42),
    sunny: true,
    most: 5,
  }),
  cottages: () => ({ setback: 5, along: 30, deep: 12, gapAlong: 8, gapDeep: 9, sunny: true, most: 6 }),
  hut: () => ({ setback: 10, along: 26, deep: 16, gapAlong: 20, gapDeep: 20, most: 2 }),
};

const storeys = {
  slabs: [6, 18],
  halls: [1, 4],
  podium: [3, 16],
  bars: [3, 7],
  hut: [1, 2],
  cottages: [1, 3],
} as const;

/** Ordinary buildings by land class; the storeys are the same over a parcel. */
export const massing = (lot: Lot, rnd: Random): Mass[] => {
  const kind = kindOf(lot);
  if (!kind) return [];
  const [low, high] = storeys[kind];
  const n = rnd.whole(low, high);
  return footprints(lot.ring, patterns[kind](rnd)).map((ring) => ({ ring, storeys: n }));
};
