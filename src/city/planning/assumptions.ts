import { noChoices, type PlanKind, type PlanParcels, type PlanProblem } from '../../supply/plan/shape/problem.ts';
import { relaxed } from '../../supply/plan/explain/relaxed.ts';
import type { Assumption, PlanAsked } from './asked.ts';
import { REACH_FACTOR, sizeFactorOf } from './ladder-factors.ts';
import type { Region } from './regions.ts';

/** The problem as it would be were it as is assumed: the same rungs as the ladder of a shortfall, tried on the whole plan. */
export function withAssumed(
  problem: PlanProblem,
  regions: readonly Region[],
  asked: Pick<PlanAsked, 'assumed' | 'sizeFactors'>,
): PlanProblem {
  const sizeFactor = sizeFactorOf(asked);
  return (asked.assumed ?? []).reduce((now, own) => {
    const from = Math.max(
      0,
      now.years.findIndex((year) => year >= own.year),
    );
    const how = { problem: now, choices: noChoices, whole: now, from, sizeFactor, reachFactor: REACH_FACTOR };
    return there(now, relaxed(own.relax, how).problem, regions, own);
  }, problem);
}

/** What is of land and of townships is otherwise there alone. */
function there(
  before: PlanProblem,
  after: PlanProblem,
  regions: readonly Region[],
  { jurisdiction }: Assumption,
): PlanProblem {
  if (jurisdiction === null) return after;
  const isMeant = regions.map((region) => region.jurisdiction === jurisdiction);
  const regionOf = regions.flatMap(({ candidates }, region) => candidates.map(() => region));
  const parcels = {
    ...after.parcels,
    ...columnsThere(before.parcels, after.parcels, (place) => isMeant[regionOf[place]]),
  };
  return { ...after, parcels, kinds: after.kinds.map((kind, n) => kindThere(before.kinds[n], kind, isMeant)) };
}

function columnsThere(
  before: PlanParcels,
  after: PlanParcels,
  isMeant: (place: number) => boolean,
): Pick<PlanParcels, 'ready' | 'floorM2' | 'spareM2'> {
  const mixed = (of: 'floorM2' | 'spareM2') =>
    before[of].map((value, place) => (isMeant(place) ? after[of][place] : value));
  return {
    ready: before.ready.map((value, place) => (isMeant(place) ? after.ready[place] : value)),
    floorM2: mixed('floorM2'),
    spareM2: mixed('spareM2'),
  };
}

function kindThere(before: PlanKind, after: PlanKind, isMeant: readonly boolean[]): PlanKind {
  const mixed = (of: 'landMu' | 'floorM2') =>
    before[of].map((value, region) => (isMeant[region] ? after[of][region] : value));
  return { ...after, landMu: mixed('landMu'), floorM2: mixed('floorM2') };
}
