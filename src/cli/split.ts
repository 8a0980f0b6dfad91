import { splitParcel } from '../desk/split.ts';
import type { Position } from '../domain/geometry/layer.ts';
import type { CutLine } from '../domain/geometry/split/line.ts';
import type { CutDirection } from '../domain/geometry/split/offsets.ts';
import type { Project } from '../domain/land/model.ts';
import type { Context, Exit } from './context.ts';
import { edit } from './edit.ts';
import { listOption, numberOption, optionExpected } from './edit-options.ts';

const usage =
  'yuantu split IN [OUT --yes] --id ID (--line "X,Y X,Y …" | --parts N | --areas M2,… [--bearing DEG] [--from left|right])';

/** `yuantu split IN OUT --id ID`: one parcel along a line, into equal parts, or to areas counted from one side. */
export const split = (context: Context): Promise<Exit> => {
  const { id, line, parts, areas } = context.options;
  const ways = [line, parts, areas].filter((way) => way !== undefined);
  if (typeof id !== 'string' || ways.length !== 1) optionExpected(usage);
  const direction = directionOf(context.options);
  return edit(context, usage, (project) => {
    if (line !== undefined) return splitParcel(project, { id, line: cutLineOf(String(line), project) });
    if (parts !== undefined) return splitParcel(project, { id, direction, count: numberOption(parts) });
    const areasM2 = listOption(areas).map(numberOption);
    return areasM2.length === 0 ? optionExpected(usage) : splitParcel(project, { id, direction, areasM2 });
  });
};

function directionOf({ bearing = '0', from = 'left' }: Context['options']): CutDirection {
  if (from !== 'left' && from !== 'right') optionExpected(usage);
  return { bearingDeg: numberOption(bearing), from };
}

/** Longitude and latitude; numbers beyond degrees are east and north as the file has them. */
function cutLineOf(text: string, { parcels }: Project): CutLine {
  const points = text
    .trim()
    .split(/[\s;；]+/)
    .map((pair) => listOption(pair).map(numberOption));
  if (points.some((p) => p.length !== 2 || !p.every(Number.isFinite))) optionExpected(usage);
  const inDegrees = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const crs = parcels.layer.surveyed?.crs;
  if (!inDegrees && !crs) optionExpected(usage);
  return { points: points.map(([x, y]): Position => [x, y]), ...(!inDegrees && { crs }) };
}
