import type { PlanSettings, PlanWatch } from '../shape/found.ts';
import type { Choices, PlanPark, PlanProblem, Target } from '../shape/problem.ts';
import { countsFor, useOf, type Asking } from './asking.ts';
import { partOf, type Part } from './part.ts';
import { relaxed, RELAXATIONS, type Relaxation } from './relaxed.ts';

/** Parks that could be formed if one thing were otherwise. */
export interface Rung {
  readonly relax: Relaxation;
  readonly canForm: number;
  /** No more than this, which is proven; as many as `canForm` where nothing is open. */
  readonly atMost: number;
}

/** Where parks are missing: some townships and years, as a target names them. */
export type Missing = Pick<Target, 'townships' | 'from' | 'to' | 'least'>;

export interface LadderSettings {
  readonly plan: PlanSettings;
  /** So much of the least land and floor area is enough where the office lets parks be smaller. */
  readonly sizeFactor: number;
  /** The radius within which parcels are put together is so many times as long. */
  readonly reachFactor: number;
}

/**
 * Why parks are missing: the most that the jurisdiction could form by itself in these years while the parks of the others stay as they
 * are, and the most if one thing at a time were relaxed. Only the first rung where that is enough: then its parks are
 * missing because others are worth more. Where it is not enough either if the others take nothing of what is limited, so it is
 * taken for all further rungs: else what they took would hide what else is in the way.
 */
export async function ladder(asking: Asking, missing: Missing, settings: LadderSettings): Promise<readonly Rung[]> {
  const { problem, plan, watch } = asking;
  const townships = [...missing.townships.keys()].filter((township) => missing.townships[township] === 1);
  const others = plan.parks.filter((park) => missing.townships[park.township] !== 1);
  const part = partOf(problem, asking.choices, townships, { parks: others });
  const rungs: Rung[] = [];
  const how = { ...settings, ...missing, whole: problem };
  let base: Pick<Part, 'problem' | 'choices'> = part;
  for (const relax of RELAXATIONS) {
    if (watch?.isStopped?.()) break;
    if (!isPossible(relax, problem, part, others)) continue;
    const own = relaxed(relax, { ...how, problem: base.problem, choices: base.choices });
    const rung = await mostParks(asking, own, { ...missing, settings: settings.plan, watch });
    rungs.push({ relax, ...rung });
    if (relax === 'none' && rung.canForm >= missing.least) break;
    if (relax === 'others' && rung.canForm < missing.least) base = own;
  }
  return rungs;
}

/** Whether there is anything to relax. */
function isPossible(relax: Relaxation, whole: PlanProblem, part: Part, others: readonly PlanPark[]): boolean {
  const { limits } = whole;
  if (relax === 'money' || relax === 'quota' || relax === 'land') return limits.some(({ what }) => what === relax);
  if (relax === 'others') return limits.some((limit) => others.some((park) => useOf(park, limit) > 0));
  if (relax === 'bans') return part.choices.bannedParcels.length + part.choices.bannedSets.length > 0;
  if (relax === 'sites') return whole.mostSites < 32;
  return true;
}

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly settings: PlanSettings;
  readonly watch?: PlanWatch;
}

/** The most parks of some years: nothing is worth anything but their number. */
async function mostParks(
  { plannerOf, seed }: Asking,
  { problem, choices }: { problem: PlanProblem; choices: Choices },
  { from, to, settings, watch }: Asked,
): Promise<Pick<Rung, 'canForm' | 'atMost'>> {
  const most = mostOf(problem);
  if (most === 0) return { canForm: 0, atMost: 0 };
  const all = new Uint8Array(problem.townships.length - 1).fill(1);
  const target: Target = { jurisdiction: null, townships: all, from, to, least: most, penalty: 1 };
  const counting = {
    ...problem,
    parkPoints: { ...problem.parkPoints, share: problem.years.map(() => 0) },
    targets: [target],
  };
  const plan = await plannerOf(counting).solve(choices, settings, seed, {
    pause: watch?.pause,
    isStopped: watch?.isStopped,
  });
  const canForm = plan.parks.filter((park) => countsFor(park, target)).length;
  const proven = Math.floor(most + plan.bound + 1e-6);
  return { canForm, atMost: Math.max(canForm, Math.min(most, proven)) };
}

/** No more than this, as all parcels are shared out: each is no larger a part of a park than its land or floor area is of the least. */
function mostOf({ townships, parcels, kinds, years }: PlanProblem): number {
  let most = 0;
  for (let township = 0; township + 1 < townships.length; township++) {
    let sum = 0;
    for (let place = townships[township]; place < townships[township + 1]; place++) {
      if (parcels.ready[place] >= years.length) continue;
      const parts = kinds.flatMap(({ landMu, floorM2 }, kind) =>
        (parcels.kinds[place] >> kind) & 1
          ? [parcels.landMu[place] / landMu[township], parcels.floorM2[place] / floorM2[township]]
          : [],
      );
      sum += Math.min(1, Math.max(0, ...parts.map((part) => (Number.isNaN(part) ? 1 : part))));
    }
    most += Math.floor(sum + 1e-6);
  }
  return most;
}
