import type { ParkView } from '../../../city/view.ts';
import { valueText, type ShownUnit } from '../../../domain/quantity/shown.ts';
import { displayed } from '../../../texts/figures.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import { parkFigure } from '../../parts/figures.ts';
import { shown, type Shown } from '../../parts/format.ts';
import { barsOf } from './bars.ts';

/** Standing figures of a park, in the order in which they are read; what a bar shows is left out. */
const standing = ['floorArea', 'countedFloorArea', 'buildingDensity', 'footprintArea', 'siteCount'] as const;
const MOST = 4;

export interface GridFigure {
  readonly what: (typeof standing)[number];
  /** Null where it is not known. */
  readonly value: Shown | null;
  /** By what is in hand, in as many decimals as the value has; null where nothing is, or it stays. */
  readonly change: string | null;
}

export function gridFigures(
  language: Language,
  now: ParkView,
  before: ParkView | null,
  labels: Labels,
): readonly GridFigure[] {
  const barred = new Set(barsOf((before ?? now).findings, null).map(({ key }) => key.split(' ')[0]));
  return standing
    .filter((what) => !barred.has(what))
    .slice(0, MOST)
    .map((what) => {
      const figure = parkFigure(now, what);
      const was = before && parkFigure(before, what);
      const label = what === 'buildingDensity' ? { percent: true } : labels.measures[what];
      const told = figure && displayed(figure.value, figure.unit, label);
      const by = figure && was ? displayed(figure.value - was.value, figure.unit, label) : null;
      const text = by ? valueText(by.value, by.unit) : null;
      return {
        what,
        value: told && inGrid(language, told.value, told.unit),
        change: text === null || Number(text.replace(/[^\d.]/g, '')) === 0 ? null : text,
      };
    });
}

/** As everywhere: the same area stands in a bar or a finding beside it. */
function inGrid(language: Language, value: number, unit: ShownUnit): Shown {
  if (unit === 'percent') return { text: valueText(value, 'percent'), unit: '%' };
  if (unit === 'm2') return { text: valueText(value, 'm2'), unit: 'm²' };
  return shown(language, value, unit as 'count');
}
