import { afterEach, expect, it, vi } from 'vitest';
import { tileId } from '../formats/pmtiles/tile-id.ts';
import { ArchiveWriter, joined } from '../formats/pmtiles/write.ts';
import { TileArchive } from './tile-archive.ts';

/** Tiles of zoom 9 along a row, enough of them for leaf directories. */
const places = Array.from({ length: 9000 }, (_, i) => ({
  z: 13,
  x: (i * 37) % 8192,
  y: Math.floor((i * 37) / 8192) * 200 + (i % 7),
}));
const content = (id: number) => Uint8Array.from({ length: 3 + (id % 90) }, (_, k) => (id * (k + 7)) & 255);

function archive(): Uint8Array {
  const data: Uint8Array[] = [];
  const writer = new ArchiveWriter((bytes) => void data.push(bytes));
  for (const id of [...new Set(places.map(tileId))].sort((a, b) => a - b)) writer.add(id, content(id));
  const front = writer.finish({ minZoom: 13, maxZoom: 13, bounds: [0, 0, 1, 1], metadata: {} });
  return joined([front, ...data]);
}

/** A host that answers ranges, or sends the whole to everyone. */
function host(bytes: Uint8Array, knowsRanges: boolean): { readonly asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: { Range: string } }) => {
    asked.push(headers.Range);
    const [from, to] = headers.Range.slice(6).split('-').map(Number);
    const part = knowsRanges ? bytes.slice(from, to + 1) : bytes;
    return Promise.resolve(new Response(part as Uint8Array<ArrayBuffer>, { status: knowsRanges ? 206 : 200 }));
  });
  return { asked };
}

afterEach(() => void vi.unstubAllGlobals());

it.each([true, false])('reads tiles by ranges, or from the whole (%s)', async (knowsRanges) => {
  const { asked } = host(archive(), knowsRanges);
  const tiles = new TileArchive('land.pmtiles');
  for (const place of [places[0], places[8000], places[8000]]) {
    const tile = await tiles.tile(place.z, place.x, place.y, new AbortController().signal);
    expect(new Uint8Array(tile!)).toEqual(content(tileId(place)));
  }
  expect(await tiles.tile(13, 8191, 8191)).toBeNull();
  expect(await tiles.tile(12, 0, 0)).toBeNull();
  // Front, and by ranges two leaves and three tiles.
  expect(asked.length).toBe(knowsRanges ? 6 : 1);
});

it('asks once for a tile that is kept', async () => {
  const { asked } = host(archive(), true);
  const tiles = new TileArchive('land.pmtiles');
  const [{ z, x, y }] = places;
  const [a, b] = await Promise.all([tiles.tile(z, x, y), tiles.tile(z, x, y)]);
  expect(new Uint8Array(a!)).toEqual(new Uint8Array(b!));
  // Front, leaf, tile.
  expect(asked).toHaveLength(3);
});

it('asks again for what did not come', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })));
  const tiles = new TileArchive('land.pmtiles');
  await expect(tiles.tile(13, 0, 0)).rejects.toThrow('503');
  host(archive(), true);
  const [{ z, x, y }] = places;
  expect(await tiles.tile(z, x, y)).not.toBeNull();
});
