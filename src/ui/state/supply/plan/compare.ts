import type { PlanView } from '../../../../city/planning/view.ts';
import { landOf } from './labels.ts';

/** A park as plans are compared by. */
export interface ComparedPark {
  readonly year: number;
  readonly district: string | null;
  readonly township: string;
  readonly parcels: readonly string[];
  readonly areaMu: number;
  readonly floorAreaM2: number;
  readonly costWan: number;
}

/** A plan as it is compared: points and what is short are unknown of one that was not reckoned yet. */
export interface ComparedPlan {
  readonly parks: readonly ComparedPark[];
  readonly objective: number | null;
  readonly short: number | null;
  readonly newMu: number | null;
}

export const comparedOf = (view: PlanView): ComparedPlan => ({
  parks: view.parks.map((park) => ({ ...park, parcels: park.parcels.map(({ id }) => id) })),
  objective: view.objective,
  short: view.targets.reduce((sum, { short }) => sum + short, 0),
  newMu: view.parks.reduce((sum, { newMu }) => sum + newMu, 0),
});

/** 两个方案对照 */
export interface PlanDifference {
  /** In the first alone, in the second alone, in both; of the last those that have another year there. */
  readonly gone: readonly ComparedPark[];
  readonly come: readonly ComparedPark[];
  readonly both: readonly ComparedPark[];
  readonly moved: readonly { readonly park: ComparedPark; readonly from: number }[];
  readonly figures: readonly { readonly what: ComparedFigure; readonly first: number; readonly second: number }[];
}

export type ComparedFigure = 'parks' | 'short' | 'mu' | 'newMu' | 'floor' | 'cost' | 'points';

/** Parks are the same where their land is. */
export function differenceOf(first: ComparedPlan, second: ComparedPlan): PlanDifference {
  const before = new Map(first.parks.map((park) => [landOf(park.parcels), park]));
  const after = new Map(second.parks.map((park) => [landOf(park.parcels), park]));
  const both = [...after].filter(([land]) => before.has(land));
  return {
    gone: [...before].filter(([land]) => !after.has(land)).map(([, park]) => park),
    come: [...after].filter(([land]) => !before.has(land)).map(([, park]) => park),
    both: both.map(([, park]) => park),
    moved: both.flatMap(([land, park]) => {
      const from = before.get(land)!.year;
      return from === park.year ? [] : [{ park, from }];
    }),
    figures: figuresOf(first, second),
  };
}

function figuresOf(first: ComparedPlan, second: ComparedPlan): PlanDifference['figures'] {
  const sum = ({ parks }: ComparedPlan, of: (park: ComparedPark) => number) =>
    parks.reduce((total, park) => total + of(park), 0);
  const rows: readonly (readonly [ComparedFigure, (plan: ComparedPlan) => number | null])[] = [
    ['parks', ({ parks }) => parks.length],
    ['short', ({ short }) => short],
    ['mu', (plan) => sum(plan, ({ areaMu }) => areaMu)],
    ['newMu', ({ newMu }) => newMu],
    ['floor', (plan) => sum(plan, ({ floorAreaM2 }) => floorAreaM2)],
    ['cost', (plan) => sum(plan, ({ costWan }) => costWan)],
    ['points', ({ objective }) => objective],
  ];
  return rows.flatMap(([what, of]) => {
    const [a, b] = [of(first), of(second)];
    return a === null || b === null ? [] : [{ what, first: a, second: b }];
  });
}
