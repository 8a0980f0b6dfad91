import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/layer.ts';
import type { FormatRefusal, ReadOptions } from '../contract.ts';
import { detect } from '../crs/detect.ts';
import { fits } from '../crs/area-of-use.ts';
import { degrees, sourceOf } from '../crs/source.ts';
import type { Drawing } from './drawing.ts';
import type { Found } from './found.ts';
import { boxOf } from './nest.ts';

export interface Unit {
  readonly name: string;
  /** Drawing units in a metre. */
  readonly perMetre: number;
}
export const metre: Unit = { name: 'm', perMetre: 1 };
const others: readonly Unit[] = [
  { name: 'mm', perMetre: 1000 },
  { name: 'cm', perMetre: 100 },
];

/**
 * Templates call drawings millimetres that hold metres: the coordinates decide, and `$INSUNITS` is not asked. Metres
 * where they can be metres, else the smaller unit in which they lie in a zone; null where they lie nowhere.
 */
export function unitOf(first: Position, { epsg }: ReadOptions): Unit | null {
  const target = epsg === undefined ? null : sourceOf(epsg);
  // A code that is none is refused where it is asked for.
  if (target?.ok === false) return metre;
  const placed = ({ perMetre }: Unit): boolean => {
    const [x, y]: Position = [first[0] / perMetre, first[1] / perMetre];
    if (target) return fits(target.value, [x, y]) || fits(target.value, [y, x]);
    const told = detect([x, y]);
    return told.ok ? told.value.source !== degrees || fitsDegrees([x, y]) : (told.refusal.choices ?? []).length > 0;
  };
  return placed(metre) ? metre : (others.find(placed) ?? null);
}

const fitsDegrees = ([x, y]: Position): boolean => fits(degrees, [x, y]) || fits(degrees, [y, x]);

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
  { rings, hatches }: Found,
  unit: Unit | null,
  { epsg }: ReadOptions,
): Result<Unit, FormatRefusal> {
  const all = [...rings.map(({ ring }) => ring), ...hatches.flatMap((hatch) => hatch.rings)];
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
