import type { PlaneCrs } from '../../../../domain/geodesy/crs.ts';
import { planeCrsOf } from '../../../../domain/geodesy/zones.ts';
import type { Bounds } from '../../../../domain/geometry/columns/bounds.ts';
import { layerLike, storedFeature } from '../../../../domain/geometry/edit/frame.ts';
import { boxOf } from '../../../../domain/geometry/edit/shapes.ts';
import type { Layer, Position } from '../../../../domain/geometry/columns/layer.ts';
import { LandGround, type Boundary, type Ground, type RecordRef } from '../../../../desk/tools/index.ts';
import { isInside } from '../../../../desk/tools/inside.ts';
import { metresPerPixel } from '../../../../map/scale.ts';
import type { MapView } from '../../../address/address.ts';
import type { GroundAnswer, SketchCalls } from '../asked.ts';
import { GroundNames } from './ground-names.ts';
import type { Guides } from './guides.svelte.ts';

/** Land is drawn on from this zoom: farther away one pixel is more than six metres. */
export const DRAWING_ZOOM = 14;
/** Around what is seen so much more is held, as a share of it. */
const MARGIN = 0.75;
const METRES_PER_DEGREE = 111_320;

/** What lies around the view of the map, for the tools: asked anew when the view leaves it, and what changed after a change. */
export class HeldGround implements Ground {
  crs = $state.raw<PlaneCrs | null>(null);
  /** Counts what it was filled or changed with. */
  filled = $state(0);
  /** There is more land in the view than is held. */
  cut = $state(false);
  /** 辅助线: snapped to as boundaries are. */
  readonly guides: readonly Boundary[] = $derived.by(() =>
    this.#guides.list.flatMap(({ crs, shape }, i) =>
      crs === this.crs?.epsg ? [{ table: 'zone' as const, key: -1 - i, shape }] : [],
    ),
  );
  #land: LandGround | null = null;
  /** 参考层: snapped to as boundaries are, and never under the pointer. */
  #references: readonly Layer[] = [];
  #referred: LandGround | null = null;
  #box: Bounds | null = null;
  #version = -1;
  readonly #names = new GroundNames();
  #asking: Promise<void> | null = null;
  /** Counts projects: what is told of the one before is not heard. */
  #opened = 0;
  #wanted: { readonly box: Bounds; readonly version: number } | null = null;
  readonly #calls: SketchCalls;
  readonly #guides: Pick<Guides, 'list'>;

  constructor(calls: SketchCalls, guides: Pick<Guides, 'list'> = { list: [] }) {
    this.#calls = calls;
    this.#guides = guides;
  }

  meeting(west: number, south: number, east: number, north: number): readonly Boundary[] {
    const land = this.#land?.meeting(west, south, east, north) ?? [];
    const guides = this.guides.filter(({ shape }) => {
      const [w, s, e, n] = boxOf(shape);
      return w <= east && e >= west && s <= north && n >= south;
    });
    const referred = this.#referred?.meeting(west, south, east, north) ?? [];
    return guides.length + referred.length > 0 ? [...land, ...guides, ...referred] : land;
  }

  /** What reference layers hold. */
  refer(layers: readonly Layer[]): void {
    this.#references = layers;
    this.#refer();
  }

  #refer(): void {
    const { crs } = this;
    const tables = this.#references.map((layer, n) => ({
      table: 'zone' as const,
      layer,
      // Keys no record has; guides count down from -1.
      keys: Array.from({ length: layer.size }, (_, row) => -1e6 * (n + 1) - row),
    }));
    this.#referred = crs && tables.length > 0 ? new LandGround(tables, crs) : null;
    this.filled++;
  }

  boundary(ref: RecordRef): Boundary | null {
    return this.#land?.boundary(ref) ?? null;
  }

  /** What a record is called by people; '' for a guide, and for what is not held. */
  idOf(ref: RecordRef): string {
    return this.#names.of(ref);
  }

  /** It was there and is there no more; where it left the box it counts as gone too, until it is told of again. */
  isGone(ref: RecordRef): boolean {
    return this.#names.isGone(ref);
  }

  /** The record a place lies in, buildings before the parcels they stand on. */
  under(at: Position, tables: readonly RecordRef['table'][]): Boundary | null {
    const here = this.#land?.meeting(at[0], at[1], at[0], at[1]) ?? [];
    const found = here.filter(({ table, shape }) => tables.includes(table) && isInside(shape, at));
    return found.find(({ table }) => table === 'building') ?? found[0] ?? null;
  }

  /** The map shows another place, or the land is another by now. */
  look(view: MapView, size: { readonly width: number; readonly height: number }, version: number): Promise<void> {
    if (view.zoom < DRAWING_ZOOM) return Promise.resolve();
    const seen = boxAround(view, size, 0);
    const isHeld = this.#box !== null && holds(this.#box, seen);
    if (isHeld && version === this.#version) return Promise.resolve();
    this.#wanted = { box: isHeld ? this.#box! : boxAround(view, size, MARGIN), version };
    return (this.#asking ??= this.#ask());
  }

  /** Another project is open. */
  clear(): void {
    this.#opened++;
    this.#land = this.#box = this.#wanted = null;
    this.#version = -1;
    this.#names.clear();
    this.crs = null;
    this.filled++;
  }

  async #ask(): Promise<void> {
    while (this.#wanted) {
      const { box } = this.#wanted;
      const opened = this.#opened;
      this.#wanted = null;
      const isHeld = box === this.#box;
      const asked = isHeld ? { box, since: this.#version } : { box };
      const told = await this.#calls.ground(asked).catch(() => null);
      if (told && opened === this.#opened) this.#hear(told, box);
    }
    this.#asking = null;
  }

  #hear(told: GroundAnswer, box: Bounds): void {
    const crs = planeCrsOf(told.crs);
    if (!crs) return;
    const isOther = crs.epsg !== this.crs?.epsg;
    if (told.whole || isOther || !this.#land) {
      const tables = told.tables.map(({ table, keys, layer }) => ({ table, keys, layer }));
      this.#land = new LandGround(tables, crs);
    } else this.#patch(told);
    this.#names.hear(told);
    this.#box = box;
    this.#version = told.version;
    this.cut = told.more;
    if (isOther) {
      this.crs = crs;
      this.#refer();
    }
    this.filled++;
  }

  #patch({ tables }: GroundAnswer): void {
    for (const { table, keys, layer, gone } of tables) {
      for (const key of gone) this.#land!.set({ table, key }, null);
      for (let row = 0; row < layer.size; row++)
        this.#land!.set({ table, key: keys[row] }, layerLike(layer, [storedFeature(layer, row)]));
    }
  }
}

function boxAround({ lon, lat, zoom }: MapView, size: { width: number; height: number }, margin: number): Bounds {
  const perPixel = metresPerPixel(lat, zoom);
  const north = ((0.5 + margin) * size.height * perPixel) / METRES_PER_DEGREE;
  const east = ((0.5 + margin) * size.width * perPixel) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  return [lon - east, lat - north, lon + east, lat + north];
}

const holds = ([w, s, e, n]: Bounds, [west, south, east, north]: Bounds): boolean =>
  w <= west && s <= south && e >= east && n >= north;
