import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../../client/client.ts';
import { uiTexts } from '../../../../texts/ui/index.ts';
import type { OfferedBuilding } from './asked.ts';
import { Laying, type LayingPage } from './laying.svelte.ts';

interface Asked {
  readonly parcels: readonly number[];
  readonly wishes: { readonly kept: unknown; readonly bayM: number; readonly locked: unknown };
  readonly known: number;
}

/** A panel whose city makes three layouts of any land, each when it is asked for. */
function opened(park: { key: number } | null = { key: 3 }, families = ['bars', 'plates', 'high']) {
  const asked: Asked[] = [];
  const tried: unknown[] = [];
  const done: unknown[] = [];
  const held: string[] = [];
  const begun: number[] = [];
  const layout = (family: string, bayM: number, i: number) => ({
    family,
    buildings: [],
    misses: i === 0 ? [{ what: 'places' }] : [],
    figures: { plotRatio: 1 + i, green: 0.1, places: 1, placesWanted: 1 },
    intent: { do: 'draw-buildings', family, bayM },
  });
  const client = {
    layOut: async (own: Asked) => {
      asked.push(own);
      return {
        ok: true,
        value: {
          land: { sides: page.sides, parcels: own.parcels.map((key) => ({ key, parkId: 'P1' })), buildings: [{ key: 7, existing: true }, { key: 8, existing: false }] }, // prettier-ignore
          layouts: families.slice(own.known, own.known + 1).map((f) => layout(f, own.wishes.bayM, own.known)),
          isAll: own.known + 1 === families.length,
          mostPlotRatio: null,
        },
      };
    },
  };
  const priced: unknown[] = [];
  Object.assign(client, {
    layoutPrices: async (own: unknown) => {
      priced.push(own);
      return { ok: true, value: [{ wish: 'bay', withM2: 90, withoutM2: 100 }] };
    },
  });
  const page = {
    /** North, east, south, west. */
    sides: [0, 90, 180, 270].map((facingDeg) => ({ at: [0, 0], facingDeg })) as unknown[],
    open: { opening: 1, project: { version: 0 } },
    park,
    settings: { texts: uiTexts.zh },
    announcement: '',
    floors: { close: () => undefined },
    inspecting: {
      lines: {
        parcels: [{ key: 1, planeM2: 5 }, { key: 2, planeM2: 9 }],
        buildings: [{ key: 7, existing: true, parcels: [2] }, { key: 8, existing: false, parcels: [1] }],
      },
    },
    scenarios: {
      hand: 3,
      close: () => undefined,
      begin: async () => {
        begun.push(done.length);
        page.scenarios.hand++;
        return true;
      },
      giveUp: async (own: number, of: number) => void begun.push(own, -of),
    },
    selectPark: (id: string) => held.push(id),
    sketch: {
      selected: [] as { table: string; key: number }[],
      try: (intent: unknown) => tried.push(intent),
      do: async (intent: unknown) => (done.push(intent), { ok: true, value: {} }),
    },
  }; // prettier-ignore
  const own = new Laying(page as unknown as LayingPage, client as unknown as Client);
  return { own, page, asked, priced, tried, done, held, begun };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
/** What was asked for is there. */
const rest = () => vi.advanceTimersByTimeAsync(500);

describe('the land that is laid out', () => {
  it('has what is wished of single sides on these sides, by whatever numbers, once its boundary is another', async () => {
    const { own, page, asked } = opened();
    own.open();
    await rest();
    own.wish({ sideSetbacksM: { 1: 10, 3: 8 }, entranceSide: 2 });
    await rest();
    page.open.project = { version: 1 };
    own.follow();
    await rest();
    expect(asked.at(-1)!.wishes).toMatchObject({ sideSetbacksM: { 1: 10, 3: 8 }, entranceSide: 2 });
    // A corner more in the north, and the west is cut off.
    page.sides = [0, 20, 90, 180].map((facingDeg) => ({ at: [0, 0], facingDeg }));
    page.open.project = { version: 2 };
    own.follow();
    await rest();
    expect(asked.at(-1)!.wishes).toMatchObject({ entranceSide: 3 });
    expect(own.wishes.sideSetbacksM).toEqual({ 2: 10 });
    expect(own.gone).toHaveLength(1);
    // The cut is undone.
    page.sides = [0, 90, 180, 270].map((facingDeg) => ({ at: [0, 0], facingDeg }));
    page.open.project = { version: 3 };
    own.follow();
    await rest();
    expect(asked.at(-1)!.wishes).toMatchObject({ sideSetbacksM: { 1: 10, 3: 8 }, entranceSide: 2 });
    expect(own.gone).toEqual([]);
  });

  it('has what was wished of its sides again when it is laid out after other land, or opened again', async () => {
    const { own, page } = opened();
    own.open();
    await rest();
    own.wish({ sideSetbacksM: { 1: 10 }, entranceSide: 2 });
    await rest();
    const { sides } = page;
    page.sides = [10, 100].map((facingDeg) => ({ at: [900, 0], facingDeg }));
    own.toggleParcel(1);
    await rest();
    expect([own.wishes.sideSetbacksM, own.gone]).toEqual([{}, []]);
    page.sides = sides;
    own.toggleParcel(1);
    await rest();
    expect(own.wishes).toMatchObject({ sideSetbacksM: { 1: 10 }, entranceSide: 2 });
    own.close();
    own.open();
    await rest();
    expect(own.wishes).toMatchObject({ sideSetbacksM: { 1: 10 }, entranceSide: 2 });
    own.wishUsual();
    await rest();
    own.open();
    await rest();
    expect(own.wishes).toMatchObject({ sideSetbacksM: {}, entranceSide: null });
  });

  it('is what is selected, the parcels of selected buildings, or the largest parcel of the park', () => {
    const { own, page } = opened();
    expect(own.offered).toEqual([2]);
    page.sketch.selected = [{ table: 'building', key: 8 }];
    expect(own.offered).toEqual([1]);
    page.sketch.selected = [{ table: 'parcel', key: 2 }, { table: 'parcel', key: 1 }]; // prettier-ignore
    expect(own.offered).toEqual([2, 1]);
  });

  it('keeps what was there, and with it the buildings that are selected', async () => {
    const { own, page, asked } = opened();
    own.open();
    await rest();
    expect(asked[0]).toMatchObject({ parcels: [2], wishes: { kept: 'existing' } });
    page.sketch.selected = [{ table: 'building', key: 8 }];
    own.open();
    await rest();
    expect(asked.at(-1)).toMatchObject({ parcels: [1], wishes: { kept: [7, 8] } });
    own.keep(7, false);
    await rest();
    expect(asked.at(-1)!.wishes.kept).toEqual([8]);
    // One after the other, before there is an answer to the first.
    own.keepAll(true);
    own.keep(8, false);
    await rest();
    expect(asked.at(-1)!.wishes.kept).toEqual([7]);
    own.keep(8, true);
    own.keep(7, false);
    await rest();
    expect(asked.at(-1)!.wishes.kept).toEqual([8]);
  });
});

describe('layouts', () => {
  it('come one after another; the first is shown at once, in the end the best, and the park of the land is in hand', async () => {
    const { own, asked, tried, held, page } = opened(null);
    own.open();
    await rest();
    expect(asked.map(({ known }) => known)).toEqual([0, 1, 2]);
    expect(tried[0]).toMatchObject({ family: 'bars' });
    expect(own.picked?.family).toBe('high');
    expect(own.ranked.map(({ layout }) => layout.family)).toEqual(['high', 'plates', 'bars']);
    expect(held[0]).toBe('P1');
    expect(page.announcement).toBe('排出 3 种方案。');
  });

  it('follow a wish once it rests, and the kind that was picked stays looked at', async () => {
    const { own, asked, tried } = opened();
    own.open();
    await rest();
    own.pick(own.layouts[0]);
    const before = asked.length;
    own.wish({ bayM: 8 });
    own.wish({ bayM: 8.4 });
    expect(own.search.isMaking).toBe(true);
    expect(own.layouts).toHaveLength(3);
    await rest();
    expect(asked.slice(before).map(({ wishes }) => wishes.bayM)).toEqual([8.4, 8.4, 8.4]);
    expect(tried.at(-1)).toMatchObject({ family: 'bars', bayM: 8.4 });
    own.wishUsual();
    await rest();
    expect(tried.at(-1)).toMatchObject({ family: 'bars', bayM: 6 });
  });

  it('stay looked at where the second of a kind was picked, while more are made and when a wish changes', async () => {
    const { own } = opened(undefined, ['bars', 'high', 'high', 'plates']);
    own.open();
    await rest();
    own.pick(own.layouts[2]);
    own.wish({ bayM: 8 });
    await rest();
    expect(own.layouts.indexOf(own.picked!)).toBe(2);
    own.pick(own.layouts[1]);
    own.wish({ bayM: 9 });
    await rest();
    expect(own.layouts.indexOf(own.picked!)).toBe(1);
  });

  it('stay looked at where a building is locked before the second of the kind has come again', async () => {
    const { own } = opened(undefined, ['bars', 'high', 'high', 'plates']);
    own.open();
    await rest();
    own.pick(own.layouts[2]);
    own.wish({ bayM: 8 });
    vi.advanceTimersByTime(200);
    while (own.layouts.length !== 2) await Promise.resolve();
    expect(own.layouts.indexOf(own.picked!)).toBe(1);
    own.lock({ ring: [], storeys: 3 } as unknown as OfferedBuilding);
    await rest();
    expect(own.layouts).toHaveLength(4);
    expect(own.layouts.indexOf(own.picked!)).toBe(2);
  });

  it('are made again round buildings that are locked, until these are unlocked or what stays of the land is another', async () => {
    const { own, asked } = opened();
    own.open();
    await rest();
    own.pick(own.layouts[0]);
    const hall = (x: number) => ({ ring: [[x, 0], [x + 9, 0], [x + 9, 9], [x, 9]], storeys: 3 }) as unknown as OfferedBuilding; // prettier-ignore
    const locked = () => asked.at(-1)!.wishes.locked;
    own.lock(hall(0));
    await rest();
    expect(own.picked?.family).toBe('bars');
    // Found again where rounding puts it.
    expect(own.isLocked(hall(1e-4))).toBe(true);
    own.lock(hall(50));
    await rest();
    expect(locked()).toEqual([hall(0), hall(50)]);
    own.wishUsual();
    own.lock(hall(1e-4));
    await rest();
    expect(locked()).toEqual([hall(50)]);
    own.keepAll(false);
    await rest();
    expect(locked()).toEqual([]);
  });

  it('have the price of each wish once they are made, of the one that is looked at', async () => {
    const { own, priced } = opened();
    own.open();
    await rest();
    expect(priced).toMatchObject([{ parcels: [2], layout: { family: 'high' } }]);
    expect([own.prices.of('bay'), own.prices.of('mainRoad')]).toMatchObject([{ withM2: 90, withoutM2: 100 }, null]);
    own.wish({ bayM: 9 });
    expect(own.prices.of('bay')).toBeNull();
    await rest();
    own.pick(own.layouts[0]);
    expect(priced.at(-1)).toMatchObject({ wishes: { bayM: 9 }, layout: { family: 'bars' } });
  });

  it('stop being made when a person says so: those that are there stay, and it is gone on from them', async () => {
    const { own, asked, page, priced } = opened();
    own.open();
    vi.advanceTimersByTime(0);
    while (own.layouts.length < 2) await Promise.resolve();
    own.stop();
    await rest();
    expect([own.layouts.length, own.search.isMaking, own.search.isStopped, own.search.isDone]).toEqual([
      2,
      false,
      true,
      false,
    ]);
    expect(page.announcement).toBe('已停止，先排出 2 种方案。');
    expect(priced).toHaveLength(1);
    const before = asked.length;
    own.goOn();
    // Prices are of the one that was looked at then: another may be picked before they come again.
    expect(own.prices.all).toEqual([]);
    await rest();
    expect(asked.slice(before).map(({ known }) => known)).toEqual([2]);
    expect([own.layouts.length, own.search.isStopped, own.search.isDone]).toEqual([3, false, true]);
  });

  it('of wishes of before are gone where it is stopped before the first one by those of now', async () => {
    const { own, asked, tried } = opened();
    own.open();
    await rest();
    own.wish({ bayM: 9 });
    own.stop();
    await rest();
    expect([own.layouts, own.picked, tried.at(-1)]).toEqual([[], null, null]);
    expect(own.land).not.toBeNull();
    const before = asked.length;
    own.goOn();
    await rest();
    expect(asked.slice(before).map(({ wishes, known }) => [wishes.bayM, known])).toEqual([[9, 0], [9, 1], [9, 2]]); // prettier-ignore
  });

  it('are ranked anew by other weights without being made again', async () => {
    const { own, asked } = opened();
    own.open();
    await rest();
    own.weights = { plotRatio: 0, low: 1, green: 1, places: 1, plates: 1, few: 1 };
    expect(own.ranked.map(({ layout }) => layout.family)).toEqual(['plates', 'high', 'bars']);
    expect(asked).toHaveLength(3);
  });

  it('are taken as what they would do, and the panel is shut', async () => {
    const { own, done, tried } = opened();
    own.open();
    await rest();
    await own.take(own.layouts[1]);
    expect(done).toEqual([own.layouts[1].intent]);
    expect(own.isOpen).toBe(false);
    expect(tried.at(-1)).toBeNull();
  });

  it('are taken in a scenario of their own where that is wished: it is begun first', async () => {
    const { own, done, begun } = opened();
    own.open();
    await rest();
    expect(await own.takeAsScenario(own.layouts[0])).toBe(true);
    expect([begun, done]).toEqual([[0], [own.layouts[0].intent]]);
  });

  it('leave no scenario behind where one cannot be taken', async () => {
    const { own, page, begun } = opened();
    own.open();
    await rest();
    // Someone goes elsewhere meanwhile: that one is not meant.
    page.sketch.do = async () => ((page.scenarios.hand = 1), { ok: false, value: {} });
    own.pick(own.layouts[0]);
    expect(await own.takeAsScenario(own.layouts[0])).toBe(false);
    expect([begun, own.isOpen]).toEqual([[0, 4, -3], true]);
    expect(own.refused).toBe(own.layouts[0]);
    own.pick(own.layouts[1]);
    expect(own.refused).toBeNull();
    page.scenarios.begin = async () => false;
    await own.takeAsScenario(own.layouts[1]);
    expect(own.refused).toBe(own.layouts[1]);
    // Where the panel is shut by then nothing stands beside its buttons: it is told elsewhere.
    const late = own.takeAsScenario(own.layouts[1]);
    own.close();
    await late;
    expect(own.refused).toBeNull();
  });

  it('are made anew when the land is another, and are no more of another project', async () => {
    const { own, page, asked } = opened();
    own.open();
    own.follow();
    await rest();
    expect(asked).toHaveLength(3);
    page.open.project = { version: 1 };
    own.follow();
    await rest();
    expect(asked).toHaveLength(6);
    page.open.opening = 2;
    own.follow();
    expect(own.isOpen).toBe(false);
  });
});
