import { snapParcels } from '../desk/snap.ts';
import { CommandRefused, type Context, type Exit } from './context.ts';
import { edit } from './edit.ts';
import { choiceOption, listOption, numberOption, optionExpected } from './edit-options.ts';

/** `yuantu snap IN OUT`: parcels fitted to the townships or zones of the same file. */
export const snap = (context: Context): Promise<Exit> => {
  const { within, ids } = context.options;
  if (context.options.onto === undefined) optionExpected(context, '--onto');
  const onto = choiceOption('onto', context.options.onto, ['townships', 'zones']);
  if (within === undefined) optionExpected(context, '--within');
  const toleranceM = numberOption('within', within);
  return edit(context, (land) => {
    if (land.project[onto].layer.vertexStart.at(-1) === 0)
      throw new CommandRefused({ code: 'nothing-to-snap-onto', params: { onto } });
    return snapParcels(land, { onto, toleranceM, ...(ids !== undefined && { ids: listOption(ids) }) });
  });
};
