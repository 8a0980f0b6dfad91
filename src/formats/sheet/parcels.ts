import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { northFirst } from '../crs/detect.ts';
import { degrees } from '../crs/source.ts';
import { outlinesOf, swapped } from '../features/outlines.ts';
import { readTable, type FeatureTable } from '../features/read.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { withAngles } from './angles.ts';
import type { Grid } from './grid.ts';
import type { PointTable, TablePlot } from './points.ts';
import { tableRingsOf, type TableRings } from './rings.ts';

/** The points of a table as parcels 宗地. */
export function parcelsOf(
  { name }: Grid,
  points: PointTable,
  format: ReadResult['format'],
  options: ReadOptions,
  notes: FileNote[],
  declared?: FeatureTable['declared'],
): Result<ReadResult, FormatRefusal> {
  const plots = withAngles(name, points, options.degrees, notes);
  if (!plots.ok) return plots;
  const drawn = plots.value.filter((plot) => plot.points.length > 0);
  const count = drawn.reduce((sum, plot) => sum + plot.points.length, 0);
  if (drawn.length === 0) return refuse('no-parcels', { name, found: `row:${points.leftOut}` });
  // Each point is called something else: they are places, not corners.
  if (drawn.every((plot) => plot.points.length < 3)) return refuse('points-only', { name, count });
  const read = drawn.map((plot) => tableRingsOf(plot.points));
  const fault = ringFault(name, drawn, read, notes);
  if (fault) return { ok: false, refusal: fault };
  if (points.leftOut > 0) notes.push({ code: 'rows-left-out', params: { count: points.leftOut } });
  if (points.totals > 0) notes.push({ code: 'totals-left-out', params: { count: points.totals } });
  const closed = read.some(({ open }) => open === 0);
  if (points.bare && !closed) notes.push({ code: 'points-in-row-order', params: { count } });
  const outlines = outlinesOf(read.map(({ rings }) => nestAsDrawn(rings)));
  // By custom X is the northing; a table that means the easting by it shows by its numbers.
  const eastFirst = !points.degrees && northFirst(drawn[0].points[0].at) === true;
  if (eastFirst) notes.push({ code: 'axes-swapped', params: { first: 'east' } });
  const table = {
    name,
    rows: drawn.map(({ properties }) => properties),
    outlines: eastFirst ? swapped(outlines) : outlines,
    declared: declared ?? (() => ok(points.degrees ? ({ source: degrees, how: 'format-default' } as const) : null)),
    notes,
  };
  const result = readTable(format, table, options);
  if (!result.ok && result.refusal.code === 'crs-unknown') return localOr(result.refusal, name, drawn);
  // Rows that say nothing of their order bound a parcel only if their own order does.
  const { layer } = result.ok ? result.value.project.parcels : { layer: null };
  if (layer && points.bare && !closed && problemsOf(layer, 0).some(({ severity }) => severity === 'broken'))
    return refuse('points-only', { name, count });
  return result;
}

/** Northings of the country begin beyond this: metres below it on both axes are of a system of their own 独立坐标. */
const localBelowM = 1_000_000;

function localOr(refusal: FormatRefusal, name: string, plots: readonly TablePlot[]): Result<never, FormatRefusal> {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  // By custom X points north, as the table has it.
  for (const { points } of plots)
    for (const {
      at: [y, x],
    } of points) {
      box.west = Math.min(box.west, x);
      box.east = Math.max(box.east, x);
      box.south = Math.min(box.south, y);
      box.north = Math.max(box.north, y);
    }
  const isLocal = Object.values(box).every((metres) => Math.abs(metres) < localBelowM);
  return isLocal ? refuse('local-coordinates', { name, ...box }) : { ok: false, refusal };
}

/** What is wrong with the rings as a whole; what was done with them goes to the notes. */
function ringFault(
  name: string,
  drawn: readonly TablePlot[],
  read: readonly TableRings[],
  notes: FileNote[],
): FormatRefusal | null {
  const anyClosed = read.some(({ rings, open }) => open < rings.length);
  // Where every ring but the very last comes back to its first point, the end of the table is gone.
  const opened = read.reduce((sum, { open }) => sum + open, 0);
  if (anyClosed && opened === 1 && read[read.length - 1].lastOpen)
    return refuse('truncated', { name, record: read.length }).refusal;
  for (const [p, { rings, open, strayClosings }] of read.entries()) {
    const { line } = drawn[p].points[0];
    const id = drawn[p].properties.id ?? Object.values(drawn[p].properties)[0] ?? p + 1;
    if (rings.length > mostRings)
      return refuse('bad-line', { line, text: name, detail: 'too-many-rings', most: mostRings }).refusal;
    for (const stray of strayClosings) notes.push({ code: 'closing-ring-number', params: { line: stray, id } });
    // Where no ring repeats its first point that is the custom of the table.
    if (open > 0 && anyClosed) notes.push({ code: 'ring-closed', params: { line, id } });
  }
  return null;
}
