import { park, rectangle } from '../helpers/city.ts';

/** A feature drawn as an upright rectangle. */
export const area = (kind: string, fields: object, ...at: Parameters<typeof rectangle>) => ({
  type: 'Feature' as const,
  properties: { kind, ...fields },
  geometry: { type: 'Polygon' as const, coordinates: [rectangle(...at)] },
});

/** What lies around a random city: a second park, townships that tell where parcels lie, and a zone. */
export const around = [
  park({ id: 'Q', origin: 'renovated' }),
  area('township', { id: 'T1', code: '410181001' }, -100, -100, 400, 800),
  area('township', { id: 'T2', code: '410181002' }, 300, -100, 500, 800),
  area('zone', { id: 'Z', zoneType: 'development' }, 100, 100, 300, 300),
];
