import { deserialize, serialize } from 'node:v8';
import { Opened } from '../../../src/city/opened.ts';
import { OpenLand } from '../../../src/city/open-land.ts';
import { compareScenarios } from '../../../src/city/scenarios/compare.ts';
import { Scenarios } from '../../../src/city/scenarios/scenarios.ts';
import type { Change, Key } from '../../../src/domain/land/change.ts';
import { editOf } from '../../../src/desk/intents/intents.ts';
import type { Intent } from '../../../src/desk/intent.ts';
import type { Bench } from './begun.ts';
import { took, type Took } from './clock.ts';

const TIMES = 40;
/** Of the 160 buildings so many get storeys, and so many go, in each scenario others. */
const [RAISED, REMOVED] = [40, 20];

/** What it takes to go to another scenario of a large park, with what the page is told; and to set three side by side. */
export interface ScenarioTimes {
  readonly going: readonly Took[];
  readonly comparing: readonly Took[];
  readonly goingBytes: readonly number[];
  readonly comparingBytes: readonly number[];
  /** How many records differ. */
  readonly differing: number;
}

export function scenarioTimes({ city, judgement }: Bench, park: Key): ScenarioTimes {
  const read = { title: '', sample: false, files: [], origin: '', sets: [], filePrecisionM: null, crs: { code: '', how: '' }, layers: null, faces: null, notes: [], columns: [] }; // prettier-ignore
  const land = new OpenLand(city, judgement.law, read);
  const opened = new Opened(land, { areas: [], lines: [] } as never, judgement.law);
  const apply = (change: Change) => {
    const applied = city.apply(change);
    if (applied.ok) land.changed(change.tables, applied.value.touched);
    return applied;
  };
  const scenarios = new Scenarios(city, apply);
  const buildings = [...new Set(opened.judgement.facts(park).buildings.map(({ key }) => key))];
  const does = (intent: Intent) => {
    const edit = editOf(city.placed, intent);
    if (!edit.ok || !scenarios.history.do(edit.value.change, apply).ok) throw new Error(intent.do);
  };
  for (const n of [1, 2]) {
    scenarios.step({ do: 'begin', of: 0, name: String(n) });
    const own = buildings.slice(n * 50);
    does({ do: 'storeys', buildings: own.slice(0, RAISED), by: n });
    does({ do: 'remove', table: 'building', keys: own.slice(RAISED, RAISED + REMOVED) });
  }
  const goingBytes: number[] = [];
  const going = Array.from({ length: TIMES }, (_, n) => {
    const from = city.version;
    return took(() => {
      scenarios.step({ do: 'go', of: n % 3 });
      const told = serialize([opened.since(from), opened.park(park)]);
      deserialize(told);
      goingBytes.push(told.length);
    }).ms;
  });
  const comparingBytes: number[] = [];
  let differing = 0;
  const comparing = Array.from({ length: TIMES }, () => {
    // Nothing is known of any of them: as when the panel is opened first.
    const asNew = new Opened(land, opened.backdrop, judgement.law);
    return took(() => {
      const compared = compareScenarios(asNew, scenarios, { scenarios: [0, 1, 2], park });
      differing = compared?.records.length ?? 0;
      const told = serialize(compared);
      deserialize(told);
      comparingBytes.push(told.length);
    }).ms;
  });
  scenarios.step({ do: 'go', of: 0 });
  return { going, comparing, goingBytes, comparingBytes, differing };
}
