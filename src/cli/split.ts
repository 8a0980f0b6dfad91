import { splitParcel } from '../desk/split.ts';
import type { Position } from '../domain/geometry/columns/layer.ts';
import type { CutLine } from '../domain/geometry/split/line.ts';
import type { CutDirection } from '../domain/geometry/split/offsets.ts';
import type { Project } from '../domain/land/model.ts';
import { CommandRefused, type Context, type Exit } from './context.ts';
import { edit } from './edit.ts';
import { choiceOption, listOption, numberOption, optionExpected } from './edit-options.ts';

/** `yuantu split IN OUT --id ID`: one parcel along a line, into equal parts, or to areas counted from one side. */
export const split = (context: Context): Promise<Exit> => {
  const { id, line, parts, areas } = context.options;
  const ways = [line, parts, areas].filter((way) => way !== undefined);
  if (typeof id !== 'string' || id === '') optionExpected(context, '--id');
  if (ways.length !== 1) throw new CommandRefused({ code: 'one-way-expected', params: {} });
  const direction = directionOf(context.options);
  const points = line === undefined ? null : pointsOf(String(line));
  const count = parts === undefined ? null : numberOption('parts', parts);
  const areasM2 = listOption(areas).map((area) => numberOption('areas', area));
  if (!points && count === null && areasM2.length === 0) optionExpected(context, '--areas');
  return edit(context, (land) => {
    if (points) return splitParcel(land, { id, line: cutLineOf(points, land.project) });
    return splitParcel(land, count === null ? { id, direction, areasM2 } : { id, direction, count });
  });
};

function directionOf({ bearing = '0', from = 'left' }: Context['options']): CutDirection {
  return { bearingDeg: numberOption('bearing', bearing), from: choiceOption('from', from, ['left', 'right']) };
}

/**
 * Longitude or east first. A surveyor writes X, the north, first; in China no number can be both: norths lie between
 * 1 000 and 10 000 km, easts below (a zone's own) or above (with the zone's number); latitudes below 60°, longitudes above.
 */
function eastFirst([x, y]: readonly number[]): Position {
  const isNorth = (v: number) => v >= 1e6 && v < 1e7;
  const northFirst = Math.abs(x) <= 180 && Math.abs(y) <= 180 ? x < 60 && y > 60 : isNorth(x) && !isNorth(y);
  return northFirst ? [y, x] : [x, y];
}

/** `X,Y X,Y …` or `Y,X …`: two points or more. */
function pointsOf(text: string): readonly Position[] {
  const points = text
    .trim()
    .split(/[\s;；]+/)
    .map((pair) => listOption(pair).map((number) => numberOption('line', number)));
  if (points.length < 2 || points.some((p) => p.length !== 2))
    throw new CommandRefused({ code: 'bad-line-option', params: { value: text } });
  return points.map(eastFirst);
}

/** Longitude and latitude; numbers beyond degrees are east and north as the file has them. */
function cutLineOf(points: readonly Position[], { parcels }: Project): CutLine {
  const inDegrees = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const crs = parcels.layer.surveyed?.crs;
  if (!inDegrees && !crs) throw new CommandRefused({ code: 'line-in-degrees', params: {} });
  return { points, ...(!inDegrees && { crs }) };
}
