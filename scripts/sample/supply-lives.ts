import type { SupplyRow, SupplyStep } from '../../src/domain/land/model.ts';
import type { Random } from './random.ts';

/** How far a row came by the day of the sample, late November 2026. */
export type Life =
  'reserve' | 'planned' | 'announced' | 'sold' | 'failed' | 'withdrawn' | 'handed-over' | 'started' | 'completed';

type Step = NonNullable<SupplyStep['step']>;
const WAYS: Readonly<Record<Life, readonly Step[]>> = {
  reserve: [],
  planned: [],
  announced: ['announced'],
  sold: ['announced', 'sold'],
  failed: ['announced', 'failed'],
  withdrawn: ['withdrawn'],
  'handed-over': ['announced', 'sold', 'contracted', 'handed-over'],
  started: ['announced', 'sold', 'contracted', 'handed-over', 'started'],
  completed: ['announced', 'sold', 'contracted', 'handed-over', 'started', 'completed'],
};
/** Days from one step to the next. */
const AFTER: Readonly<Partial<Record<Step, number>>> = {
  sold: 30,
  failed: 30,
  contracted: 12,
  'handed-over': 35,
  started: 80,
  completed: 420,
};
const REASONS: Readonly<Partial<Record<Step, string>>> = { failed: '报名截止无人竞买', withdrawn: '规划道路调整，地块不再单独供应' }; // prettier-ignore

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Steps of a life with their days; what is allocated is neither announced nor sold. */
export function lifeOf(life: Life, mode: SupplyRow['supplyMode'], rnd: Random): SupplyStep[] {
  const late = life === 'announced' || life === 'sold';
  let on = `2025-${late ? '11' : String(rnd.whole(2, 6)).padStart(2, '0')}-${String(rnd.whole(2, 27)).padStart(2, '0')}`;
  const way = WAYS[life].filter((step) => mode !== 'allocation' || (step !== 'announced' && step !== 'sold'));
  return way.map((step, n): SupplyStep => {
    if (n > 0) on = dayAfter(on, (AFTER[step] ?? 0) + rnd.whole(0, 9));
    return { step, on, ...(REASONS[step] && { reason: REASONS[step] }) };
  });
}
