import { muOf } from '../../domain/quantity/units.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Aside, PlanLandProblem } from '../../supply/plan/shape/land.ts';
import type { Sorting } from './sorting.ts';

type Found = PlanLandProblem[];

/** Why the data of a row that is offered cannot be planned with; undefined where they can. */
export function brokenData(
  sorting: Sorting,
  offered: readonly number[],
  aside: ReadonlyMap<Key, Aside>,
): (row: number) => readonly PlanLandProblem[] | undefined {
  const { screened } = sorting;
  const broken = new Map<number, readonly PlanLandProblem[]>();
  const isOffered = new Set(offered);
  for (const { row, code, params } of screened.screen.problems)
    if (isOffered.has(row)) broken.set(row, [...(broken.get(row) ?? []), { code, params }]);
  const liesOn = lyingOn(sorting, aside);
  for (const row of offered) {
    if (broken.has(row)) continue;
    const found: Found = [];
    placeOf(sorting, row, found);
    figuresOf(sorting, row, found);
    const on = found.length > 0 ? null : liesOn(screened.key(row), row);
    if (on) found.push(on);
    if (found.length > 0) broken.set(row, found);
  }
  return (row) => broken.get(row);
}

function placeOf({ city, screened }: Sorting, row: number, found: Found): void {
  if (screened.townshipOf(row) === null) found.push({ code: 'no-township', params: {} });
  if (!city.placed.measured(screened.key(row)).areas) found.push({ code: 'no-boundary', params: {} });
}

function figuresOf({ screened, figures, firstYear, needsCost }: Sorting, row: number, found: Found): void {
  const { records } = screened.screen.land;
  const { costWan, suitability, readyYear, floorAreaM2, conditions } = records.peek(row);
  const within = (field: string, value: number | undefined, least: number, most: number) => {
    if (value === undefined) return;
    if (value < 0) found.push({ code: 'negative', params: { field, value } });
    else if (value < least || value > most || Number.isNaN(value))
      found.push({ code: 'absurd', params: value < least ? { field, value, least } : { field, value, most } });
  };
  const mu = muOf(screened.screen.columns.areaM2[row]);
  if (costWan === undefined && needsCost) found.push({ code: 'no-cost', params: {} });
  within('costWan', costWan, 0, figures['plausible.cost'] * mu);
  within('suitability', suitability, 0, figures['plausible.suitability']);
  within('readyYear', readyYear, figures['plausible.earliest'], firstYear + figures['plausible.ready']);
  within('floorAreaM2', floorAreaM2, 0, Infinity);
  for (const far of [conditions?.far?.min, conditions?.far?.max])
    within('plannedFar', far, 0, figures['plausible.plot-ratio']);
}

/** Ground of a park or in use that a parcel lies on, more than the pack lets pass. */
function lyingOn(
  { city, screened }: Sorting,
  aside: ReadonlyMap<Key, Aside>,
): (key: Key, row: number) => PlanLandProblem | null {
  const most = screened.screen.law.figure('plausible.overlap') ?? Infinity;
  const { shared } = city.overlaps();
  const table = city.land.table('parcel');
  return (key, row) => {
    const own = screened.screen.columns.areaM2[row];
    for (const { other, areaM2 } of shared.get(key) ?? []) {
      const why = aside.get(other);
      if (why !== 'park' && why !== 'in-use') continue;
      const share = areaM2 / Math.min(own, city.placed.measured(other).areas?.planeM2 ?? Infinity);
      if (share > most) return { code: 'lies-on', params: { other: table.record(other)!.id, areaM2, share } };
    }
    return null;
  };
}
