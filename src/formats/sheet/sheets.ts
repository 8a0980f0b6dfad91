import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import type { FeatureTable } from '../features/read.ts';
import type { Grid } from './grid.ts';
import type { PointTable, TablePlot } from './points.ts';

/** A sheet that draws parcels, by shapes in words or by points. */
export interface Drawn {
  readonly grid: Grid;
  readonly shapes?: FeatureTable;
  readonly points?: PointTable;
}

const titleOf = ({ title, name }: Grid): string => title ?? name;

/**
 * The sheets to read as one: those of points, where each has parcels of its own. Where two may be the same parcels in
 * another form (in another coordinate system, before and after a change) one is to be chosen, as of the layers of a file.
 */
export function chooseSheets(
  name: string,
  drawn: readonly Drawn[],
  layer: string | undefined,
): Result<readonly Drawn[], FormatRefusal> {
  const titles = drawn.map(({ grid }) => titleOf(grid));
  const asked = drawn.filter((_, d) => layer !== undefined && titles[d].toLowerCase() === layer.toLowerCase());
  if (asked.length === 1) return ok(asked);
  if (drawn.length === 1 || (layer === undefined && areApart(drawn))) return ok(drawn);
  return refuse('several-layers', { name, ...(layer !== undefined && { layer }) }, titles);
}

/** Every pair of sheets is looked at; no one has a sheet for each of more parcels. */
const MOST_SHEETS = 1000;

/** Whether sheets hold different parcels: of points, in one kind of coordinates, under other numbers, elsewhere. */
function areApart(drawn: readonly Drawn[]): boolean {
  const tables = drawn.flatMap(({ points }) => points ?? []);
  if (tables.length < drawn.length) return false;
  const kinds = tables.map(({ plots, degrees }) => {
    const first = plots.find(({ points }) => points.length > 0)?.points[0].at;
    return degrees || !first ? degrees : first.map((v) => Math.floor(v / 1e6)).filter((v) => v >= 13).join(); // prettier-ignore
  });
  if (new Set(kinds).size > 1) return false;
  if (tables.length > MOST_SHEETS) return false;
  const ids = tables.flatMap(({ plots }) => [...new Set(plots.flatMap(({ properties }) => properties.id ?? []))]);
  if (new Set(ids).size < ids.length) return false;
  const boxes = tables.map(({ plots }) => boxOf(plots));
  return !boxes.some((box, b) => boxes.some((other, o) => o > b && cover(box, other)));
}

type Box = readonly [number, number, number, number];

function boxOf(plots: readonly TablePlot[]): Box {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of plots)
    for (const { at: [x, y] } of points) box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]; // prettier-ignore
  return box;
}

/** Whether two boxes share more than half of the smaller one. */
function cover(a: Box, b: Box): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const size = (box: Box) => (box[2] - box[0]) * (box[3] - box[1]);
  return width > 0 && height > 0 && width * height > Math.min(size(a), size(b)) / 2;
}

const untitled = /^(sheet|工作表|表)\s*\d*$/i;

/** The points of several sheets as one table. A sheet with one parcel and no number for it is called like the sheet. */
export function pointsTogether(drawn: readonly Drawn[]): PointTable {
  const tables = drawn.flatMap(({ grid, points }) => (points ? [{ grid, points }] : []));
  if (tables.length === 1) return tables[0].points;
  const plots = tables.flatMap(({ grid, points }): readonly TablePlot[] => {
    const [only, ...others] = points.plots;
    const title = titleOf(grid);
    if (!only || others.length > 0 || only.properties.id !== undefined || untitled.test(title)) return points.plots;
    return [{ ...only, properties: { ...only.properties, id: title } }];
  });
  const sum = (count: (table: PointTable) => number) => tables.reduce((all, { points }) => all + count(points), 0);
  const { degrees } = tables[0].points;
  return {
    plots,
    degrees,
    angle: tables.map(({ points }) => points.angle).find((angle) => angle !== null) ?? null,
    bare: false,
    totals: sum(({ totals }) => totals),
    leftOut: sum(({ leftOut }) => leftOut),
  };
}
