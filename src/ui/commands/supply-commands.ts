import type { CommandId } from '../../texts/ui/commands.ts';
import type { SupplyStep } from '../address/address.ts';
import type { Command } from './command.ts';
import type { KeyName } from './keys.ts';

/** The steps of the supply desk stand behind the desks, in a row of keys. */
const STEPS: Readonly<Record<SupplyStep, readonly [CommandId, KeyName]>> = {
  import: ['stepImport', '5'],
  screen: ['stepScreen', '6'],
  assemble: ['stepAssemble', '7'],
  plan: ['stepPlan', '8'],
  ledger: ['stepLedger', '9'],
};

/** The command that leads to a step. */
export const stepCommand = (step: SupplyStep): CommandId => STEPS[step][0];

/** What is done on the supply desk. */
export const SUPPLY_COMMANDS: readonly Command[] = (Object.keys(STEPS) as SupplyStep[]).map((step) => ({
  id: STEPS[step][0],
  key: STEPS[step][1],
  run: (app) => app.goStep(step),
}));
