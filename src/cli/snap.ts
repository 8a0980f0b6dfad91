import { snapParcels } from '../desk/snap.ts';
import type { Context, Exit } from './context.ts';
import { edit } from './edit.ts';
import { listOption, numberOption, optionExpected } from './edit-options.ts';

const usage = 'yuantu snap IN [OUT --yes] --onto townships|zones --within METRES [--ids A,B,…]';

/** `yuantu snap IN OUT`: parcels fitted to the townships or zones of the same file. */
export const snap = (context: Context): Promise<Exit> => {
  const { onto, within, ids } = context.options;
  if ((onto !== 'townships' && onto !== 'zones') || within === undefined) optionExpected(usage);
  return edit(context, usage, (project) =>
    snapParcels(project, {
      onto,
      toleranceM: numberOption(within),
      ...(ids !== undefined && { ids: listOption(ids) }),
    }),
  );
};
