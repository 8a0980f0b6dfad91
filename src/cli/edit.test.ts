import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { yuantu } from '../../test/helpers/command.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'edit-'))));
afterEach(() => rmSync(folder, { recursive: true }));

interface Document {
  readonly applied: boolean;
  readonly changes: readonly { readonly id: string; readonly areaAfterM2: number | null }[];
}
const run = (...args: string[]) => yuantu(...args, '--lang', 'en');
const document = async (...args: string[]): Promise<Document> => {
  const { code, out, err } = await run(...args, '--json');
  expect({ code, err }).toMatchObject({ code: 0 });
  return JSON.parse(out) as Document;
};
const parcels = 'data/examples/parcels.txt';

it('splits a parcel into halves, writes them only when told yes, and merges them again to the same ground', async () => {
  const [halves, whole] = ['halves.txt', 'whole.txt'].map((name) => path.join(folder, name));
  const cut = ['split', parcels, halves, '--id', 'S1', '--parts', '2'];
  const { applied, changes } = await document(...cut);
  expect(applied).toBe(false);
  expect(existsSync(halves)).toBe(false);
  expect(changes.map(({ id }) => id)).toEqual(['S1', 'S1-1', 'S1-2']);
  for (const { areaAfterM2 } of changes.slice(1)) expect(areaAfterM2).toBeCloseTo(66675 / 2, 4);
  await document(...cut, '--yes');
  const merged = await document('merge', halves, whole, '--ids', 'S1-1,S1-2', '--into', 'S1', '--straighten', '--yes');
  expect(merged.changes.at(-1)!.areaAfterM2).toBeCloseTo(66675, 4);
  const corners = new Set(readFileSync(whole, 'utf8').match(/3847[35]\d0\.0+,384\d+\.\d/g));
  const given = ['3847300,38406600', '3847550,38406600', '3847550,38406866.7', '3847300,38406866.7'];
  const numbers = (pair: string) => pair.split(',').map(Number).join();
  expect(new Set([...corners].map(numbers))).toEqual(new Set(given));
  expect((await run('merge', parcels, '--ids', 'S1,S2')).err).toContain('S1 and S2 do not touch');
});

it('splits to areas from the side named, and along a line in the metres of the file or in degrees', async () => {
  const areas = await document('split', parcels, '--id', 'S1', '--areas', '10000,20000', '--bearing', '90');
  expect(areas.changes.slice(1).map((c) => Math.round(c.areaAfterM2!))).toEqual([10000, 20000, 36675]);
  const east = ['--line', '38406500,3847400 38407000,3847400'];
  const metres = await document('split', parcels, '--id', 'S1', ...east);
  const sizes = (d: Document) => d.changes.slice(1).map((c) => Math.round(c.areaAfterM2!)).sort(); // prettier-ignore
  expect(sizes(metres)).toEqual([26670, 40005]);
  const beside = await run('split', parcels, '--id', 'S1', '--line', '113,34 113.1,34');
  expect(beside).toMatchObject({ code: 2 });
  expect(beside.err).toContain('S1 is not divided');
});

it('fits a parcel to its township', async () => {
  const square = (w: number, e: number) => ({
    type: 'Polygon',
    coordinates: [[[w, 34.7], [e, 34.7], [e, 34.702], [w, 34.702], [w, 34.7]]], // prettier-ignore
  });
  const feature = (kind: string, id: string, w: number, e: number) => ({
    type: 'Feature',
    properties: { kind, id, name: id },
    geometry: square(w, e),
  });
  const [file, out] = ['city.geojson', 'fitted.geojson'].map((name) => path.join(folder, name));
  const features = [feature('parcel', 'p', 113.6, 113.600999), feature('township', 't', 113.601, 113.61)];
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  const { changes } = await document('snap', file, out, '--onto', 'townships', '--within', '0.2', '--yes');
  expect(changes.map(({ id }) => id)).toEqual(['p']);
  const written = JSON.parse(readFileSync(out, 'utf8')) as { features: ReturnType<typeof feature>[] };
  const parcel = written.features.find(({ properties }) => properties.id === 'p')!;
  expect(JSON.stringify(parcel.geometry)).toContain('113.601,');
});

it.each([
  [['split', parcels, '--parts', '2'], '--id is missing: yuantu split IN'],
  [['split', parcels, '--id', 'S1'], '--line (along a line), --parts'],
  [['split', parcels, '--id', 'S1', '--parts', '2', '--areas', '100'], '--line (along a line), --parts'],
  [['split', parcels, '--id', 'S1', '--line', '1,2'], '--line "1,2"'],
  [
    ['split', parcels, '--id', 'S1', '--parts', '2', '--from', 'above'],
    '--from above cannot be read; use one of: left',
  ],
  [['split', parcels, '--id', 'S1', '--areas', ','], '--areas is missing'],
  [['merge', parcels], '--ids is missing: yuantu merge IN'],
  [['snap', parcels], '--onto is missing: yuantu snap IN'],
  [['snap', parcels, '--onto', 'zones'], '--within is missing: yuantu snap IN'],
  [
    ['snap', parcels, '--onto', 'roads', '--within', '0.2'],
    '--onto roads cannot be read; use one of: townships, zones',
  ],
  [['repair', parcels, '--yes'], 'name the output: yuantu repair IN'],
])('says of %j what is wrong with it', async (args, word) => {
  const { code, err } = await run(...args);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(word) as string });
});

it('says what no parcel can be cut into', async () => {
  expect((await run('split', parcels, '--id', 'S1', '--parts', 'two')).code).toBe(2);
  expect((await run('split', parcels, '--id', 'S9', '--parts', '2')).err).toContain('no parcel S9');
});
