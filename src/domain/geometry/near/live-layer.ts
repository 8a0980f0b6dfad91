import type { PlaneCrs } from '../../geodesy/crs.ts';
import type { Metres } from '../../quantity/units.ts';
import { adjoin } from './adjacency.ts';
import { LayerBuilder } from '../columns/builder.ts';
import { BoxGrid } from '../boxes/grid.ts';
import { SharesOf, type Share } from '../overlay/holder.ts';
import type { Layer, MultiPolygon } from '../columns/layer.ts';
import { areasOf, type Areas } from '../measure/measures.ts';
import { NearTest, reachOf } from './near-test.ts';
import type { Outline } from '../plane/outline.ts';
import { outlineAt, planeColumns, type PlaneColumns } from '../plane/plane-columns.ts';

export interface LiveOptions {
  /** The one plane on which neighbours and shares are taken. */
  readonly crs: PlaneCrs;
  /** Features at most this far apart are near; borders within it run along each other. */
  readonly toleranceM: Metres;
  /** Features that share at least so much border adjoin. */
  readonly minBorderM: Metres;
  /** Another layer (townships, zones) whose shares of each feature are wanted. */
  readonly over?: Layer;
}

/** How a feature stands to the others, as `nearPairs`, `adjacentPairs` and `holdersOf` say of the whole layer. */
export interface Standing {
  /** Null without geometry. */
  readonly areas: Areas | null;
  /** Rows at most the tolerance away, ascending. */
  readonly near: readonly number[];
  /** Rows it adjoins, ascending. */
  readonly adjoining: readonly number[];
  /** Its ground in the other layer, by row; empty without one. */
  readonly shares: readonly Share[];
}

export interface LiveEdit extends Standing {
  readonly row: number;
  /** Other rows, ascending, that were or are near it or adjoin it: what `standing` says of them may be new. */
  readonly touched: readonly number[];
}

/** Where the geometry of a feature is: a layer, its columns on the plane, and the row there. */
interface Source {
  readonly layer: Layer;
  readonly columns: PlaneColumns;
  readonly at: number;
}

/**
 * A layer under the hand of someone who draws. Its columns and their grid stay as they are; an edited feature lives
 * beside them in columns of its own and is looked up by its box, so an edit costs what its own surroundings cost. Rows
 * keep their numbers: a removed feature stays as one without geometry. Geometry is taken as it comes: ask `problemsOf`
 * first. Projecting the layer is the cost of making one; with tens of thousands of edits make a new one.
 */
export class LiveLayer {
  readonly #base: Layer;
  readonly #columns: PlaneColumns;
  readonly #grid: BoxGrid;
  readonly #options: LiveOptions;
  readonly #test: NearTest;
  readonly #over: SharesOf | null;
  readonly #edited = new Map<number, Source>();
  readonly #found: number[] = [];
  #size: number;

  constructor(layer: Layer, options: LiveOptions) {
    this.#base = layer;
    this.#columns = planeColumns(layer, options.crs);
    this.#grid = new BoxGrid(this.#columns.boxes);
    this.#options = options;
    this.#test = new NearTest(options.toleranceM);
    this.#over = options.over ? new SharesOf(planeColumns(options.over, options.crs)) : null;
    this.#size = layer.size;
  }

  /** Rows, removed ones included. */
  get size(): number {
    return this.#size;
  }

  /**
   * Gives row f another geometry, degrees; null removes it. In a surveyed layer it comes in metres too, vertex for
   * vertex. Bad input (RangeError) changes nothing.
   */
  replace(f: number, geometry: MultiPolygon | null, surveyed?: MultiPolygon | null): LiveEdit {
    if (!(f >= 0 && f < this.#size)) throw new RangeError(`no row ${f}`);
    return this.#put(f, geometry, surveyed);
  }

  remove(f: number): LiveEdit {
    return this.replace(f, null);
  }

  /** A new feature, in the row after the last. */
  add(geometry: MultiPolygon | null, surveyed?: MultiPolygon | null): LiveEdit {
    return this.#put(this.#size, geometry, surveyed);
  }

  /** What a layer made anew of the present features would say of row f. */
  standing(f: number): Standing {
    const { layer, columns, at } = this.#source(f);
    if (layer.partStart[at] === layer.partStart[at + 1]) return { areas: null, near: [], adjoining: [], shares: [] };
    return { areas: areasOf(layer, at), ...this.#neighbours(f), shares: this.#over?.of(columns, at) ?? [] };
  }

  #put(f: number, geometry: MultiPolygon | null, surveyed: MultiPolygon | null | undefined): LiveEdit {
    const layer = new LayerBuilder(this.#base.surveyed?.crs).add(geometry, surveyed).build();
    const before = f < this.#size ? this.#neighbours(f) : { near: [], adjoining: [] };
    this.#edited.set(f, { layer, columns: planeColumns(layer, this.#options.crs), at: 0 });
    this.#size = Math.max(this.#size, f + 1);
    const now = this.standing(f);
    const touched = new Set([...before.near, ...before.adjoining, ...now.near, ...now.adjoining]);
    return { row: f, ...now, touched: [...touched].sort((a, b) => a - b) };
  }

  #source(f: number): Source {
    return this.#edited.get(f) ?? { layer: this.#base, columns: this.#columns, at: f };
  }

  #neighbours(f: number): Pick<Standing, 'near' | 'adjoining'> {
    const { toleranceM, minBorderM } = this.#options;
    const outlines = new Map<number, Outline>();
    const outline = (row: number): Outline => {
      const { columns, at } = this.#source(row);
      if (!outlines.has(row)) outlines.set(row, outlineAt(columns, at));
      return outlines.get(row)!;
    };
    const around = this.#around(f);
    return {
      near: around.filter((g) => this.#near(Math.min(f, g), Math.max(f, g))),
      // The border of the one along the other: which is which is as in `adjacentPairs`.
      adjoining: around.filter((g) => adjoin(outline(Math.min(f, g)), outline(Math.max(f, g)), toleranceM, minBorderM)),
    };
  }

  #near(f: number, g: number): boolean {
    const [a, b] = [this.#source(f), this.#source(g)];
    return this.#test.near(a.columns, a.at, b.columns, b.at);
  }

  /** Other rows whose boxes come within reach of row f's, ascending. */
  #around(f: number): number[] {
    const { columns, at } = this.#source(f);
    const reach = reachOf(this.#options.toleranceM);
    const [west, south, east, north] = columns.boxes.subarray(4 * at, 4 * at + 4);
    if (!(west <= east)) return [];
    const box = [west - reach, south - reach, east + reach, north + reach] as const;
    const count = this.#grid.meeting(...box, this.#found);
    const rows = this.#found.slice(0, count).filter((g) => !this.#edited.has(g));
    for (const [row, { columns: own }] of this.#edited) if (meets(own.boxes, box)) rows.push(row);
    return rows.filter((g) => g !== f).sort((a, b) => a - b);
  }
}

const meets = (boxes: Float64Array, [west, south, east, north]: readonly [number, number, number, number]): boolean =>
  boxes[0] <= east && boxes[2] >= west && boxes[1] <= north && boxes[3] >= south;
