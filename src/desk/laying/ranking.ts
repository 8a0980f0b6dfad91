import type { Layout } from '../../layout/shape/layout.ts';

/** What layouts can be ranked by 取舍, each more or less wanted. */
export const LAYOUT_AIMS = ['plotRatio', 'low', 'green', 'places', 'plates', 'few'] as const;
export type LayoutAim = (typeof LAYOUT_AIMS)[number];

/** How much each counts: 0 not at all, 3 most. */
export type AimWeights = Readonly<Record<LayoutAim, number>>;
export const MOST_WEIGHT = 3;
export const USUAL_WEIGHTS: AimWeights = { plotRatio: 2, low: 1, green: 1, places: 1, plates: 1, few: 0 };

type Judged = Pick<Layout, 'figures' | 'misses' | 'buildings'>;

/** The larger the better. */
const VALUES: Readonly<Record<LayoutAim, (layout: Judged) => number>> = {
  plotRatio: ({ figures }) => figures.plotRatio,
  low: ({ buildings }) => -Math.max(0, ...buildings.map(({ heightM }) => heightM)),
  green: ({ figures }) => figures.green,
  places: ({ figures: { places, placesWanted } }) => (placesWanted ? places / placesWanted : 1),
  plates: ({ buildings }) => {
    const made = buildings.filter(({ use }) => use === 'production');
    return made.reduce((sum, { footprintM2 }) => sum + footprintM2, 0) / Math.max(1, made.length);
  },
  few: ({ buildings }) => -buildings.length,
};

interface Ranked<L> {
  readonly layout: L;
  /** How well it does among the others by what is wanted, 0 to 1. */
  readonly score: number;
}

/** Those that miss fewest bounds first, then by what is wanted; equal ones in the order they were made. */
export function ranked<L extends Judged>(layouts: readonly L[], weights: AimWeights): Ranked<L>[] {
  const all = LAYOUT_AIMS.reduce((sum, aim) => sum + weights[aim], 0);
  const places = LAYOUT_AIMS.map((aim) => placesOf(layouts.map(VALUES[aim])));
  const scored = layouts.map((layout, i) => ({
    layout,
    score: all ? LAYOUT_AIMS.reduce((sum, aim, a) => sum + weights[aim] * places[a][i], 0) / all : 0,
  }));
  return scored.sort((a, b) => a.layout.misses.length - b.layout.misses.length || b.score - a.score);
}

/** Each as its place between the worst, 0, and the best, 1. */
function placesOf(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (most - least < 1e-9 ? 1 : (value - least) / (most - least)));
}
