import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { MapData } from '../city/view.ts';
import { empty, judged, listedPoints, namePoints, parkNamePoints, sourceData, SOURCES } from './sources.ts';

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

  it('hold every source of the style, the chosen parcel and a point in each listed one that is drawn', () => {
    const data = Object.fromEntries(SOURCES.map((name) => [name, empty])) as unknown as MapData;
    const { geometry } = rectangle(0, 0, {});
    const listed = { rows: Uint32Array.of(7, 9), points: Float64Array.of(1, 2, NaN, NaN) };
    const sources = sourceData(
      { ...data, townships: empty, districts: empty },
      { parcel: geometry, marked: null, listed },
    );
    expect(Object.keys(sources).sort()).toEqual([...SOURCES].sort());
    expect(sources.chosenParcel.features.map((f) => f.geometry)).toEqual([geometry]);
    expect(sources.listedPoints.features.map((f) => f.id)).toEqual([7]);
    expect(at(sources.listedPoints)).toEqual([[1, 2]]);
    const without = sourceData(
      { ...data, townships: empty, districts: empty },
      { parcel: null, marked: null, listed: null },
    );
    expect([without.chosenParcel, without.listedPoints]).toEqual([empty, empty]);
  });
  it('writes the names of listed parcels where there are any, each at its own point', () => {
    const listed = { rows: Uint32Array.of(3, 4, 9), points: Float64Array.of(1, 2, NaN, NaN, 5, 6) };
    const named = listedPoints({ ...listed, names: ['一', '二', '三'] }).features;
    expect(named.map((f) => [f.id, f.properties?.['name']])).toEqual([[3, '一'], [9, '三']]); // prettier-ignore
    expect(listedPoints(listed).features.map((f) => f.properties)).toEqual([{}, {}]);
  });
});
