import type { Key } from '../../domain/land/change.ts';
import { DEFAULT_WISHES, type LayoutWishes } from '../../layout/shape/settings.ts';
import type { LaidBuilding } from '../../layout/shape/site.ts';
import type { FireClass } from './fire.ts';

/** How land is laid out: what a layout wishes, and what of the land itself. */
export interface LayingWishes extends LayoutWishes {
  /** What the spacings were taken from; they can be others all the same. */
  readonly fire: FireClass;
  /** Setback 退线 of every side. */
  readonly setbackM: number;
  /** Of single sides, by their numbers (`sides.ts`), where another is wished. */
  readonly sideSetbacksM: Readonly<Record<number, number>>;
  /** The side one enters from 出入口; null: the longest edge. */
  readonly entranceSide: number | null;
  /** Buildings that stay: all that are there, those that were there before anything was drawn 现状, or these. */
  readonly kept: 'all' | 'existing' | readonly Key[];
  /** Buildings of an earlier layout that stay as they are 锁定. */
  readonly locked: readonly LaidBuilding[];
}

/** Whether a building that is there stays. */
export const stays = (
  { kept }: Pick<LayingWishes, 'kept'>,
  { key, existing }: { readonly key: Key; readonly existing: boolean },
): boolean => kept === 'all' || (kept === 'existing' ? existing : kept.includes(key));

/** As little as can be wished, typed or by the command: less makes no layout. */
export const LEAST_WISHES = { plotRatio: 0.1, bayM: 3 } as const satisfies Partial<LayingWishes>;

export const USUAL_WISHES: LayingWishes = {
  ...DEFAULT_WISHES,
  fire: { hazard: 'C', grade: 2 },
  setbackM: 6,
  sideSetbacksM: {},
  entranceSide: null,
  kept: 'all',
  locked: [],
};
