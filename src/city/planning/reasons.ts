import type { Explained, ExplainedPark } from '../../supply/plan/explain/explain.ts';
import type { PlanLand } from './plan-land.ts';
import type { LimitName, PlannedParkView, TargetName, TargetView } from './view.ts';

/** Why a park is in, what would stand in its place, what is lost without it; null each where it was not asked. */
export function parkReasons(
  land: PlanLand,
  own: ExplainedPark | null,
): Pick<PlannedParkView, 'why' | 'alternative' | 'loss'> {
  if (!own) return { why: null, alternative: null, loss: null };
  const { why, alternative, loss } = own;
  return {
    why: why && {
      points: why.points,
      limits: why.limits.map(({ limit, use, points }) => ({ ...limitName(land, limit), use, points })),
      land: why.land,
      targets: why.targets.map(({ target, points }) => ({ ...targetName(land, target), points })),
      beyond: why.beyond,
    },
    alternative: alternative && {
      parks: alternative.parks.map(({ year, parcels }) => ({
        year: land.problem.years[year],
        parcels: Array.from(parcels, (place) => land.parcels[place].parcel.id),
      })),
      loss: alternative.loss,
      isProven: alternative.isProven,
    },
    loss,
  };
}

/** Why parks of a target are missing. */
export function targetReasons(
  land: PlanLand,
  own: Explained['missing'][number] | null,
): Pick<TargetView, 'ladder' | 'conflict'> {
  if (!own) return { ladder: null, conflict: null };
  const { ladder, conflict } = own;
  return {
    ladder: ladder.length > 0 ? ladder : null,
    conflict: conflict && {
      limits: conflict.limits.map((limit) => limitName(land, limit)),
      targets: conflict.targets.map((target) => targetName(land, target)),
    },
  };
}

function limitName({ problem: { limits, years } }: PlanLand, limit: number): LimitName {
  const { what, from, to } = limits[limit];
  return { what, from: years[from], to: years[to] };
}

function targetName({ problem: { targets, years } }: PlanLand, target: number): TargetName {
  const { jurisdiction, from, to } = targets[target];
  return { jurisdiction, from: years[from], to: years[to] };
}
