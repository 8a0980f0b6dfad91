import type { Key } from '../../domain/land/change.ts';
import { measuredPairs, type MeasuredPair } from '../../policy/measured-pairs.ts';
import { tried } from '../../policy/repairs/words.ts';
import type { Repair } from '../../policy/shape/finding.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { changeBy } from '../mend-change.ts';

/** What a repair brings the figure of its rule to. */
export interface RepairLead {
  readonly rule: string;
  readonly steps: Repair['steps'];
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
}

/** A way to mend a rule of which it is asked. */
export type RepairWay = Pick<RepairLead, 'rule' | 'steps'>;

/** What ways to mend rules of a park lead to, each done to a fork of the city and derived again. */
export function repairLeads(
  city: City,
  judgement: Judgement,
  park: Key,
  ways: readonly RepairWay[],
): readonly RepairLead[] {
  const trial = judgement.trial(park);
  const before = new Map(judgement.findings(park).map((finding) => [finding.rule, measuredPairs(finding)]));
  return ways.flatMap(({ rule, steps }): RepairLead[] => {
    const fork = city.fork();
    if (!fork.apply(changeBy(fork.land, trial, steps, tried)).ok) return [];
    const finding = judgement
      .on(fork)
      .findings(park)
      .find((own) => own.rule === rule);
    const led = finding && ledTo(measuredPairs(finding), before.get(rule) ?? []);
    return led ? [{ rule, steps, what: led.what, value: led.value, unit: led.unit }] : [];
  });
}

/** Of several limbs the one that was missed and is met, else the first that moved. */
function ledTo(now: readonly MeasuredPair[], before: readonly MeasuredPair[]): MeasuredPair['measured'] | null {
  const moved = now.filter(({ measured }) => {
    const was = before.find((pair) => pair.measured.what === measured.what && pair.measured.unit === measured.unit);
    return was === undefined || was.measured.value !== measured.value;
  });
  const met = moved.find(({ margin }) => margin !== null && margin >= 0);
  return (met ?? moved[0])?.measured ?? null;
}
