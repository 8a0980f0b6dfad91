import { mostParksOf } from '../master/most-parks.ts';
import type { PlanSettings } from '../shape/found.ts';
import type { PlanPark, PlanProblem, Target } from '../shape/problem.ts';
import { answered, countsFor, useOf, type Asking } from './asking.ts';
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
  const { problem, plan } = asking;
  const townships = [...missing.townships.keys()].filter((township) => missing.townships[township] === 1);
  const others = plan.parks.filter((park) => missing.townships[park.township] !== 1);
  const part = partOf(problem, asking.choices, townships, { parks: others });
  const rungs: Rung[] = [];
  const how = { ...settings, ...missing, whole: problem };
  const counting = { ...asking, settings: { ...settings.plan, ...COUNTED } };
  let base: Pick<Part, 'problem' | 'choices'> = part;
  let known = 0;
  for (const relax of RELAXATIONS) {
    if (asking.watch?.isStopped?.()) break;
    if (!isPossible(relax, problem, part, others)) continue;
    const own = relaxed(relax, { ...how, problem: base.problem, choices: base.choices });
    const rung = await mostParks(counting, own, { ...missing, known });
    rungs.push({ relax, ...rung });
    if (relax === 'none' && rung.canForm >= missing.least) break;
    if (relax === 'others' && rung.canForm < missing.least) base = own;
    if (relax === 'none' || base === own) known = rung.canForm;
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

/** What is asked for nothing but their number is a whole number: nearer than this it is told. */
const COUNTED = { gap: 0, gapPoints: 0.99 };

/**
 * The most parks of some years: nothing is worth anything but their number. `known`: so many can be formed anyway, for what is relaxed stands in
 * no park's way; where no more would have room nothing is sought.
 */
async function mostParks(
  asking: Asking,
  { problem, choices }: Pick<Part, 'problem' | 'choices'>,
  { from, to, known }: { readonly from: number; readonly to: number; readonly known: number },
): Promise<Pick<Rung, 'canForm' | 'atMost'>> {
  const most = mostParksOf(problem, to).reduce((sum, own) => sum + own, 0);
  if (most <= known) return { canForm: known, atMost: known };
  const all = new Uint8Array(problem.townships.length - 1).fill(1);
  const target: Target = { jurisdiction: null, townships: all, from, to, least: most, penalty: 1 };
  const counting = {
    ...problem,
    parkPoints: { ...problem.parkPoints, share: problem.years.map(() => 0) },
    targets: [target],
  };
  const plan = await answered(asking, asking.plannerOf(counting), choices);
  const canForm = Math.max(known, plan.parks.filter((park) => countsFor(park, target)).length);
  const proven = Math.floor(most + plan.bound + 1e-6);
  return { canForm, atMost: Math.max(canForm, Math.min(most, proven)) };
}
