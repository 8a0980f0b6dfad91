import { layouts } from '../../../src/layout/layouts.ts';
import type { Layout } from '../../../src/layout/shape/layout.ts';
import { DEFAULT_WISHES } from '../../../src/layout/shape/settings.ts';
import { faultsOf } from '../../../src/layout/test-checker.ts';
import { quantile } from '../rounds.ts';
import type { BenchParcel } from './parcels.ts';

/** One parcel laid out: its layouts and the milliseconds of CPU to the first and to all of them. */
export interface Laid {
  readonly layouts: readonly Layout[];
  readonly firstMs: number;
  readonly allMs: number;
  readonly faults: readonly string[];
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function laid({ site, conditions }: BenchParcel): Laid {
  const made: Layout[] = [];
  let firstMs = 0;
  const start = process.cpuUsage();
  for (const layout of layouts(site, conditions, DEFAULT_WISHES)) {
    made.push(layout);
    if (made.length === 1) firstMs = since(start);
  }
  const allMs = since(start);
  return { layouts: made, firstMs, allMs, faults: made.flatMap((layout) => faultsOf(site, layout, DEFAULT_WISHES)) };
}

const spread = (values: readonly number[]): string =>
  [0.5, 0.95, 1].map((q) => quantile(values, q).toFixed(0)).join(' / ');

const share = (all: readonly Laid[], holds: (one: Laid) => boolean): string =>
  `${((100 * all.filter(holds).length) / all.length).toFixed(1)} %`;

const complete = ({ layouts: made }: Laid): Layout[] => made.filter(({ misses }) => misses.length === 0);
const highest = ({ buildings }: Layout): number => Math.max(0, ...buildings.map(({ heightM }) => heightM));

export const HEAD = [
  'land', 'parcels', 'CPU to the first, ms', 'CPU to all, ms', '≥ 3 layouts', '≥ 3 that miss nothing', 'one under and one over 24 m', 'faults of layouts', 'not reached by a road',
]; // prettier-ignore

export function rowOf(name: string, all: readonly Laid[]): string[] {
  const made = all.flatMap((one) => one.layouts);
  return [
    name,
    String(all.length),
    spread(all.map(({ firstMs }) => firstMs)),
    spread(all.map(({ allMs }) => allMs)),
    share(all, (one) => one.layouts.length >= 3),
    share(all, (one) => complete(one).length >= 3),
    share(all, (one) => [true, false].every((low) => complete(one).some((layout) => highest(layout) <= 24 === low))),
    `${all.reduce((sum, { faults }) => sum + faults.length, 0)} of ${made.length}`,
    `${made.reduce((sum, { figures }) => sum + figures.unserved, 0)} of ${made.reduce((sum, { buildings }) => sum + buildings.length, 0)}`,
  ];
}
