import { mergeParcels } from '../desk/merge.ts';
import type { Context, Exit } from './context.ts';
import { edit } from './edit.ts';
import { listOption, optionExpected } from './edit-options.ts';

/** `yuantu merge IN OUT --ids A,B`: one parcel from several; `--straighten` leaves out points where nothing bends. */
export const merge = (context: Context): Promise<Exit> => {
  const { ids, into, straighten } = context.options;
  if (ids === undefined) optionExpected(context, '--ids');
  return edit(context, (land) =>
    mergeParcels(land, {
      ids: listOption(ids),
      ...(typeof into === 'string' && { into }),
      dropCollinear: straighten === true,
    }),
  );
};
