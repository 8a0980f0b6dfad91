import type { PlanFigures } from '../../policy/plan-settings.ts';
import type { Limit, PlanParcels } from '../../supply/plan/shape/problem.ts';
import type { PlanAsked } from './asked.ts';
import type { PlannedParcel } from './columns.ts';

/** Land that is disposed of and may earn quota 增存挂钩. */
const EARNS: ReadonlySet<string> = new Set(['approved-not-supplied', 'suspected-idle', 'idle']);

/** What there is only so much of; a cap on years outside of the plan holds for those inside. */
export function plannedLimits(
  { caps = [], hasCredit }: PlanAsked,
  years: readonly number[],
  parcels: readonly PlannedParcel[],
  { landMu }: PlanParcels,
  figures: PlanFigures,
): readonly Limit[] {
  const credit = hasCredit ? figures['quota.credit'] : 0;
  const uses: Readonly<Record<Limit['what'], () => Float64Array>> = {
    money: () => Float64Array.from(parcels, ({ costWan }) => costWan),
    quota: () =>
      Float64Array.from(parcels, (own, place) =>
        own.isNew ? landMu[place] : EARNS.has(own.class) ? -credit * landMu[place] : 0,
      ),
    land: () => landMu,
  };
  const known = new Map<Limit['what'], Float64Array>();
  return caps.flatMap(({ what, from, to, most }) => {
    const [first, last] = [years.findIndex((year) => year >= from), years.findLastIndex((year) => year <= to)];
    if (first < 0 || last < first) return [];
    const use = known.get(what) ?? uses[what]();
    known.set(what, use);
    return [{ what, from: first, to: last, use, most }];
  });
}
