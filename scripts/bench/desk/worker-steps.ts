import type { Opened } from '../../../src/city/opened.ts';
import { openProject } from '../../../src/city/open-project.ts';
import { CityScreen } from '../../../src/city/screening/city-screen.ts';
import { flagTable } from '../../../src/city/screening/flag-table.ts';
import { screenView } from '../../../src/city/screening/screen-view.ts';
import type { Steps } from '../../../src/domain/steps.ts';
import type { Pack } from '../../../src/policy/shape/pack.ts';
import type { NamedBytes } from '../../../src/formats/contract.ts';
import { took } from '../sketch/clock.ts';

/** What others wait for at most, and how long it takes in all, ms of processor time. */
export interface Stepped {
  readonly longest: number;
  readonly sum: number;
}

const DAY = '2026-11-28';

function stepped<T>(steps: Steps<T>): Stepped & { readonly value: T } {
  let [longest, sum] = [0, 0];
  for (;;) {
    const { value: next, ms } = took(() => steps.next());
    longest = Math.max(longest, ms.cpu);
    sum += ms.cpu;
    if (next.done) return { longest, sum, value: next.value };
  }
}

const atOnce = (work: () => unknown): Stepped => {
  const { ms } = took(work);
  return { longest: ms.cpu, sum: ms.cpu };
};

/** What the worker does for the desk, in the order in which a page asks for it. */
export async function workerSteps(file: NamedBytes, pack: Pack): Promise<Readonly<Record<string, Stepped>>> {
  const read = await openProject({ files: [file], pack, date: DAY });
  if (!read.ok) throw new Error(read.refusal.code);
  const opened: Opened = read.value;
  const { city, judgement } = opened;
  const screened = stepped(CityScreen.steps(city, judgement));
  const table = stepped(flagTable(screened.value));
  const view = stepped(screenView(screened.value, pack, DAY, { count: 0 }));
  const flip = (id: string, value: number) => () => screened.value.flips([{ id: `${id}:value`, value }]).rows.length;
  const land = stepped(opened.planLandSteps({ years: [2026, 2028] }));
  if (!land.value.ok) throw new Error(land.value.refusal.code);
  const decided = (keys: readonly number[]) => () => {
    const flag = table.value.classes[table.value.classOf[table.value.keys.indexOf(keys[0])]];
    const decision = { decision: 'confirmed', flag: flag as (typeof table.value.flags)[number], reason: '现场核查', on: DAY, by: 'bureau' } as const; // prettier-ignore
    const edit = opened.decideFlag({ parcels: keys, decision });
    if (!edit.ok) throw new Error(edit.refusal.code);
    const done = city.apply(edit.value.change);
    if (!done.ok) throw new Error(done.refusal.code);
  };
  const { keys, classOf } = table.value;
  const alike = [...keys].filter((_, row) => classOf[row] === classOf[0]);
  const tried = {
    'thresholds tried: idle.not-started 1 → 3 years': atOnce(flip('idle.not-started', 3)),
    'low-efficiency.tax 5 → 8': atOnce(flip('low-efficiency.tax', 8)),
    'start after hand-over 1 → 2 years': atOnce(flip('idle.start-after-hand-over', 2)),
    'what data are believed: plausible.tax': atOnce(flip('plausible.tax', 10)),
  };
  const one = atOnce(decided([alike[0]]));
  const again = stepped(CityScreen.steps(city, judgement));
  return {
    'all parcels screened': screened,
    'the table of flags': table,
    'rates and grades of every place': view,
    ...tried,
    'land of a plan, all parcels candidates': land,
    'a flag confirmed': one,
    'all parcels screened again': again,
    [`${alike.length - 1} flags confirmed as one step`]: atOnce(decided(alike.slice(1))),
  };
}
