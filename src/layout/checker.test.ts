import { expect, it } from 'vitest';
import { layouts } from './layouts.ts';
import type { Layout } from './shape/layout.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES } from './shape/settings.ts';
import type { Ring } from './shape/site.ts';
import { faultsOf } from './test-checker.ts';
import { invented } from './test-sites.ts';

const moved = (ring: Ring, east: number, north: number): Ring => ring.map(([x, y]) => [x + east, y + north]);

/** What is changed by hand, each so that it cannot be lawful. */
const mutations: Readonly<Record<string, (layout: Layout) => Partial<Layout>>> = {
  'a building over the boundary': ({ buildings: [one, ...rest] }) => ({
    buildings: [{ ...one, ring: moved(one.ring, 1000, 0) }, ...rest],
  }),
  'two buildings on one place': ({ buildings: [one, two, ...rest] }) => ({
    buildings: [one, { ...two, ring: one.ring, footprintM2: one.footprintM2 }, ...rest],
  }),
  'a building moved aside': ({ buildings }) => ({
    buildings: buildings.map((one, i) => ({ ...one, ring: moved(one.ring, i ? 0 : 9.5, i ? 0 : 9.5) })),
  }),
  'a storey that is not counted': ({ buildings: [one, ...rest] }) => ({
    buildings: [{ ...one, storeys: one.storeys + 1 }, ...rest],
  }),
  'cars on a building': ({ buildings, parking }) => ({ parking: [...parking, buildings[0].ring] }),
  'cars on cars': ({ parking }) => ({ parking: [...parking, parking[0]] }),
  'a road through a building': ({ buildings, roads }) => ({ roads: [...roads, buildings[0].ring] }),
  'a road beyond the land': ({ roads }) => ({ roads: [...roads, moved(roads[0], 3000, 0)] }),
  'no road at all': () => ({ roads: [] }),
  'a yard on a building': ({ buildings }) => ({ aprons: [buildings[0].ring] }),
  'another plot ratio': ({ figures }) => ({ figures: { ...figures, plotRatio: figures.plotRatio + 0.001 } }),
  'land taken twice': ({ figures }) => ({
    figures: { ...figures, taken: { ...figures.taken, roadsM2: figures.taken.roadsM2 + 1 } },
  }),
};

it.each(Object.entries(mutations))('the checker sees %s', (_, mutate) => {
  const site = invented(6);
  for (const layout of layouts(site, DEFAULT_CONDITIONS, DEFAULT_WISHES)) {
    if (layout.parking.length === 0) continue;
    expect(faultsOf(site, layout, DEFAULT_WISHES)).toEqual([]);
    expect(faultsOf(site, { ...layout, ...mutate(layout) }, DEFAULT_WISHES), layout.family).not.toEqual([]);
  }
});
