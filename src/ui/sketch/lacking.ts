import type { SketchView } from '../../city/sketching/sketch-view.ts';
import type { Key } from '../../domain/land/change.ts';

/** What a building that was drawn has no figures without: 层数, 层高. */
export const LACKED = ['storeys', 'storeyHeightM'] as const;
export type Lacked = (typeof LACKED)[number];

type Line = SketchView['buildings'][number];
export type Lacking = Readonly<Record<Lacked, readonly Line[]>>;

/** Of the buildings `drawn` by key, those without each; what a record states instead is not lacking. */
export function lackingIn(lines: readonly Line[], drawn: readonly Key[]): Lacking {
  const own = lines.filter(({ key }) => drawn.includes(key));
  return {
    storeys: own.filter(({ storeys, stated }) => storeys === null && !stated.floorArea),
    storeyHeightM: own.filter(({ storeyHeightM, storeyHeightsM }) => (storeyHeightM ?? storeyHeightsM) === undefined),
  };
}

/** The first that is lacking; null where nothing is. */
export const askedOf = (lacking: Lacking): Lacked | null => LACKED.find((field) => lacking[field].length > 0) ?? null;
