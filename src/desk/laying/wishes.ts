import type { Key } from '../../domain/land/change.ts';
import { DEFAULT_WISHES, type LayoutWishes } from '../../layout/shape/settings.ts';
import type { LaidBuilding } from '../../layout/shape/site.ts';

/** How land is laid out: what a layout wishes, and what of the land itself. */
export interface LayingWishes extends LayoutWishes {
  /** Setback 退线 of every side. */
  readonly setbackM: number;
  /** Of single sides, by their numbers (`sides.ts`), where another is wished. */
  readonly sideSetbacksM: Readonly<Record<number, number>>;
  /** The side one enters from 出入口; null: the longest edge. */
  readonly entranceSide: number | null;
  /** Buildings that stay; null: all that are there. */
  readonly kept: readonly Key[] | null;
  /** Buildings of an earlier layout that stay as they are 锁定. */
  readonly locked: readonly LaidBuilding[];
}

export const USUAL_WISHES: LayingWishes = {
  ...DEFAULT_WISHES,
  setbackM: 6,
  sideSetbacksM: {},
  entranceSide: null,
  kept: null,
  locked: [],
};
