import fc from 'fast-check';
import { gunzipSync } from 'fflate';
import { PMTiles, tileIdToZxy, zxyToTileId } from 'pmtiles';
import { expect, it } from 'vitest';
import { directoryBytes, directoryOf, entryOf } from './directory.ts';
import { FRONT_LENGTH, headerOf } from './header.ts';
import { tileAt, tileId } from './tile-id.ts';
import { ArchiveWriter, joined, type AboutTiles } from './write.ts';

/* The witness is the reader its format's authors publish, `pmtiles`. */

const about: AboutTiles = { minZoom: 0, maxZoom: 14, bounds: [113.5, 34.5, 114, 35], metadata: { name: '澄州' } };

function written(tiles: readonly (readonly [id: number, bytes: Uint8Array])[]): Uint8Array {
  const data: Uint8Array[] = [];
  const writer = new ArchiveWriter((bytes) => void data.push(bytes));
  for (const [id, bytes] of tiles) writer.add(id, bytes);
  return joined([writer.finish(about), ...data]);
}

const witness = (bytes: Uint8Array) =>
  new PMTiles({
    getKey: () => String(bytes.length),
    getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer as ArrayBuffer }),
  });

it('numbers tiles as the witness does, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.nat(), fc.nat(), (z, a, b) => {
      const [x, y] = [a % 2 ** z, b % 2 ** z];
      const id = tileId({ z, x, y });
      expect(id).toBe(zxyToTileId(z, x, y));
      expect(tileAt(id)).toEqual({ z, x, y });
      expect(tileIdToZxy(id)).toEqual([z, x, y]);
    }),
  );
});

it('is read by the witness: every tile, and none that is not there', async () => {
  const content = fc.uint8Array({ minLength: 1, maxLength: 40 });
  // Few contents among many tiles: some lie there once for several, some in a row.
  const tiles = fc.tuple(
    fc.array(content, { minLength: 1, maxLength: 4 }),
    fc.array(fc.nat({ max: 5 }), { minLength: 1 }),
  );
  await fc.assert(
    fc.asyncProperty(tiles, async ([contents, steps]) => {
      let id = 0;
      const list = steps.map(
        (step, i) => [(id += 1 + (step > 3 ? 3000 * step : 0)), contents[i % contents.length]] as const,
      );
      const bytes = written(list);
      expect(written(list)).toEqual(bytes);
      const archive = witness(bytes);
      const header = await archive.getHeader();
      expect(header).toMatchObject({ specVersion: 3, clustered: true, numAddressedTiles: list.length, minLat: 34.5 });
      expect(header.numTileContents).toBe(new Set(list.map(([, bytes]) => String(bytes))).size);
      const has = new Map(list);
      for (const own of new Set([...has.keys(), ...[...has.keys()].map((key) => key + 1)])) {
        const tile = await archive.getZxy(...tileIdToZxy(own));
        expect(tile && new Uint8Array(tile.data)).toEqual(has.get(own));
      }
      expect(await archive.getMetadata()).toEqual(about.metadata);
    }),
    { numRuns: 40 },
  );
});

it('has leaves where the directory would not fit in front', async () => {
  // Lengths and steps by chance, so that the directory does not compress away.
  let chance = 1;
  const next = (below: number) => (chance = (chance * 48271) % 2147483647) % below;
  let id = 0;
  const tiles = Array.from({ length: 8000 }, (_, i) => {
    const noise = Array.from({ length: next(200) }, () => next(256));
    return [(id += 1 + next(9000)), Uint8Array.of(i & 255, i >> 8, ...noise)] as const;
  });
  const bytes = written(tiles);
  const header = headerOf(bytes)!;
  expect(header.root.offset + header.root.length).toBeLessThanOrEqual(FRONT_LENGTH);
  expect(header.leaves.length).toBeGreaterThan(0);
  expect(header.data.offset + header.data.length).toBe(bytes.length);
  const archive = witness(bytes);
  for (const i of [0, 1, 4095, 4096, 6001, 7999]) {
    const [own, content] = tiles[i];
    expect(new Uint8Array((await archive.getZxy(...tileIdToZxy(own)))!.data)).toEqual(content);
  }
}, 60_000);

it('directories come back as they went, and tell which tiles they have', () => {
  const entries = [
    { id: 5, offset: 0, length: 10, run: 2 },
    { id: 9, offset: 10, length: 3, run: 1 },
    { id: 2 ** 40, offset: 0, length: 10, run: 1 },
  ];
  expect(directoryOf(directoryBytes(entries))).toEqual(entries);
  expect([4, 5, 6, 7, 9, 10].map((id) => entryOf(entries, id)?.id)).toEqual([undefined, 5, 5, undefined, 9, undefined]);
  expect(() => directoryOf(directoryBytes(entries).slice(0, -1))).toThrow(RangeError);
  expect(headerOf(new Uint8Array(200))).toBeNull();
  expect(gunzipSync(written([[0, Uint8Array.of(1)]]).slice(-21))).toEqual(Uint8Array.of(1));
});
