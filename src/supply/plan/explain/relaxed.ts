import type { Choices, PlanProblem } from '../shape/problem.ts';

/** What may be relaxed, one at a time, in the order in which it is told. */
export const RELAXATIONS = [
  'none',
  /** Parks elsewhere took nothing of what is limited. */
  'others',
  /** All land could be had in time 地块就绪. */
  'readiness',
  /** The plot ratio were not looked at 容积率. */
  'plot-ratio',
  /** Land were planned at no less than the least plot ratio. */
  'planned-ratio',
  /** Parks could be smaller, by the factor of the office. */
  'size',
  /** Parcels further apart could be put together. */
  'reach',
  /** A park could have any number of sites. */
  'sites',
  'money',
  'quota',
  'land',
  /** Nothing were banned. */
  'bans',
  /** All of these. */
  'all',
] as const;
export type Relaxation = (typeof RELAXATIONS)[number];

interface Relaxing {
  readonly problem: PlanProblem;
  readonly choices: Choices;
  /** Of which it is a part. */
  readonly whole: PlanProblem;
  readonly from: number;
  readonly sizeFactor: number;
  readonly reachFactor: number;
}

type Relax = (problem: PlanProblem, relaxing: Relaxing) => PlanProblem;

const lifting =
  (what: PlanProblem['limits'][number]['what']): Relax =>
  (problem) => ({ ...problem, limits: problem.limits.filter((limit) => limit.what !== what) });

const withParcels = (problem: PlanProblem, more: Partial<PlanProblem['parcels']>): PlanProblem => ({
  ...problem,
  parcels: { ...problem.parcels, ...more },
});

const same: Relax = (problem) => problem;

const relaxes: Readonly<Record<Exclude<Relaxation, 'all'>, Relax>> = {
  none: same,
  bans: same,
  readiness: (problem, { from }) =>
    withParcels(problem, { ready: problem.parcels.ready.map((year) => Math.min(year, from)) }),
  'plot-ratio': (problem) =>
    withParcels(problem, { spareM2: problem.parcels.spareM2.map((spare) => Math.max(0, spare)) }),
  'planned-ratio': (problem) => {
    const { floorM2, spareM2 } = problem.parcels;
    // What is short of the least ratio is built too.
    return withParcels(problem, {
      floorM2: floorM2.map((floor, place) => floor + Math.max(0, -spareM2[place])),
      spareM2: spareM2.map((spare) => Math.max(0, spare)),
    });
  },
  size: (problem, { sizeFactor }) => ({
    ...problem,
    kinds: problem.kinds.map((kind) => ({
      ...kind,
      landMu: kind.landMu.map((least) => sizeFactor * least),
      floorM2: kind.floorM2.map((least) => sizeFactor * least),
    })),
  }),
  reach: (problem, { reachFactor }) => ({
    ...problem,
    reach: { ...problem.reach, radiusM: reachFactor * problem.reach.radiusM },
  }),
  sites: (problem) => ({ ...problem, mostSites: 32 }),
  money: lifting('money'),
  quota: lifting('quota'),
  land: lifting('land'),
  others: (problem, { whole }) => ({
    ...problem,
    limits: problem.limits.map((limit, n) => ({ ...limit, most: Math.max(limit.most, whole.limits[n].most) })),
  }),
};

/** The problem as it is then, and what of people's choices holds. */
export function relaxed(
  relax: Relaxation,
  relaxing: Relaxing,
): { readonly problem: PlanProblem; readonly choices: Choices } {
  const { problem, choices } = relaxing;
  const isFree = relax === 'bans' || relax === 'all';
  const kept = isFree ? { ...choices, bannedParcels: [], bannedSets: [] } : choices;
  if (relax !== 'all') return { problem: relaxes[relax](problem, relaxing), choices: kept };
  const { others, ...rest } = relaxes;
  // Limits by their places first: others take some of them away.
  return { problem: [others, ...Object.values(rest)].reduce((now, own) => own(now, relaxing), problem), choices: kept };
}
