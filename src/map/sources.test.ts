import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { empty, namePoints, parkNamePoints, sourceData, SOURCES } from './sources.ts';

const collect = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const rectangle = (x: number, y: number, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 2, y],
        [x + 2, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ],
  },
});
const point = (at: Position, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: at },
});
const at = (collection: FeatureCollection): unknown =>
  collection.features.map(({ geometry }) => ('coordinates' in geometry ? geometry.coordinates : null));

describe('sources', () => {
  it('put a park name below the site its glyph is in', () => {
    const sites = collect(rectangle(0, 0, { parkId: 'a' }), rectangle(10, 5, { parkId: 'a' }));
    expect(at(parkNamePoints(collect(point([11, 5.5], { id: 'a' })), sites))).toEqual([[11, 5]]);
  });

  it('leave the name at the glyph without a site there, or with another park’s', () => {
    const sites = collect(rectangle(0, 0, { parkId: 'b' }));
    expect(at(parkNamePoints(collect(point([1, 0.5], { id: 'a' })), sites))).toEqual([[1, 0.5]]);
  });

  it('name a polygon once, inside it, and leave one without a name alone', () => {
    const names = namePoints(collect(rectangle(0, 0, { name: '柳溪镇', nameEn: 'Liuxi' }), rectangle(4, 0, {})));
    expect(at(names)).toEqual([[1, 0.5]]);
    expect(names.features[0].properties).toEqual({ name: '柳溪镇', nameEn: 'Liuxi' });
  });

  it('hold every source of the style, with only textured parcels in the textured one', () => {
    const parcels = collect(
      rectangle(0, 0, { id: '1', status: 'idle' }),
      rectangle(3, 0, { id: '2', status: 'in-use' }),
      rectangle(6, 0, { id: '3', status: 'approved-not-supplied' }),
      rectangle(9, 0, { id: '4' }),
    );
    const sources = sourceData(
      {
        parcels,
        buildings: empty,
        sites: empty,
        siteLinks: empty,
        parkPoints: empty,
        sitePoints: empty,
        townships: empty,
        districts: empty,
        roads: empty,
        water: empty,
      },
      '2',
    );
    expect(Object.keys(sources).sort()).toEqual([...SOURCES].sort());
    expect(sources.chosenParcel.features.map((f) => f.properties?.['id'])).toEqual(['2']);
    expect(sources.statefulParcels.features.map((f) => f.properties?.['id'])).toEqual(['1', '3']);
  });
});
