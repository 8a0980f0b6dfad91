import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../domain/geometry/columns/builder.ts';
import type { Layer, Position } from '../domain/geometry/columns/layer.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import { surveyedLayer } from '../domain/geometry/plane/project.ts';
import { planeCrsOf, toLonLat } from '../domain/geodesy/zones.ts';
import { Land } from '../domain/land/land.ts';
import type { Parcel } from '../domain/land/model.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import { emptyTable } from '../domain/land/records/empty-table.ts';
import { plainProject } from '../domain/land/records/test-plain.ts';
import { drawBoundaries, type DrawInput } from './draw.ts';
import { drawingPlane, planeShape } from './stored-shape.ts';
import { at, box, CRS, ring } from './tools/test-scene.ts';

const corners = [box(0, 0, 40, 30), ring([40, 0], [80, 0], [80.1234, 30.4321], [40, 30])];
const inDegrees = buildLayer(corners.map((r) => [[r.map(([e, n]) => toLonLat(CRS, e, n))]]));
const surveyed = surveyedLayer(corners.map((r) => [[r]]), CRS); // prettier-ignore
const elsewhere = surveyedLayer(corners.map((r) => [[r.map(([e, n]): Position => [Number((e - 38e6).toFixed(4)), n])]]), planeCrsOf(4547)!); // prettier-ignore

const parcels: Parcel[] = [
  { id: 'A', statedAreaM2: 1200, areaResolutionM2: 0.5, costWan: 5 },
  { id: 'B', parkId: 'P' },
];
function landOn(layer: Layer, count = parcels.length): Land {
  const outline = layerLike(layer, []);
  const records = arrayRecords([{ id: 'b', parcelId: 'A', footprintM2: 100 }]);
  const footprint = layer === inDegrees ? buildLayer([[[box(5, 5, 10).map(([e, n]) => toLonLat(CRS, e, n))]]]) : null;
  return Land.of({
    parks: [],
    parcels: { records: arrayRecords(parcels.slice(0, count)), layer },
    buildings: footprint ? { records, layer: footprint } : { ...emptyTable(), layer: outline },
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  });
}
const done = (land: Land, input: Omit<DrawInput, 'crs'>) => {
  const edit = drawBoundaries(land, { crs: CRS, ...input });
  if (!edit.ok) throw new Error(edit.refusal.code);
  return edit.value;
};

describe.each([
  ['degrees', inDegrees],
  ['surveyed metres', surveyed],
  ['surveyed metres of another plane', elsewhere],
])('in %s', (_, layer) => {
  const land = landOn(layer);
  const [first] = planeShape(layer, 0, CRS);
  const own = layer.surveyed?.eastNorth ?? layer.lonLat;

  it('a boundary that is read and put back is the very one it was', () => {
    const redrawn = [0, 1].map((key) => ({ table: 'parcel' as const, key, shape: planeShape(layer, key, CRS) }));
    const { change } = done(land, { redrawn });
    const stored = change.tables.parcel!.put!.flatMap(({ shape }) => [...(shape.surveyed?.eastNorth ?? shape.lonLat)]);
    expect(stored).toEqual([...own]);
  });

  it('one vertex is moved and the others stay, and undo gives back every number', () => {
    const shape = [[[at(-3.5, 0.25), ...first[0].slice(1)]]];
    const edit = done(land, { redrawn: [{ table: 'parcel', key: 0, shape }] });
    const changed = land.fork();
    const there = changed.apply(edit.change);
    const now = changed.project.parcels.layer;
    expect([...(now.surveyed?.eastNorth ?? now.lonLat)].slice(2, 8)).toEqual([...own].slice(2, 8));
    const [moved] = planeShape(now, 0, CRS)[0][0];
    expect(Math.hypot(moved[0] - at(-3.5, 0.25)[0], moved[1] - at(-3.5, 0.25)[1])).toBeLessThan(1e-4);
    expect(edit.effects).toMatchObject([{ id: 'A', kind: 'parcel' }]);
    if (there.ok) changed.apply(there.value.inverse);
    expect(plainProject(changed.project)).toEqual(plainProject(land.project));
  });

  it('a new parcel on the vertices of others has their numbers', () => {
    const [[b]] = planeShape(layer, 1, CRS);
    const shape = [[[b[1], at(100, -5), b[2]]]];
    const { change } = done(land, { added: [{ table: 'parcel', record: { id: 'C' }, shape }] });
    const [{ shape: stored }] = change.tables.parcel!.put!;
    const numbers = stored.surveyed?.eastNorth ?? stored.lonLat;
    expect([...numbers.slice(0, 2), ...numbers.slice(4, 6)]).toEqual([...own.slice(12, 16)]);
    expect(land.fork().apply(change).ok).toBe(true);
  });
});

describe('what belongs to the old boundary', () => {
  const land = landOn(inDegrees);
  it('goes: stated areas of parcels, stated footprints of buildings that change', () => {
    const redrawn = [{ table: 'parcel' as const, key: 0, shape: [[box(0, 0, 30)]] }];
    const { change, notes } = done(land, { redrawn });
    expect(change.tables.parcel!.put![0].record).toEqual({ id: 'A', costWan: 5 });
    expect(notes).toEqual([{ code: 'stated-area-dropped', params: { id: 'A', areaM2: 1200 } }]);
    const outline = (r: Position[]) => done(land, { redrawn: [{ table: 'building', key: 0, shape: [[r]] }] });
    expect(outline(box(20, 5, 10)).change.tables.building!.put![0].record).toHaveProperty('footprintM2');
    expect(outline(box(20, 5, 12)).notes).toMatchObject([{ code: 'footprint-dropped' }]);
  });

  it('and what cannot be drawn is refused whole', () => {
    const bow = { table: 'parcel' as const, key: 1, shape: [[ring([0, 0], [10, 10], [10, 0], [0, 10])]] };
    const fine = { table: 'parcel' as const, key: 0, shape: [[box(0, 0, 30)]] };
    expect(drawBoundaries(land, { crs: CRS, redrawn: [fine, bow] })).toMatchObject({
      refusal: { code: 'would-break', params: { id: 'B' } },
    });
    expect(drawBoundaries(land, { crs: CRS, redrawn: [{ ...fine, key: 77 }] }).ok).toBe(false);
    const twice = { table: 'parcel' as const, record: { id: 'A' }, shape: [[box(0, 50, 5)]] };
    expect(drawBoundaries(land, { crs: CRS, added: [twice] })).toMatchObject({ refusal: { code: 'id-taken' } });
  });
});

it('a side of 157.00 m is 157.00 m when it is read again, wherever it runs', () => {
  const land = landOn(inDegrees);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), (angle) => {
      const b = at(157 * Math.cos(angle), 157 * Math.sin(angle));
      const c = at(-90 * Math.sin(angle), 90 * Math.cos(angle));
      const { change } = done(land, { added: [{ table: 'parcel', record: { id: 'N' }, shape: [[[at(0, 0), b, c]]] }] });
      const [p, q] = planeShape(change.tables.parcel!.put![0].shape, 0, CRS)[0][0];
      expect(Math.hypot(q[0] - p[0], q[1] - p[1]).toFixed(2)).toBe('157.00');
    }),
  );
});

it('surveyed numbers keep every digit on their own plane', () => {
  const odd = surveyedLayer([[[ring([0.123456789, 0.1], [40.987654321, 0], [0, 33.333333333])]]], CRS);
  const redrawn = [{ table: 'parcel' as const, key: 0, shape: planeShape(odd, 0, CRS) }];
  const [{ shape }] = done(landOn(odd, 1), { redrawn }).change.tables.parcel!.put!;
  expect([...shape.surveyed!.eastNorth]).toEqual([...odd.surveyed!.eastNorth]);
});

it('the plane of land is that of its survey, else its zone', () => {
  expect(drawingPlane(elsewhere).epsg).toBe(4547);
  expect(drawingPlane(inDegrees).epsg).toBe(4526);
  expect(drawingPlane(buildLayer([])).width).toBe(3);
  expect(toMultiPolygon(inDegrees, 0)).toHaveLength(1);
});
