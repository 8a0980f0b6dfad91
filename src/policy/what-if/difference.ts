import type { ParkFacts } from '../../domain/land/facts.ts';
import type { PolicyContext } from '../shape/context.ts';
import { outcomesOf, parkRules } from '../evaluate.ts';
import type { Outcome } from '../shape/outcome.ts';
import { isMissed, worst } from '../outcomes.ts';
import type { Pack } from '../shape/pack.ts';
import { rulesTouched } from './depends.ts';
import { parameterPlaceOf } from './parameter-id.ts';
import { withParameter } from './parameters.ts';
import type { Baseline, ParameterChange } from './baseline.ts';
import { floorOf, type FloorNeed } from './floor.ts';

export interface Flip {
  readonly park: string;
  readonly rule: string;
  readonly from: Outcome;
  readonly to: Outcome;
  /** Land of the park, m²; null where it is not known. */
  readonly landM2: number | null;
}

export interface Difference {
  /** Rules judged again; the others cannot have changed. */
  readonly rules: readonly string[];
  readonly flips: readonly Flip[];
  /** Parks whose worst outcome changes. */
  readonly parks: readonly Omit<Flip, 'rule'>[];
  /** Land of the parks that missed some rule and now miss none, and the reverse, m². */
  readonly landFreedM2: number;
  readonly landLostM2: number;
  /** For changed bounds on a share or ratio of areas: what they ask of the parks together. */
  readonly floor: readonly FloorNeed[];
}

export function baselineOf(pack: Pack, parks: readonly ParkFacts[], context: PolicyContext, date: string): Baseline {
  const rules = parkRules(pack, date);
  const outcomes = parks.map((facts) => outcomesOf(rules, { pack, facts, context, date }));
  return { pack, parks, context, date, outcomes };
}

/** What these values would change: only the rules that rest on them are judged again. */
export function difference(before: Baseline, changes: readonly ParameterChange[]): Difference {
  const pack = changes.reduce((p, { id, value }) => withParameter(p, id, value), before.pack);
  const touched = rulesTouched(
    before.pack,
    changes.map(({ id }) => parameterPlaceOf(id).owner),
  );
  const rules = parkRules(pack, before.date).filter(({ id }) => touched.has(id));
  const outcomes = before.parks.map((facts, i) => {
    const { context, date } = before;
    return new Map([...before.outcomes[i], ...outcomesOf(rules, { pack, facts, context, date })]);
  });
  const after = { ...before, pack, outcomes };
  return {
    ...compared(
      before,
      after,
      rules.map((r) => r.id),
    ),
    floor: floorOf(before, after, changes),
  };
}

function compared(before: Baseline, after: Baseline, rules: readonly string[]): Omit<Difference, 'floor'> {
  const flips: Flip[] = [];
  const parks: Omit<Flip, 'rule'>[] = [];
  let [landFreedM2, landLostM2] = [0, 0];
  before.parks.forEach((facts, i) => {
    const [old, now] = [before.outcomes[i], after.outcomes[i]];
    const land = facts.figures['landArea'];
    const shared = { park: facts.park.id, landM2: land?.state === 'value' ? land.value.value : null };
    for (const rule of rules) {
      const [from, to] = [old.get(rule) ?? 'not-applicable', now.get(rule) ?? 'not-applicable'];
      if (from !== to) flips.push({ ...shared, rule, from, to });
    }
    const [from, to] = [worst([...old.values()]), worst([...now.values()])];
    if (from !== to) parks.push({ ...shared, from, to });
    // Asked of every rule, not of the worst outcome: one that is unknown outranks a miss and would hide it.
    const [missed, misses] = [old, now].map((outcomes) => [...outcomes.values()].some(isMissed));
    if (missed && !misses) landFreedM2 += shared.landM2 ?? 0;
    if (!missed && misses) landLostM2 += shared.landM2 ?? 0;
  });
  return { rules, flips, parks, landFreedM2, landLostM2 };
}
