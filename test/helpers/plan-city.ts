import { bytes, collection, jurisdiction, parcel, rectangle } from './city.ts';

/* A county with a little free land, of which plans are made in no time: six pairs of parcels that touch, 60 亩 each. */

export const PLAN_DAY = '2026-11-28';
export const PAIRS = 6;

const free = { parkId: undefined, status: 'vacant', readyYear: 2026, suitability: 60 };

/** `A0` and `B0` are a park of 120 亩, `A1` and `B1` another; the later, the dearer. */
export const planCity = {
  name: 'plan.geojson',
  bytes: bytes(
    collection(
      jurisdiction({ code: '410181', name: '甲县', category: 'county' }),
      ...Array.from({ length: PAIRS }, (_, i) => [
        parcel(`A${i}`, rectangle(700 * i, 0, 200, 200), { ...free, costWan: 1000 + 100 * i }),
        parcel(`B${i}`, rectangle(700 * i + 200, 0, 200, 200), { ...free, costWan: 1000 + 100 * i }),
      ]).flat(),
    ),
  ),
};
