import { formatFixed } from '../../domain/quantity/format.ts';
import type { Against } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import type { WrittenFigure } from './published.ts';

/** As a list of the published map writes a figure: land in 亩 and plot ratios to 2 decimals, floor area to whole m². */
export function listedFigure(what: WrittenFigure, value: number, { bound, precision }: Against = {}): string {
  const options = { group: ',', bound, precision };
  if (what === 'landM2') return formatFixed(muOf(value), 2, options);
  return formatFixed(value, what === 'floorM2' ? 0 : 2, options);
}
