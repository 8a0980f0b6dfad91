import type { MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import type { SheetLand, SheetParcel } from '../../../domain/land/sheets/sheet-land.ts';
import { clippedRing } from './clip.ts';
import type { LegendKey } from './block-marks.ts';
import { BUILDING, INK, LINES, ownFill, PAPER } from './look.ts';
import { onFrame, ringsOn } from './on-frame.ts';
import type { MapWords } from './words.ts';

/** What can be seen on a sheet, and nothing else. */
export function legendOf(
  land: SheetLand,
  frame: MapFrame,
  words: MapWords,
  points: { readonly shown: boolean; readonly unnamed: number },
): readonly LegendKey[] {
  const on = onFrame(frame);
  const isSeen = ({ parts }: Pick<SheetParcel, 'parts'>) =>
    ringsOn(parts, on).some((ring) => clippedRing(ring, land.size).length > 2);
  const own = land.parcels.filter(isSeen);
  // Classes of one colour, as 一类 and 二类工业用地 have, stand one after the other.
  const classes = new Map<string, Set<string>>();
  for (const of of own) {
    const fill = ownFill(of);
    classes.set(fill, (classes.get(fill) ?? new Set()).add(words.classOf(of.landClass)));
  }
  const area = (name: string, fill: string, line: (typeof LINES)[keyof typeof LINES]): LegendKey => ({
    name,
    sign: { is: 'area', fill, line },
  });
  const sites = new Set(own.flatMap(({ id }) => words.siteOf(id) ?? []));
  return [
    ...[...classes].flatMap(([fill, names]) => [...names].map((name) => area(name, fill, LINES.border))),
    ...(land.buildings.some(isSeen) ? [area(words.building, BUILDING, LINES.building)] : []),
    ...(land.beside.some(isSeen) ? [area(words.beside, PAPER, LINES.beside)] : []),
    ...(sites.size > 0 ? [{ name: words.site, sign: { is: 'circle', fill: INK, radius: 1.3 } } as const] : []),
    ...(points.shown
      ? [
          {
            name: points.unnamed > 0 ? words.unnamed(points.unnamed) : words.point,
            sign: { is: 'circle', fill: PAPER, radius: 0.55, line: LINES.point },
          } as const,
        ]
      : []),
  ];
}
