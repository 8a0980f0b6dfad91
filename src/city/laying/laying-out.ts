import { drawingOf, landToLay, type LandToLay, type LayingRefusal } from '../../desk/laying/laying.ts';
import { ownBounds } from '../../desk/laying/conditions.ts';
import { standsAgainst, tightestBound } from '../../desk/laying/limits.ts';
import type { LayingWishes } from '../../desk/laying/wishes.ts';
import type { Key } from '../../domain/land/change.ts';
import type { LandUses } from '../../domain/land/land-use.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import { mostPlotRatio } from '../../layout/bound.ts';
import { pricesOf, type WishPrice } from '../../layout/prices.ts';
import { layouts } from '../../layout/layouts.ts';
import type { Layout } from '../../layout/shape/layout.ts';
import type { City } from '../city.ts';
import { turnTaking } from '../turn-taking.ts';
import type { LaidLand, LaidOutView, OfferedLayout } from './view.ts';

export interface LayOutAsked {
  /** One, or several that adjoin. */
  readonly parcels: readonly Key[];
  readonly wishes: LayingWishes;
  /** So many of its layouts are known already. */
  readonly known: number;
}

/** Of which layout the prices of wishes are asked. */
export interface PricesAsked extends Pick<LayOutAsked, 'parcels' | 'wishes'> {
  readonly layout: Pick<Layout, 'family' | 'angleDeg'>;
}

/** Layouts of one piece of land by one set of wishes, made one after another. */
interface Search {
  readonly of: string;
  readonly land: LandToLay;
  readonly rest: Iterator<Layout>;
  readonly made: OfferedLayout[];
  isAll: boolean;
}

/**
 * 排布: one search at a time. Each question makes the next layout and answers with it, so that others are answered between
 * them; who asks of other land or by other wishes ends the search before.
 */
export class LayingOut {
  readonly #city: City;
  readonly #landUses: LandUses;
  #search: Search | null = null;

  constructor(city: City, landUses: LandUses) {
    this.#city = city;
    this.#landUses = landUses;
  }

  layOut({ parcels, wishes, known }: LayOutAsked): Result<LaidOutView, LayingRefusal> {
    const of = JSON.stringify([this.#city.version, parcels, wishes]);
    if (this.#search?.of !== of) {
      const begun = this.#begin(of, parcels, wishes);
      if (!begun.ok) return begun;
      this.#search = begun.value;
    }
    const search = this.#search;
    while (!search.isAll && search.made.length <= known) this.#step(search, wishes);
    const { land, made, isAll } = search;
    const most = isAll ? mostPlotRatio(land.site, land.conditions, wishes) : null;
    return ok({ land: this.#landOf(land), layouts: made.slice(known), isAll, mostPlotRatio: most });
  }

  /** What each wish costs a layout, one after another, so that others are answered between them. */
  async prices(
    { parcels, wishes, layout }: PricesAsked,
    signal?: AbortSignal,
  ): Promise<Result<readonly WishPrice[], LayingRefusal>> {
    const land = landToLay(this.#city.placed, parcels, wishes, this.#landUses);
    if (!land.ok) return land;
    const { site, conditions } = land.value;
    const takeTurns = turnTaking(signal);
    const prices: WishPrice[] = [];
    for (const price of pricesOf(site, conditions, wishes, layout)) {
      prices.push(price);
      await takeTurns();
    }
    return ok(prices);
  }

  #begin(of: string, parcels: readonly Key[], wishes: LayingWishes): Result<Search, LayingRefusal> {
    const land = landToLay(this.#city.placed, parcels, wishes, this.#landUses);
    if (!land.ok) return land;
    const { site, conditions } = land.value;
    return ok({ of, land: land.value, rest: layouts(site, conditions, wishes), made: [], isAll: false });
  }

  #step(search: Search, wishes: LayingWishes): void {
    const next = search.rest.next();
    if (next.done) {
      search.isAll = true;
      return;
    }
    const { land } = search;
    const layout = next.value;
    search.made.push({
      ...layout,
      tight: tightestBound(layout, land.conditions),
      against: layout.misses.map((miss) => standsAgainst(layout, miss, land.conditions, wishes)),
      intent: drawingOf(layout, land),
    });
  }

  #landOf({ parcels, site, sides, crs, conditions, buildings, countsUnlike }: LandToLay): LaidLand {
    const table = this.#city.land.table('building');
    const own = parcels.map(({ record }) => ownBounds(record));
    return {
      crs: crs.epsg,
      rings: site.rings,
      sides,
      conditions,
      countsUnlike,
      own: [...new Set(own.flat())],
      ownsParking: parcels.some(({ record }) => record.conditions?.parkingPer100M2 !== undefined),
      parcels: parcels.map(({ key, record: { id, name, parkId } }) => ({ key, id, name, parkId })),
      buildings: buildings.map(({ key, existing, isKept, parts }) => {
        const { id, name, storeys } = table.record(key)!;
        return { key, id, name, storeys, existing, isKept, rings: parts.map(({ ring }) => ring) };
      }),
    };
  }
}
