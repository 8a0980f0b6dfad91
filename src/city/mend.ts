import type { Change, Key } from '../domain/land/change.ts';
import { ok, refuse, type Result } from '../domain/outcome.ts';
import { namesIn } from '../policy/repairs/apply.ts';
import { wordingOf, type Answers, type MendRefusal } from '../policy/repairs/words.ts';
import type { Repair } from '../policy/shape/finding.ts';
import type { City } from './city.ts';
import type { Judgement } from './judgement.ts';
import { changeBy } from './mend-change.ts';

/** A repair someone chose, as it was shown. */
export interface ChosenRepair extends Pick<Repair, 'steps'> {
  readonly rule: string;
}

/**
 * 采用整改建议: a repair of a missed rule as a change of the land, with what a person says where it leaves that open. Nothing
 * is applied. Only what is a repair of the park as it is now can be chosen.
 */
export function mend(
  city: City,
  judgement: Judgement,
  park: Key,
  { rule, steps }: ChosenRepair,
  answers: Answers = {},
): Result<Change, MendRefusal> {
  const found = judgement.repairs(park).find((own) => own.rule === rule)?.repairs ?? [];
  const shown = JSON.stringify(steps);
  const repair = found.find((own) => JSON.stringify(own.steps) === shown);
  const record = city.park(park)!;
  if (!repair) return refuse('repair-gone', { park: record.id });
  const wording = wordingOf(repair.steps, answers, (field) => namesIn(record, field));
  if (!wording.ok) return wording;
  const change = changeBy(city.land, judgement.trial(park), repair.steps, wording.value);
  if (Object.keys(change.tables).length === 0) return refuse('past-mending', { park: record.id });
  return ok({ ...change, note: { code: 'mend', params: { park: record.name ?? record.id, rule } } });
}
