import { muOf } from '../../domain/quantity/units.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { asWritten } from '../../formats/fields/aside.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Aside, PlanLandProblem } from '../../supply/plan/shape/land.ts';
import type { Sorting } from './sorting.ts';

type Found = PlanLandProblem[];

/** So many rows are one step. */
const ROWS_AT_ONCE = 2048;

/** Of the rows that are offered those whose data cannot be planned with, and why. */
export function* brokenData(
  sorting: Sorting,
  offered: readonly number[],
  aside: ReadonlyMap<Key, Aside>,
): Steps<ReadonlyMap<number, readonly PlanLandProblem[]>> {
  const { screened } = sorting;
  const broken = new Map<number, readonly PlanLandProblem[]>();
  const isOffered = new Set(offered);
  for (const { row, code, params } of screened.screen.problems)
    if (isOffered.has(row)) broken.set(row, [...(broken.get(row) ?? []), { code, params }]);
  const liesOn = lyingOn(sorting, aside);
  for (const [n, row] of offered.entries()) {
    if (n % ROWS_AT_ONCE === 0) yield;
    if (broken.has(row)) continue;
    const found: Found = [];
    placeOf(sorting, row, found);
    figuresOf(sorting, row, found);
    const on = found.length > 0 ? null : liesOn(screened.key(row), row);
    if (on) found.push(on);
    if (found.length > 0) broken.set(row, found);
  }
  return broken;
}

function placeOf({ city, screened }: Sorting, row: number, found: Found): void {
  if (screened.townshipOf(row) === null) found.push({ code: 'no-township', params: {} });
  if (!city.placed.measured(screened.key(row)).areas) found.push({ code: 'no-boundary', params: {} });
}

/** Figures that are planned with, and between what they are believed. */
type BelievedFigure = readonly [
  field: 'costWan' | 'suitability' | 'readyYear' | 'floorAreaM2',
  least: number,
  most: number,
];

function figuresOf(sorting: Sorting, row: number, found: Found): void {
  const { screened, figures, firstYear, needsCost } = sorting;
  const { records } = screened.screen.land;
  const record = records.peek(row);
  const mu = muOf(screened.screen.columns.areaM2[row]);
  const bounds: readonly BelievedFigure[] = [
    ['costWan', 0, figures['plausible.cost'] * mu],
    ['suitability', 0, figures['plausible.suitability']],
    ['readyYear', figures['plausible.earliest'], firstYear + figures['plausible.ready']],
    ['floorAreaM2', 0, Infinity],
  ];
  for (const [field, least, most] of bounds) {
    const value = record[field] ?? keptAside(sorting, record, field);
    if (value !== undefined && value !== null) checkBelieved(field, value, least, most, found);
  }
  const { far } = record.conditions ?? {};
  for (const value of [far?.min, far?.max])
    if (value !== undefined) checkBelieved('plannedFar', value, 0, figures['plausible.plot-ratio'], found);
  if (needsCost && record.costWan === undefined && found.length === 0) found.push({ code: 'no-cost', params: {} });
}

/** What stood in the column of a field and is none of its values was kept under the column's name when the file was read. */
function keptAside({ judgement }: Sorting, { extra }: Parcel, field: BelievedFigure[0]): unknown {
  if (!extra) return undefined;
  const { zh, en, aliases } = judgement.law.pack.fields.parcel[field];
  const name = [asWritten(field), zh, en, ...aliases].find((own) => Object.hasOwn(extra, own));
  return name === undefined ? undefined : extra[name];
}

function checkBelieved(field: string, value: unknown, least: number, most: number, found: Found): void {
  const number = typeof value === 'number' ? value : NaN;
  if (number < 0) found.push({ code: 'negative', params: { field, value: number } });
  else if (number < least) found.push({ code: 'absurd', params: { field, value: number, least } });
  else if (number > most) found.push({ code: 'absurd', params: { field, value: number, most } });
  else if (!(number >= least)) found.push({ code: 'unreadable', params: { field, value: String(value) } });
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
