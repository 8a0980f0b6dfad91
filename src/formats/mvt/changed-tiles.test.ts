import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { codedOf } from '../../domain/land/records/coded.ts';
import { tileSet, type TileSet } from './tiles.ts';

/*
 * Cells of a lattice that share crooked sides, changed at random: moved together or one alone, with a vertex less than the
 * neighbour has, taken out, put in, holed. What the set that is told of it cuts is held, byte for byte, against one made anew.
 */

const [WEST, SOUTH, STEP, CELLS, PIECES] = [113.6, 34.7, 0.001, 5, 4];
const ACROSS = CELLS * PIECES + 1;

interface Feature {
  readonly shape: MultiPolygon | null;
  readonly status: string | undefined;
}
type Model = Map<number, Feature>;

/** Where a point of the lattice lies; points on no cell's side are there too. */
const place = (i: number, j: number, bend: number): Position => [
  WEST + (i + bend * (((i * 7 + j * 3) % 5) / 5 - 0.4)) * STEP,
  SOUTH + (j + bend * (((i * 5 + j * 11) % 7) / 7 - 0.4)) * STEP,
];

/** A cell's ring through the points of its sides; `skipped` leaves one out, `hole` cuts one into it. */
function cell(id: number, points: readonly Position[], skipped = -1, hole = false): MultiPolygon {
  const [i, j] = [(id % CELLS) * PIECES, (Math.floor(id / CELLS) % CELLS) * PIECES];
  const at = (a: number, b: number) => points[(j + b) * ACROSS + i + a];
  const steps = [...Array(PIECES).keys()];
  const ring = [
    ...steps.map((k) => at(k, 0)),
    ...steps.map((k) => at(PIECES, k)),
    ...steps.map((k) => at(PIECES - k, PIECES)),
    ...steps.map((k) => at(0, PIECES - k)),
  ].filter((_, k) => k !== skipped);
  const inner = [at(1, 1), at(1, 3), at(2, 3), at(3, 3), at(3, 1)];
  return [hole ? [ring, inner] : [ring]];
}

const deed = fc.record({
  what: fc.constantFrom('move all', 'move one', 'skip', 'hole', 'fill', 'status', 'remove', 'add', 'undraw'),
  which: fc.nat(CELLS * CELLS + 4),
  point: fc.nat(ACROSS * ACROSS - 1),
  by: fc.constantFrom(0.1, 0.4, -0.3, 2),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const statuses = ['idle', 'in-use', undefined, '空闲'];

/** Ids of the features that are others now. */
function done(model: Model, points: Position[], { what, which, point, by }: Deed): readonly number[] {
  const put = (id: number, feature: Partial<Feature>): readonly number[] => {
    model.set(id, { shape: null, status: undefined, ...model.get(id), ...feature });
    return [id];
  };
  if (what === 'add') return put(which, { shape: cell(which, points), status: statuses[point % 4] });
  if (what === 'move all') {
    points[point] = [points[point][0] + by * STEP, points[point][1] + by * STEP];
    return [...model.keys()].flatMap((id) => (id % 2 === 0 || by > 0.2 ? put(id, { shape: cell(id, points) }) : []));
  }
  if (!model.has(which)) return [];
  if (what === 'remove') {
    model.delete(which);
    return [which];
  }
  if (what === 'status') return put(which, { status: statuses[point % 4] });
  if (what === 'undraw') return put(which, { shape: null });
  if (what === 'skip') return put(which, { shape: cell(which, points, point % (4 * PIECES)) });
  if (what === 'hole') return put(which, { shape: cell(which, points, -1, true) });
  if (what === 'fill') {
    const [[, inner = null] = []] = model.get(which)!.shape ?? [];
    return inner ? put(CELLS * CELLS + which, { shape: [[[...inner].reverse()]] }) : [];
  }
  const own = [...points];
  own[point] = [own[point][0] + by * STEP, own[point][1]];
  return put(which, { shape: cell(which, own) });
}

/** The greater id comes first. */
const compare = (a: number, b: number): number => b - a;

function madeOf(model: Model): TileSet {
  const ids = Uint32Array.from(model.keys()).sort(compare);
  const layer = buildLayer(Array.from(ids, (id) => model.get(id)!.shape));
  const status = { key: 'status', ...codedOf(ids.length, (row) => model.get(ids[row])!.status) };
  return tileSet(layer, { name: 'parcels', ids, compare, tags: [status] });
}

const column = (z: number, lon: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
const row = (z: number, lat: number) =>
  Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);

function tilesOf(set: TileSet) {
  const tiles: unknown[] = [];
  for (const z of [9, 11, 13, 14, 16])
    for (let x = column(z, WEST - STEP); x <= column(z, WEST + ACROSS * STEP); x++)
      for (let y = row(z, SOUTH + ACROSS * STEP); y <= row(z, SOUTH - STEP); y++)
        tiles.push([z, x, y, set.tile(z, x, y), set.idsIn(z, x, y)]);
  return tiles;
}

it('tiles of a set that is told of changes are those of one made anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      fc.boolean(),
      (steps, seen) => {
        const points = Array.from({ length: ACROSS * ACROSS }, (_, k) =>
          place(k % ACROSS, Math.floor(k / ACROSS), 0.6),
        );
        const model: Model = new Map();
        for (let id = 0; id < CELLS * CELLS; id += id % 7 === 5 ? 2 : 1)
          model.set(id, { shape: cell(id, points), status: statuses[id % 4] });
        const set = madeOf(model);
        if (seen) tilesOf(set);
        for (const step of steps) {
          const ids = new Set(step.flatMap((own) => done(model, points, own)));
          const put = [...ids].flatMap((id) => {
            const feature = model.get(id);
            return feature ? [{ id, shape: buildLayer([feature.shape]), tags: [feature.status] }] : [];
          });
          expect(set.change({ gone: [...ids].filter((id) => !model.has(id)), put })).toBe(true);
          expect(tilesOf(set)).toEqual(tilesOf(madeOf(model)));
        }
      },
    ),
    { numRuns: 40 },
  );
});

it('a set of which too much has changed stays as it is, and says so', () => {
  const points = Array.from({ length: ACROSS * ACROSS }, (_, k) => place(k % ACROSS, Math.floor(k / ACROSS), 0.6));
  const model: Model = new Map([[0, { shape: cell(0, points), status: 'idle' }]]);
  const set = madeOf(model);
  const before = tilesOf(set);
  const shape = buildLayer([cell(1, points)]);
  const many = Array.from({ length: 3000 }, (_, id) => ({ id, shape, tags: [undefined] }));
  expect(set.change({ gone: [], put: many })).toBe(false);
  expect(tilesOf(set)).toEqual(before);
});
