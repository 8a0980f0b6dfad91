import type { PlaneCrs } from '../geodesy/crs.ts';
import { nearest, sharedLength } from '../geometry/near/adjacency.ts';
import { SAGITTA_PER_M2 } from '../geometry/lines/bend.ts';
import { anyCovered, type Cover } from '../geometry/near/covered.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import { boxDistance, shortLinks } from '../geometry/near/links.ts';
import { outlineOf, type Outline } from '../geometry/plane/outline.ts';
import { zoneOfFeature } from '../geometry/plane/project.ts';
import { pairsNearby } from '../geometry/boxes/nearby.ts';
import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';
import type { Metres } from '../quantity/units.ts';
import type { SiteGap } from './facts.ts';
import type { Shelved } from './by-shelf.ts';
import { GroundMemory, type Remembering } from './ground-memory.ts';
import { memoized } from './memoized.ts';
import { placedLinks, type PlacedLinks } from './placed-links.ts';

/**
 * Parcels within this of each other over `siteBorderM` of border are one site; it bridges surveying noise, not a lane.
 * Both are met within 0.1 mm, the resolution of what is stored.
 */
const siteToleranceM = 0.5;
const siteBorderM = 1;
/** 隔路相邻: a road wider than this (the widest red line of a city road) separates more than a road. */
const widestRoadM = 100;
/** Links that differ by less are as long as each other: each of their four ends is stored to half of 0.1 mm east and north. */
const sameLengthM = 3 * COORDINATE_RESOLUTION_M;

/** Two parcels by their numbers. */
export type Pair = readonly [number, number];

/** Of a park drawn as parks are each parcel has dozens of others near it; of one piled up each has all. */
const mostPairs = 100_000;
const mostPairsEach = 100;

/** Whether so many parcels have few enough pairs even if each of them is near every other. */
export const areSurelyFew = (count: number): boolean => (count * (count - 1)) / 2 <= mostPairs;

/** See `Lie.pairs`. */
export const pairsOf = (layer: Layer, rows: readonly number[]): readonly Pair[] | null =>
  pairsNearby(layer, rows, widestRoadM + sameLengthM, Math.max(mostPairs, mostPairsEach * rows.length));

/** Rows of road parcels whose bounds meet a box in degrees. */
export type RoadsNear = (west: number, south: number, east: number, north: number) => readonly number[];

export type Apart = Pick<SiteGap, 'how' | 'distanceM'>;

/**
 * How the parcels of one layer lie to each other, by row. What has been asked is remembered: a park that is tried with
 * other parcels asks the same of most pairs again.
 */
export class Lie {
  readonly #layer: Layer;
  readonly #zones = new Map<number, PlaneCrs>();
  readonly #remembering: Pick<Remembering, 'memory' | 'parcel'>;

  constructor(layer: Layer, { memory, parcel }: Pick<Remembering, 'memory' | 'parcel'> = alone(layer)) {
    this.#layer = layer;
    this.#remembering = { memory, parcel };
  }

  /** A parcel on a plane. */
  readonly outline = (row: number, crs: PlaneCrs): Outline => {
    const { memory, parcel } = this.#remembering;
    const onPlane = memory.onPlanes.remembered(parcel(row), () => new Map<number, Outline>());
    return memoized(onPlane, crs.centralMeridian, () => outlineOf(this.#layer, row, crs));
  };

  /** Whether two parcels are of one site. */
  near(a: number, b: number): boolean {
    const reach = siteToleranceM + COORDINATE_RESOLUTION_M;
    const { one, other } = this.#pair(a, b);
    if (boxDistance(one, other) > reach) return false;
    const found = () => sharedLength(one, other, reach) >= siteBorderM - COORDINATE_RESOLUTION_M;
    return this.#remembering.memory.near.remembered(...this.#ordered(a, b), found);
  }

  /**
   * Pairs of places in `rows` near enough to be of one site or to lie across a road, in ascending order; null where so
   * many parcels are near each other that how they lie is not told.
   */
  pairs(rows: readonly number[]): readonly Pair[] | null {
    return pairsOf(this.#layer, rows);
  }

  /** How two sites are apart, given the rows of their parcels that are near each other: measured where they are nearest. */
  apart(pairs: readonly Pair[], roadsNear: RoadsNear): Apart {
    let distanceM = Infinity;
    for (const [p, q] of pairs) {
      const { one, other } = this.#pair(p, q);
      if (boxDistance(one, other) >= Math.min(distanceM, widestRoadM + sameLengthM)) continue;
      const found = () => Math.sqrt(nearest(one, other).squared);
      distanceM = Math.min(distanceM, this.#remembering.memory.apart.remembered(...this.#ordered(p, q), found));
    }
    if (distanceM <= siteToleranceM + COORDINATE_RESOLUTION_M) return { how: 'corner', distanceM };
    const isAcross = distanceM <= widestRoadM && this.#isAcross(pairs, distanceM, roadsNear);
    return { how: isAcross ? 'road' : 'apart', distanceM };
  }

  /**
   * 隔路相邻: some shortest link lies on road from end to end, as far as coordinates tell. Borders that run along each
   * other have many such links, and where a road is all there is between them there they are separated by it only.
   */
  #isAcross(pairs: readonly Pair[], distanceM: Metres, roadsNear: RoadsNear): boolean {
    const reach = distanceM + sameLengthM;
    for (const [p, q] of pairs) {
      const { one, other, crs } = this.#pair(p, q);
      if (boxDistance(one, other) > reach) continue;
      for (const { fan, edges, bounds } of this.#links(p, q, reach)) {
        const covers = roadsNear(...bounds).map((row) => this.#cover(row, crs));
        const atEnds = this.#bendM(one, edges[0]) + this.#bendM(other, edges[1]);
        if (covers.length > 0 && anyCovered(fan, covers, COORDINATE_RESOLUTION_M + atEnds)) return true;
      }
    }
    return false;
  }

  #links(p: number, q: number, reach: Metres): readonly PlacedLinks[] {
    const { memory, parcel } = this.#remembering;
    const found = () => {
      const { one, other, crs } = this.#pair(p, q);
      const links = shortLinks(one, other, reach).map((own) => placedLinks(own, crs));
      return { reach, links };
    };
    const short = memory.links.remembered(parcel(p), parcel(q), found, (known) => known.reach === reach);
    return short.links;
  }

  #cover(row: number, crs: PlaneCrs): Cover {
    const outline = this.outline(row, crs);
    // The ends of a link are stored as coarsely as the edge is.
    return { outline, slackOf: (k) => 2 * COORDINATE_RESOLUTION_M + this.#bendM(outline, k) };
  }

  /** An edge drawn in degrees may be meant straight there, where others were drawn up to it: so much it bends on the plane. */
  #bendM({ xy }: Outline, k: number): Metres {
    if (this.#layer.surveyed) return 0;
    return SAGITTA_PER_M2 * ((xy[k + 2] - xy[k]) ** 2 + (xy[k + 3] - xy[k + 1]) ** 2);
  }

  /** Two parcels on the plane of the one that comes first in the layer. */
  #pair(a: number, b: number): { readonly one: Outline; readonly other: Outline; readonly crs: PlaneCrs } {
    const first = Math.min(a, b);
    const crs = memoized(this.#zones, first, () => zoneOfFeature(this.#layer, first));
    return { one: this.outline(a, crs), other: this.outline(b, crs), crs };
  }

  #ordered(a: number, b: number): readonly [Shelved, Shelved] {
    const { parcel } = this.#remembering;
    return [parcel(Math.min(a, b)), parcel(Math.max(a, b))];
  }
}

const alone = (layer: Layer) => ({ memory: new GroundMemory(), parcel: (row: number) => ({ row, shelf: layer }) });
