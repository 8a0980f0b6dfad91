import type { MultiPolygon, Position } from 'geojson';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { MultiPolygon as Parts } from '../../../domain/geometry/columns/layer.ts';
import { turned } from '../../../formats/rings.ts';
import type { FirstFile, IdleFile, OutlinesFile } from '../../../publish/shape/published.ts';

/** What a visitor sees: the parks that pass the filter and, where only these are wanted, lie in view; idle land if it is shown. */
export interface Seen {
  readonly first: FirstFile;
  /** Rows of `first.parks`. */
  readonly parks: readonly number[];
  readonly outlines: OutlinesFile;
  readonly idle: IdleFile['land'];
  /** What is filtered and searched for, in words; '' where nothing is. */
  readonly narrowed: string;
  /** Where only what lies in view is wanted. */
  readonly view?: Bounds;
}

/** Outline of a park, shells counter-clockwise as GeoJSON and KML want them; null where none is published. */
export function outlineOf({ outlines }: Seen, row: number): Parts | null {
  const parts = outlines.parks[row]?.coordinates;
  return parts
    ? turned(
        parts.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat] as const))),
        true,
      )
    : null;
}

/** Only what lies in view: a park by its outline as far as one is published, else by its place. */
export function inView(seen: Seen, view: Bounds): Seen {
  const { at } = seen.first.parks;
  const isIn = (row: number): boolean => {
    const outline = seen.outlines.parks[row];
    if (outline) return meets(boundsOf(outline), view);
    const place = at[row];
    return place !== null && holds(view, place);
  };
  return { ...seen, view, parks: seen.parks.filter(isIn), idle: seen.idle.filter((land) => holds(view, land.at)) };
}

function boundsOf(outline: MultiPolygon): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of outline.coordinates.flat(2)) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

const meets = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
const holds = ([west, south, east, north]: Bounds, [lon, lat]: Position): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;
