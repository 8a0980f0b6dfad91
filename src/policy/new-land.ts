import type { Parcel } from '../domain/land/model.ts';
import type { Pack } from './shape/pack.ts';

/** 新增 or 存量: by the words of its 土地来源, else by its status. */
export function isNewLand(
  { landSource, status }: Pick<Parcel, 'landSource' | 'status'>,
  { plan: { newLand } }: Pick<Pack, 'plan'>,
): boolean {
  const says = (words: readonly string[]) => words.some((word) => landSource?.includes(word));
  if (says(newLand.newWords)) return true;
  return !says(newLand.stockWords) && status !== undefined && newLand.statuses.includes(status);
}
