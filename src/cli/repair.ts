import { repairParcels } from '../desk/repair.ts';
import type { Context, Exit } from './context.ts';
import { edit } from './edit.ts';
import { listOption, numberOption } from './edit-options.ts';

/**
 * `yuantu repair IN OUT`: proposes sound boundaries. `--gap` closes gaps between neighbours narrower than so many metres,
 * `--yields` says who gives way there.
 */
export const repair = (context: Context): Promise<Exit> => {
  const { gap, near, yields } = context.options;
  const tolerances = {
    ...(gap !== undefined && { gapM: numberOption('gap', gap) }),
    ...(near !== undefined && { nearDuplicateM: numberOption('near', near) }),
  };
  return edit(context, (land) =>
    repairParcels(land, {
      ...tolerances,
      ...(yields !== undefined && {
        yielding: yields === 'later' || yields === 'smaller' ? yields : listOption(yields),
      }),
    }),
  );
};
