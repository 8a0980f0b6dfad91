import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal, ReadOptions } from '../contract.ts';
import { fits } from '../crs/area-of-use.ts';
import { degrees } from '../crs/source.ts';
import type { Drawing } from './drawing.ts';
import type { Found } from './found.ts';
import { boxOf } from './nest.ts';

export interface DrawingUnit {
  readonly name: string;
  /** Drawing units in a metre. */
  readonly perMetre: number;
}
export const metre: DrawingUnit = { name: 'm', perMetre: 1 };
/** Those a survey may be drawn in, in the order in which they are tried. */
export const units: readonly DrawingUnit[] = [metre, { name: 'mm', perMetre: 1000 }, { name: 'cm', perMetre: 100 }];

export const fitsDegrees = ([x, y]: Position): boolean => fits(degrees, [x, y]) || fits(degrees, [y, x]);

/** No parcel reaches over a degree: a plan of some metres that happens to stand where China's degrees do is no map. */
const widestDegrees = 1;

/** Units of a drawing as its header names them, `$INSUNITS`; the others are none a survey is in. */
const insunits: Readonly<Record<number, string>> = { 1: 'in', 2: 'ft', 4: 'mm', 5: 'cm', 6: 'm', 7: 'km' };

/**
 * Refuses a drawing in coordinates of its own 独立（假定）坐标: no unit puts it where the country's are. Its extents and the
 * unit its header names are told.
 */
export function checkPlace(
  name: string,
  drawing: Drawing,
  { rings, hatches, lines }: Found,
  unit: DrawingUnit | null,
  { epsg }: ReadOptions,
): Result<DrawingUnit, FormatRefusal> {
  const closed = [...rings.map(({ ring }) => ring), ...hatches.flatMap((hatch) => hatch.rings)];
  const all = closed.length > 0 ? closed : lines.map(({ start, end }) => [start, end]);
  const isWide = epsg === undefined && fitsDegrees(all[0][0]) && all.some((ring) => widthOf(ring) > widestDegrees);
  if (unit && !isWide) return ok(unit);
  const boxes = all.map(boxOf);
  const least = (i: 0 | 1) => rounded(boxes.reduce((m, box) => Math.min(m, box[i]), Infinity));
  const most = (i: 2 | 3) => rounded(boxes.reduce((m, box) => Math.max(m, box[i]), -Infinity));
  const code = drawing.header.get('$INSUNITS')?.at(0)?.value;
  const said = code === undefined ? undefined : insunits[Number(code)];
  const extents = { west: least(0), south: least(1), east: most(2), north: most(3) };
  return refuse('local-coordinates', { name, ...extents, ...(said !== undefined && { unit: said }) });
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function widthOf(ring: readonly Position[]): number {
  const [west, south, east, north] = boxOf(ring);
  return Math.max(east - west, north - south);
}
