import type { ParkFacts } from '../../domain/land/facts.ts';
import { outcomesOf, parkRules } from '../evaluate.ts';
import type { Outcome } from '../shape/outcome.ts';
import { worse } from '../outcomes.ts';
import type { RepairRequest } from './pulled.ts';

/** What every rule about parks says of these facts. */
export const outcomesWith = ({ pack, context, date }: RepairRequest, facts: ParkFacts): ReadonlyMap<string, Outcome> =>
  outcomesOf(parkRules(pack, date), { pack, facts, context, date });

/** Rules that come out worse, other than by being met where they did not apply; one not known any more is worse too. */
export const broken = (
  before: ReadonlyMap<string, Outcome>,
  now: ReadonlyMap<string, Outcome>,
  mended: string,
): readonly string[] =>
  [...now].flatMap(([id, outcome]) => {
    const old = before.get(id)!;
    const isWorse = outcome !== old && worse(outcome, old) === outcome;
    return id !== mended && isWorse && outcome !== 'pass' ? [id] : [];
  });
