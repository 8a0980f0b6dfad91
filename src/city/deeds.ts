import { keysOf, tableNames, type Change, type TableChange } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import { ok, refuse, type Result } from '../domain/outcome.ts';
import type { DraftRefusal } from '../desk/draft-refusal.ts';
import type { Apply } from '../desk/history.ts';
import type { Scenarios } from './scenarios/scenarios.ts';
import type { ScenarioStep } from '../desk/scenario.ts';

/** What was done to land: a change, one of them undone or done again, or something with scenarios 方案 of it. */
export type Deed = Change | 'undo' | 'redo' | { readonly scenario: ScenarioStep };

/**
 * Does to `land` what was done to the same land before, in a session that is gone: keys that were given out then are given
 * here. Refused at the first deed the land is not made for, which is then half done: it is not to be shown.
 */
export function doAgain(
  deeds: readonly Deed[],
  land: Land,
  scenarios: Scenarios,
  apply: Apply,
): Result<null, DraftRefusal> {
  for (const [i, deed] of deeds.entries())
    if (!oneAgain(deed, land, scenarios, apply))
      return refuse('draft-does-not-fit', { step: i + 1, steps: deeds.length });
  return ok(null);
}

function oneAgain(deed: Deed, land: Land, scenarios: Scenarios, apply: Apply): boolean {
  const { history } = scenarios;
  if (deed === 'undo') return history.undo(apply)?.ok ?? false;
  if (deed === 'redo') return history.redo(apply)?.ok ?? false;
  if ('scenario' in deed) return scenarios.step(deed.scenario).ok;
  takeKeys(land, deed);
  // It was made for the land as it is now, whatever number that has here.
  return isOf(land, deed) && history.do({ ...deed, base: land.version }, apply).ok;
}

/** Keys of new records that were given out by a land that is gone. */
function takeKeys(land: Land, { tables }: Change): void {
  for (const name of tableNames)
    for (const { key, after } of tables[name]?.put ?? [])
      if (after !== undefined) while (!land.table(name).isTaken(key)) land.table(name).takeKey();
}

/** Whether the land knows every record of a change, and is drawn in the same coordinates. */
const isOf = (land: Land, { tables }: Change): boolean =>
  tableNames.every((name) => {
    const [table, change] = [land.table(name), tables[name] as TableChange<object> | undefined];
    return (
      !change ||
      (keysOf(change).every((key) => table.isTaken(key)) && (change.put ?? []).every(({ shape }) => table.takes(shape)))
    );
  });
