import type { ParkFacts } from '../../domain/land/facts.ts';
import { outcomesOf, parkRules } from '../evaluate.ts';
import type { MendStep } from '../shape/mend-step.ts';
import type { Outcome } from '../shape/outcome.ts';
import { worse } from '../outcomes.ts';
import { factsAfter } from './apply.ts';
import type { RepairRequest } from './pulled.ts';

/** What every rule about parks says of these facts. */
export const outcomesWith = ({ pack, context, date }: RepairRequest, facts: ParkFacts): ReadonlyMap<string, Outcome> =>
  outcomesOf(parkRules(pack, date), { pack, facts, context, date });

/** What they say once these steps are done: to the land, where the one who asks can do that, else to the facts. */
export const outcomesAfter = (request: RepairRequest, steps: readonly MendStep[]): ReadonlyMap<string, Outcome> =>
  request.outcomesDone?.(steps) ?? outcomesWith(request, factsAfter(request.facts, steps, request.land));

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
