import type { FlipsView } from '../../../../city/screening/screen-view.ts';
import type { Key } from '../../../../domain/land/change.ts';

/** From one class to another; null: kept out. */
export type Flip = Pick<FlipsView['counts'][number], 'from' | 'to'>;

/** Parcels that other figures would make flip so. */
export function flippingKeys(
  { keys, from, to, classes }: Omit<FlipsView, 'version' | 'counts'>,
  flip: Flip,
): ReadonlySet<Key> {
  const named = (code: number) => classes[code] ?? null;
  return new Set(keys.filter((_, i) => named(from[i]) === flip.from && named(to[i]) === flip.to));
}

export const isSameFlip = (a: Flip | null, b: Flip): boolean => a?.from === b.from && a.to === b.to;
