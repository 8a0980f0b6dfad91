import { describe, expect, it } from 'vitest';
import { layouts } from './layouts.ts';
import { pricesOf, PRICED_WISHES, type PricedWish } from './prices.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES, type LayoutConditions, type LayoutWishes } from './shape/settings.ts';
import type { LayoutSite } from './shape/site.ts';
import { invented, siteOf } from './test-sites.ts';

/* Land of 100 × 102 m with no setbacks: of rows 24 m deep with gaps of 10 m three fit, with 14 m too, with 20 m two. */
const land = siteOf([[[0, 0], [100.1, 0], [100.1, 102.1], [0, 102.1]]], 0); // prettier-ignore
const conditions: LayoutConditions = { ...DEFAULT_CONDITIONS, density: { min: null, max: null } };
const bare: LayoutWishes = {
  ...DEFAULT_WISHES,
  barDepthsM: [24],
  plateDepthsM: [],
  mainRoadM: 0,
  aligned: false,
  amenity: { ...DEFAULT_WISHES.amenity, floorShare: 0 },
};
const bars = { family: 'bars', angleDeg: 0 } as const;
const priceOf = (site: LayoutSite, wishes: LayoutWishes, wish: PricedWish, by = conditions) =>
  [...pricesOf(site, by, wishes, bars)].find((one) => one.wish === wish) ?? null;
function price(wish: PricedWish, wishes: Partial<LayoutWishes>) {
  const told = priceOf(land, { ...bare, ...wishes }, wish);
  return (
    told && {
      wish,
      ...(told.isWished ? {} : { isWished: false }),
      withM2: Math.round(told.withM2),
      withoutM2: Math.round(told.withoutM2),
    }
  );
}

describe('the price of a wish', () => {
  it('is the floor area that fits without it and not with it, as reckoned by hand', () => {
    // A row is one building of 96 m, four storeys under 24 m.
    const row = 96 * 24 * 4;
    expect(price('fireLane', { rowGapM: 20 })).toEqual({ wish: 'fireLane', withM2: 2 * row, withoutM2: 3 * row });
    expect(price('fireLane', { rowGapM: 14 })).toMatchObject({ withM2: 3 * row, withoutM2: 3 * row });
    // Not wished for, it is told what it would cost: with a lane of 14 m rows lie 24 m apart.
    expect(price('fireLane', {})).toMatchObject({ isWished: false, withM2: 3 * row, withoutM2: 3 * row });
    expect(price('fireLane', { laneM: 14 })).toMatchObject({ isWished: false, withM2: 2 * row, withoutM2: 3 * row });
    // Bays of 9 m make 90 m of it; by the metre it is 96, the longest.
    expect(price('bay', { bayM: 9 })).toMatchObject({ withM2: (3 * row * 90) / 96, withoutM2: 3 * row });
    // A fifth storey is over 24 m: rows 13 m apart, and three of them still.
    expect(price('storeys', {})).toMatchObject({ withM2: 3 * row, withoutM2: (3 * row * 5) / 4 });
    expect(price('aprons', { apronM: 34 })).toMatchObject({ withM2: 2 * row, withoutM2: 3 * row });
  });

  it('is null of what is not wished for, and never below nothing', () => {
    for (const wish of ['alignment', 'mainRoad', 'aprons', 'depths', 'amenity'] as const)
      expect(price(wish, {}), wish).toBeNull();
    const bound = { ...conditions, heightM: { min: null, max: 24 } };
    expect(priceOf(land, bare, 'storeys', bound)).toBeNull();
    const told = [...pricesOf(invented(5), DEFAULT_CONDITIONS, { ...DEFAULT_WISHES, apronM: 16 }, bars)];
    expect(told.map(({ wish }) => wish)).toEqual(PRICED_WISHES);
    for (const { wish, withM2, withoutM2 } of told) expect(withoutM2, wish).toBeGreaterThanOrEqual(withM2);
  });

  it('is of the best of all families, bars along slanted sides among them: no layout as high holds more', () => {
    const none = { min: null, max: null };
    const wishes = { ...DEFAULT_WISHES, plotRatio: 100, barDepthsM: [24], plateDepthsM: [] };
    const parkingPerHundredM2 = { production: 0, amenity: 0 };
    const free = { ...DEFAULT_CONDITIONS, plotRatio: none, density: none, coefficient: none, green: none, parkingPerHundredM2 }; // prettier-ignore
    const seen = new Set<string>();
    for (const seed of [15, 31, 64])
      for (const layout of layouts(invented(seed), free, wishes)) {
        const [price] = pricesOf(invented(seed), free, wishes, layout);
        expect(price.withM2, `${seed} ${layout.family}`).toBeGreaterThanOrEqual(layout.figures.floorM2 - 1);
        seen.add(layout.family);
      }
    expect([...seen]).toContain('fronted');
  });
});
