import type { Feature, FeatureCollection } from 'geojson';
import { building, collection, industrial, jurisdiction, parcel, park, rectangle } from '../helpers/city.ts';

/** Two parks that are published, one of two sites, with a neighbour, a plan of supply and land that is flagged. */
export function smallCity(...more: readonly Feature[]): FeatureCollection {
  const plan = (fields: object): Feature =>
    ({ type: 'Feature', properties: fields, geometry: null }) as unknown as Feature;
  return {
    ...collection(
      jurisdiction({ code: '410181', name: '测试区', category: 'district' }),
      {
        type: 'Feature',
        properties: { kind: 'township', id: '410181001', code: '410181001', name: '测试镇', districtCode: '410181' },
        geometry: { type: 'Polygon', coordinates: [rectangle(-500, -500, 4000, 3000)] },
      },
      park({ id: 'P1', name: '长庚装备园', stage: 'operating', address: '测试镇一号路 1 号', freeAreaM2: 1200, contactPhone: '000-00000001', industries: ['智能装备'] }), // prettier-ignore
      parcel('A1', rectangle(0, 0, 311.123, 222.456), { parkId: 'P1', status: 'in-use' }),
      building('A1-1', 'A1', rectangle(20, 20, 120, 80), { storeys: 3, floorAreaM2: 28_800, storeyHeightM: 4.5 }),
      parcel('A2', rectangle(900, 0, 200.5, 150.25), { parkId: 'P1', status: 'in-use', statedAreaM2: 30_125.13 }),
      park({ id: '园 二', name: '听涛服务园', parkType: 'service', stage: 'building', nameEn: 'Tingtao Service Park' }),
      parcel('B1', rectangle(0, 900, 180, 150), { parkId: '园 二' }),
      parcel('C1', rectangle(500, 900, 100, 100), { parkId: undefined, status: 'idle', flagPublished: true }),
      parcel('C2', rectangle(700, 900, 90, 100), { parkId: undefined, status: 'in-use' }),
      plan({ kind: 'supplyPlan', id: 'PL1', name: '已公布的计划', year: 2026, version: 1, uses: 'planning-guide-2023', states: [{ state: 'submitted', on: '2026-02-01' }, { state: 'approved', on: '2026-02-10' }, { state: 'published', on: '2026-03-01' }] }), // prettier-ignore
      plan({ kind: 'supplyRow', id: 'R1', planId: 'PL1', number: 'C1', parcelIds: ['C1'], use: '10', isNew: true, supplyMode: 'listing', quarter: 2, unit: '410181' }), // prettier-ignore
      ...more,
    ),
    ...({ title: '测试市' } as object),
  };
}

export const plainParcel = (id: string, east: number, fields: object = {}): Feature =>
  parcel(id, rectangle(east, 1500, 80, 80), { parkId: undefined, landClass: industrial, status: 'in-use', ...fields });
