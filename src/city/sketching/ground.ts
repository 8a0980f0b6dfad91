import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { Key } from '../../domain/land/change.ts';
import { drawingPlane } from '../../desk/stored-shape.ts';
import type { City } from '../city.ts';

const tables = ['parcel', 'building'] as const;
type GroundName = (typeof tables)[number];

/** So many boundaries of a table are told at once. */
const MOST_TOLD = 20_000;

/** What is asked: boundaries whose boxes meet this one, degrees; with `since` only what is another than at that version. */
export interface GroundAsked {
  readonly box: Bounds;
  readonly since?: number;
}

/** What is drawn near a place, for tools to snap to. */
export interface GroundView {
  readonly version: number;
  /** EPSG of the plane all of the land is drawn on. */
  readonly crs: number;
  /** There are more than are told: ask for a smaller box. */
  readonly more: boolean;
  /** All there is in the box; false: only what was touched since. */
  readonly whole: boolean;
  readonly tables: readonly GroundPart[];
}

interface GroundPart {
  readonly table: GroundName;
  /** Of the rows of the layer, in the order of the file. */
  readonly keys: readonly Key[];
  /** As people call them. */
  readonly ids: readonly string[];
  readonly layer: Layer;
  /** Touched since, and not in the box any more. */
  readonly gone: readonly Key[];
}

/** The plane of the land as it was opened, so that it stays the same one. */
const planes = new WeakMap<Layer, number>();
function planeOf({ land }: City): number {
  const { base } = land.table('parcel');
  const known = planes.get(base) ?? drawingPlane(base).epsg;
  planes.set(base, known);
  return known;
}

/** Boundaries that meet a box, all of them or those touched since a version. */
export function groundIn(city: City, { box, since }: GroundAsked): GroundView {
  const touched = since === undefined ? null : city.since(since);
  const parts = tables.map((table) => {
    const changed = touched && [...(touched.tables[table] ?? [])];
    const near = changed
      ? changed.filter((key) => meets(city.placed.box(table, key), box))
      : city.placed.near(table, box);
    const keys = near.toSorted(city.land.table(table).compare);
    const told = new Set(keys.slice(0, MOST_TOLD));
    return { part: partOf(city, table, [...told], changed?.filter((key) => !told.has(key)) ?? []), all: keys.length };
  });
  return {
    version: city.version,
    crs: planeOf(city),
    more: parts.some(({ all }) => all > MOST_TOLD),
    whole: touched === null,
    tables: parts.map(({ part }) => part),
  };
}

function partOf(city: City, table: GroundName, keys: readonly Key[], gone: readonly Key[]): GroundPart {
  const own = city.land.table(table);
  const ids = keys.map((key) => {
    const { id, name } = own.record(key)!;
    return table === 'building' ? (name ?? id) : id;
  });
  return { table, keys, ids, layer: own.picked(keys).layer, gone };
}

const meets = (own: Bounds | null, [west, south, east, north]: Bounds): boolean =>
  own !== null && own[0] <= east && own[2] >= west && own[1] <= north && own[3] >= south;
