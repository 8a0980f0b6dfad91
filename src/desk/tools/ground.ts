import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { toLonLat } from '../../domain/geodesy/zones.ts';
import { LiveBoxes } from '../../domain/geometry/boxes/live-boxes.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { boundsOf } from '../../domain/geometry/plane/project.ts';
import type { Key, TableName } from '../../domain/land/change.ts';
import { planeShape } from '../stored-shape.ts';
import type { Boundary, Ground, RecordRef } from './contract.ts';

/** The boundaries of one table, as it is opened. */
export interface GroundTable {
  readonly table: TableName;
  readonly layer: Layer;
  /** Of the rows; absent where they are the rows' numbers. */
  readonly keys?: readonly Key[];
}

interface Drawn {
  readonly layer: Layer;
  readonly row: number;
}

/** Straight lines of the plane bend in degrees: added on each side of a box, degrees and a share of its width. */
const SLACK_DEGREES = 1e-6;
const SLACK_SHARE = 0.005;
const MOST_KEPT = 20_000;

/**
 * What is drawn, for tools that look near a place: only what is near is put on the plane. It follows changes one record at
 * a time.
 */
export class LandGround implements Ground {
  readonly #crs: PlaneCrs;
  readonly #tables: readonly OneTable[];

  constructor(tables: readonly GroundTable[], crs: PlaneCrs) {
    this.#crs = crs;
    this.#tables = tables.map((table) => new OneTable(table, crs));
  }

  meeting(west: number, south: number, east: number, north: number): Boundary[] {
    const corners = [[west, south], [west, north], [east, south], [east, north]].map(([x, y]) => toLonLat(this.#crs, x, y)); // prettier-ignore
    const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
    const [w, s, e, n] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const slack = SLACK_DEGREES + SLACK_SHARE * Math.max(e - w, n - s);
    const box = [w - slack, s - slack, e + slack, n + slack] as const;
    return this.#tables.flatMap((table) => table.meeting(box));
  }

  /** The record now, on the plane; undefined where there is none. */
  boundary({ table, key }: RecordRef): Boundary | undefined {
    return this.#tables.find((one) => one.table === table)?.boundary(key);
  }

  /** A record's boundary was drawn anew (a layer of one feature), or it is gone. */
  set({ table, key }: RecordRef, shape: Layer | null): void {
    this.#tables.find((one) => one.table === table)?.set(key, shape);
  }
}

class OneTable {
  readonly table: TableName;
  readonly #layer: Layer;
  readonly #crs: PlaneCrs;
  readonly #boxes: LiveBoxes;
  readonly #rows: ReadonlyMap<Key, number> | null;
  readonly #changed = new Map<Key, Drawn | null>();
  readonly #known = new Map<Key, Boundary>();

  constructor({ table, layer, keys }: GroundTable, crs: PlaneCrs) {
    this.table = table;
    this.#layer = layer;
    this.#crs = crs;
    this.#rows = keys ? new Map(keys.map((key, row) => [key, row])) : null;
    const all = keys ?? Array.from({ length: layer.size }, (_, row) => row);
    this.#boxes = LiveBoxes.of(all, (row) => boxOf({ layer, row }));
  }

  meeting(box: readonly [number, number, number, number]): Boundary[] {
    const keys = this.#boxes.meeting(box).sort((p, q) => p - q);
    return keys.map((key) => this.boundary(key)).filter((found) => found !== undefined);
  }

  boundary(key: Key): Boundary | undefined {
    const known = this.#known.get(key);
    if (known) return known;
    const drawn = this.#drawn(key);
    if (!drawn) return undefined;
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    const boundary = { table: this.table, key, shape: planeShape(drawn.layer, drawn.row, this.#crs) };
    this.#known.set(key, boundary);
    return boundary;
  }

  set(key: Key, shape: Layer | null): void {
    const drawn = shape && { layer: shape, row: 0 };
    this.#changed.set(key, drawn);
    this.#known.delete(key);
    this.#boxes.set(key, drawn && boxOf(drawn));
  }

  #drawn(key: Key): Drawn | null {
    const changed = this.#changed.get(key);
    if (changed !== undefined) return changed;
    const row = this.#rows ? this.#rows.get(key) : key;
    return row === undefined || !(row < this.#layer.size) ? null : { layer: this.#layer, row };
  }
}

function boxOf({ layer, row }: Drawn): readonly [number, number, number, number] | null {
  const box = boundsOf(layer, row);
  return box.every(Number.isFinite) ? box : null;
}
