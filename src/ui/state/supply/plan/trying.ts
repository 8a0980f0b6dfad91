import type { Assumption, Cap, PlanAsked } from '../../../../city/planning/asked.ts';
import type { PlanView } from '../../../../city/planning/view.ts';
import type { Relaxation } from '../../../../supply/plan/explain/relaxed.ts';
import type { TargetOf } from './made.ts';

const LIMITS = ['money', 'quota', 'land'] as const;
const ASSUMED: readonly Assumption['relax'][] = ['readiness', 'plot-ratio', 'planned-ratio', 'size', 'reach', 'sites'];
const isLimit = (relax: Relaxation): relax is Cap['what'] => (LIMITS as readonly Relaxation[]).includes(relax);
const isAssumed = (relax: Relaxation): relax is Assumption['relax'] =>
  (ASSUMED as readonly Relaxation[]).includes(relax);

/** 试算: what is asked, were a rung of the ladder so; null where it cannot be tried by itself. */
export function askedWith(asked: PlanAsked, { jurisdiction, year }: TargetOf, relax: Relaxation): PlanAsked | null {
  if (relax === 'bans') return { ...asked, bannedParcels: [], bannedSets: [] };
  if (isLimit(relax)) return { ...asked, caps: (asked.caps ?? []).filter(({ what }) => what !== relax) };
  if (!isAssumed(relax)) return null;
  const [first] = asked.years;
  return { ...asked, assumed: [...(asked.assumed ?? []), { relax, jurisdiction, year: year ?? first }] };
}

/** Whether a rung can be tried by itself. */
export const isTried = (relax: Relaxation): boolean =>
  askedWith({ years: [0, 0] }, { jurisdiction: null, year: null }, relax) !== null;

/** What is asked from then on where a trial is taken: a limit that was lifted is raised to what the trial takes of it. */
export function askedAsTaken(before: PlanAsked, tried: PlanAsked, { parks }: Pick<PlanView, 'parks'>): PlanAsked {
  const kept = new Set((tried.caps ?? []).map(({ what }) => what));
  const caps = (before.caps ?? []).map((cap): Cap => {
    if (kept.has(cap.what)) return cap;
    const within = parks.filter(({ year }) => year >= cap.from && year <= cap.to);
    const use = { money: 'costWan', quota: 'newMu', land: 'areaMu' } as const;
    const used = within.reduce((sum, park) => sum + park[use[cap.what]], 0);
    return { ...cap, most: Math.max(cap.most, Math.ceil(used)) };
  });
  return { ...tried, caps };
}
