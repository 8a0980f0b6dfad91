import type { Map as MapLibre } from 'maplibre-gl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tiandituSources, type Base } from './tianditu.ts';
import { watchTianditu } from './watch-tianditu.ts';

/** A map as far as it is watched: what tiles are awaited, and what it tells of them. */
function watched() {
  const calls = new Map<string, (event: object) => void>();
  const waiting = new Set<string>();
  const told: Base[] = [];
  const map = {
    on: (name: string, call: (event: object) => void) => void calls.set(name, call),
    isSourceLoaded: (source: string) => ![...waiting].some((tile) => tile.startsWith(source)),
  };
  watchTianditu(map as unknown as MapLibre, (base) => void told.push(base));
  const fire = (name: string, sourceId: string, tile: string) => calls.get(name)?.({ sourceId, tile });
  return {
    told,
    ask: (tile: string, source = 'tianditu-vec') => (waiting.add(source + tile), fire('dataloading', source, tile)),
    come: (tile: string, source = 'tianditu-vec') => (waiting.delete(source + tile), fire('data', source, tile)),
    fail: (tile: string, source = 'tianditu-vec') => (waiting.delete(source + tile), fire('error', source, tile)),
    /** 404: the library tells nothing of it. */
    missing: (tile: string) => void waiting.delete(`tianditu-vec${tile}`),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('天地图 below the map', () => {
  it('is drawn once all that is seen has come, and said once', () => {
    const { told, ask, come } = watched();
    for (const tile of ['1', '2']) ask(tile);
    come('1');
    expect(told).toEqual([]);
    come('2');
    ask('3');
    come('3');
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['drawn']);
  });

  it('is given up once where it refuses, before it was there or after, and not taken up again', () => {
    const { told, ask, come, fail } = watched();
    ask('1');
    come('1');
    for (const tile of '2345678') ask(tile);
    for (const tile of '2345678') fail(tile);
    ask('9');
    come('9');
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['drawn', 'failed']);
  });

  it('is not given up for a tile here and there, nor for what fails of another source', () => {
    const { told, ask, come, fail } = watched();
    for (const tile of '12345678') {
      ask(tile);
      if (Number(tile) % 2) fail(tile);
      else come(tile);
      fail(tile, 'land');
    }
    expect(told).toEqual(['drawn']);
  });

  it('is given up where nothing comes for long, or nothing is there, but not while tiles keep coming', () => {
    const slow = watched();
    for (const tile of '123') slow.ask(tile);
    vi.advanceTimersByTime(10_000);
    slow.come('1');
    vi.advanceTimersByTime(10_000);
    expect(slow.told).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(slow.told).toEqual(['failed']);
    const empty = watched();
    empty.ask('1');
    empty.missing('1');
    vi.advanceTimersByTime(20_000);
    expect(empty.told).toEqual(['failed']);
  });
});

it('is asked of its own hosts alone, in Web Mercator on CGCS2000, and of none without a key', () => {
  const addresses = (key: string | null) => Object.values(tiandituSources(key)).flatMap(({ tiles }) => tiles ?? []);
  expect(addresses(null)).toEqual([]);
  for (const address of addresses('k')) expect(address).toMatch(/^https:\/\/t[0-7]\.tianditu\.gov\.cn\/(vec|cva)_w\/wmts\?.*TILEMATRIXSET=w&.*tk=k$/); // prettier-ignore
});
