import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../domain/geometry/columns/builder.ts';
import { storedArea, storedFeature } from '../domain/geometry/edit/frame.ts';
import type { Layer, Position } from '../domain/geometry/columns/layer.ts';
import { CRS, feature, layerOf, type Points } from '../domain/geometry/plane/test-rings.ts';
import { problemsOf } from '../domain/geometry/valid/validity.ts';
import { Land } from '../domain/land/land.ts';
import type { Project } from '../domain/land/model.ts';
import { mergeParcels } from './merge.ts';
import { repairParcels } from './repair.ts';
import { splitParcel } from './split.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import { emptyTable } from '../domain/land/records/empty-table.ts';
import { plainProject } from '../domain/land/records/test-plain.ts';

/*
 * Nine parcels that share every border, drawn with crooked corners: whatever is done to the one in the middle, no
 * vertex of one may come to lie on an edge of another that does not have it, and no ground may be won or lost.
 */
const SIZE = 4;
const corners = fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), {
  minLength: SIZE * SIZE,
  maxLength: SIZE * SIZE,
});

function mosaic(noise: readonly (readonly [number, number])[], degrees: boolean, extra?: Position): Project {
  const corner = (x: number, y: number): Position => [
    60 * x + noise[SIZE * y + x][0] / 100,
    60 * y + noise[SIZE * y + x][1] / 100,
  ];
  const cells = [0, 1, 2].flatMap((y) =>
    [0, 1, 2].map((x): Points => {
      const [sw, se, ne, nw] = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
      // The middle one and its eastern neighbour have one more vertex on their border.
      if (extra && x === 1 && y === 1) return [sw, se, near(se, extra), ne, nw];
      if (extra && x === 2 && y === 1) return [sw, se, ne, nw, near(sw, extra)];
      return [sw, se, ne, nw];
    }),
  );
  const drawn = layerOf(...cells.map((cell) => feature([cell])));
  const layer = degrees ? buildLayer(cells.map((_, f) => toMultiPolygon(drawn, f))) : drawn;
  return {
    parks: [],
    parcels: { records: arrayRecords(cells.map((_, i) => ({ id: `${i}` }))), layer },
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  };
}
const near = ([x, y]: Position, [dx, dy]: Position): Position => [x + dx, y + dy];

/** Vertices of one parcel on an edge of another that lacks them; metres, or degrees made metres. */
function loose(layer: Layer): number {
  const scale = layer.surveyed ? 1 : 1e5;
  const rings = Array.from({ length: layer.size }, (_, f) => storedFeature(layer, f).flat());
  let count = 0;
  rings.forEach((own, f) => {
    const has = new Set(own.flat().map(String));
    for (const v of rings.filter((_, g) => g !== f).flat(2))
      for (const ring of own)
        for (let i = 1; i < ring.length && !has.has(String(v)); i++)
          if (off(ring[i - 1], ring[i], v) * scale < 1e-3) count++;
  });
  return count;
}

function off([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
  return t > 0 && t < 1 ? Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.sqrt(squared) : Infinity;
}

const total = (layer: Layer) =>
  Array.from({ length: layer.size }, (_, f) => storedArea(layer, storedFeature(layer, f), CRS)).reduce((p, q) => p + q);

function expectWhole(before: Project, after: Project): void {
  expect(loose(after.parcels.layer)).toBe(0);
  for (let f = 0; f < after.parcels.layer.size; f++) expect(problemsOf(after.parcels.layer, f)).toEqual([]);
  const ground = total(before.parcels.layer);
  expect(Math.abs(total(after.parcels.layer) - ground)).toBeLessThan(1e-9 * ground);
}

it('split and merged again, also in degrees', () => {
  const bearing = fc.double({ min: 0, max: 360, noNaN: true });
  fc.assert(
    fc.property(corners, fc.boolean(), bearing, fc.integer({ min: 2, max: 6 }), (noise, degrees, bearingDeg, count) => {
      const project = mosaic(noise, degrees);
      const land = Land.of(project);
      const split = splitParcel(land, { id: '4', direction: { bearingDeg, from: 'left' }, count });
      if (!split.ok) throw new Error(split.refusal.code);
      const neighbours = split.value.effects.filter((e) => e.areaBeforeM2 !== null && e.areaAfterM2 !== null);
      expect(neighbours.filter(({ steps }) => steps.join() !== 'shared-vertex')).toEqual([]);
      const there = land.apply(split.value.change);
      if (!there.ok) throw new Error(there.refusal.code);
      expectWhole(project, land.project);
      const back = land.fork();
      expect(back.apply(there.value.inverse).ok).toBe(true);
      expect(plainProject(back.project)).toEqual(plainProject(project));
      const ids = Array.from({ length: count }, (_, i) => `4-${i + 1}`);
      for (const dropCollinear of [false, true]) {
        const merge = mergeParcels(land, { ids: [...ids, '5'], dropCollinear });
        if (!merge.ok) throw new Error(merge.refusal.code);
        const merged = land.fork();
        expect(merged.apply(merge.value.change).ok).toBe(true);
        expectWhole(project, merged.project);
      }
    }),
    { numRuns: 40 },
  );
});

it('with a vertex too close on a shared border: it goes from both sides', () => {
  const close = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(corners, close, (noise, [dx, dy]) => {
      const project = mosaic(noise, false, [dx / 1e4, dy / 1e4]);
      const land = Land.of(project);
      const repair = repairParcels(land, {});
      if (!repair.ok) throw new Error(repair.refusal.code);
      expect(land.apply(repair.value.change).ok).toBe(true);
      const { parcels } = land.project;
      expect(loose(parcels.layer)).toBe(0);
      expect(parcels.layer.vertexStart.at(-1)).toBe(9 * 5);
      expect(repair.value.effects.map((e) => e.id)).toEqual(['4', '5']);
    }),
    { numRuns: 40 },
  );
});
