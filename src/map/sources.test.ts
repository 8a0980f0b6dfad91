import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { MapData } from '../client/view.ts';
import { empty, judged, namePoints, parkNamePoints, sourceData, SOURCES } from './sources.ts';

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
  it('carry other verdicts where they are given, and their own elsewhere', () => {
    const data = {
      ...Object.fromEntries(SOURCES.map((name) => [name, empty])),
      sites: collect(
        rectangle(0, 0, { parkId: 'a', outcome: 'pass' }),
        rectangle(4, 0, { parkId: 'b', outcome: 'pass' }),
      ),
      parkPoints: collect(point([1, 1], { id: 'a', outcome: 'pass' })),
    } as unknown as MapData;
    const other = judged(data, new Map([['a', 'fail']]));
    expect(other.sites.features.map((f) => f.properties?.['outcome'])).toEqual(['fail', 'pass']);
    expect(other.parkPoints.features.map((f) => f.properties?.['outcome'])).toEqual(['fail']);
    expect(judged(data, null)).toBe(data);
  });

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
        problems: empty,
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
      { parcelId: '2', listed: new Set(['1', '4', 'elsewhere']) },
    );
    expect(Object.keys(sources).sort()).toEqual([...SOURCES].sort());
    expect(sources.chosenParcel.features.map((f) => f.properties?.['id'])).toEqual(['2']);
    expect(sources.statefulParcels.features.map((f) => f.properties?.['id'])).toEqual(['1', '3']);
    expect(sources.listedParcels.features.map((f) => f.properties?.['id'])).toEqual(['1', '4']);
    expect(sources.listedPoints.features.map((f) => f.geometry.type)).toEqual(['Point', 'Point']);
  });
});
