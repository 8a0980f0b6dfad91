import { snapParcels } from '../desk/snap.ts';
import { CommandRefused, type Context, type Exit } from './context.ts';
import { edit } from './edit.ts';
import { listOption, numberOption, optionExpected } from './edit-options.ts';

const usage = 'yuantu snap IN [OUT --yes] --onto townships|zones --within METRES [--ids A,B,…]';

/** `yuantu snap IN OUT`: parcels fitted to the townships or zones of the same file. */
export const snap = (context: Context): Promise<Exit> => {
  const { onto, within, ids } = context.options;
  if ((onto !== 'townships' && onto !== 'zones') || within === undefined) optionExpected(usage);
  const toleranceM = numberOption('within', within);
  return edit(context, usage, (project) => {
    if (project[onto].layer.vertexStart.at(-1) === 0)
      throw new CommandRefused({ code: 'nothing-to-snap-onto', params: { onto } });
    return snapParcels(project, { onto, toleranceM, ...(ids !== undefined && { ids: listOption(ids) }) });
  });
};
