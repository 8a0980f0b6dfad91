import { afterEach, describe, expect, it, vi } from 'vitest';
import { tileId } from '../formats/pmtiles/tile-id.ts';
import { tilesIn } from '../formats/pmtiles/tiles-in.ts';
import { ArchiveWriter, joined } from '../formats/pmtiles/write.ts';
import { saveArea, type AreaAsked } from './save-area.ts';

const city = [113.6, 34.7, 113.8, 34.8] as const;
const view = [113.65, 34.72, 113.7, 34.75] as const;
/** Half of the city is empty: an archive has no tile there. */
const drawn = [113.6, 34.7, 113.68, 34.8] as const;

/** Tiles of zooms 8 to 13, each of other bytes. */
function archive(): Uint8Array<ArrayBuffer> {
  const data: Uint8Array[] = [];
  const writer = new ArchiveWriter((bytes) => void data.push(bytes));
  for (let z = 8; z <= 13; z++)
    for (const id of Float64Array.from(tilesIn(drawn, z), tileId).sort()) writer.add(id, Uint8Array.from(String(id), Number)); // prettier-ignore
  const front = writer.finish({ minZoom: 8, maxZoom: 13, bounds: city, metadata: {} });
  return Uint8Array.from(joined([front, ...data]));
}

/** A host with these files; counts how often which part of what was asked for. */
function host(files: readonly string[]) {
  const bytes = archive();
  const asked = new Map<string, number>();
  vi.stubGlobal('fetch', (address: string, { headers, signal }: RequestInit = {}) => {
    const { Range: range = '' } = (headers ?? {}) as { Range?: string };
    asked.set(address + range, (asked.get(address + range) ?? 0) + 1);
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (!range) return Promise.resolve(new Response('{}', { status: files.includes(address) ? 200 : 404 }));
    const [from, to] = range.slice(6).split('-').map(Number);
    return Promise.resolve(new Response(bytes.slice(from, to + 1), { status: 206 }));
  });
  return asked;
}

const asks = (more: Partial<AreaAsked> = {}): AreaAsked => ({
  base: 'data/v1/',
  bounds: [...view],
  files: ['search.json', 'parks/p1.json'],
  hasTiles: true,
  ...more,
});
const following = (onProgress: (done: number) => void = () => undefined, signal = new AbortController().signal) => ({
  onProgress,
  signal,
});

afterEach(() => void vi.unstubAllGlobals());

describe('an area that is kept', () => {
  it('is asked for file by file and tile by tile, each once, and told of as it comes', async () => {
    const asked = host(['data/v1/search.json', 'data/v1/parks/p1.json']);
    const told: number[] = [];
    const saved = await saveArea(
      asks(),
      following((done) => void told.push(done)),
    );
    const isThere = new Set([8, 9, 10, 11, 12, 13].flatMap((z) => tilesIn([...drawn], z).map(tileId)));
    const tiles = [8, 9, 10, 11, 12, 13].flatMap((z) => tilesIn([...view], z).map(tileId));
    expect(saved).toEqual({ files: 2, tiles: tiles.filter((id) => isThere.has(id)).length, failed: 0 });
    // Its front, both files, and of the tiles those that are there.
    expect([...asked.values()]).toEqual(Array.from({ length: 1 + 2 + saved!.tiles }, () => 1));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([told.length, told.at(-1)]).toEqual([2 + tiles.length, 1]);
  });

  it('counts what does not come', async () => {
    host(['data/v1/search.json']);
    expect(await saveArea(asks({ hasTiles: false }), following())).toEqual({ files: 2, tiles: 0, failed: 1 });
  });

  it('asks for nothing but the front of the archive where it is too large', async () => {
    const asked = host([]);
    expect(await saveArea(asks({ bounds: [100, 20, 120, 40] }), following())).toBeNull();
    expect(asked.size).toBe(1);
  });

  it('is stopped: what waits is never asked for, and no result is told', async () => {
    const asked = host([]);
    const stop = new AbortController();
    const cards = Array.from({ length: 40 }, (_, i) => `parks/p${i}.json`);
    const saved = saveArea(
      asks({ files: cards, hasTiles: false }),
      following(() => stop.abort(), stop.signal),
    );
    await expect(saved).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(asked.size).toBeLessThan(cards.length / 2);
  });
});
