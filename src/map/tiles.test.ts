import { beforeEach, expect, it } from 'vitest';
import { serveTiles } from './tiles.ts';

type Load = Parameters<NonNullable<Parameters<typeof serveTiles>[1]>>[1];

let load: Load;
const served = () => serveTiles(get, (_, loadTile) => (load = loadTile));
const given: { readonly tile: (bytes: ArrayBuffer | null) => void; readonly leave: (why: Error) => void }[] = [];
const get = () => new Promise<ArrayBuffer | null>((tile, leave) => given.push({ tile, leave }));
const ask = (address: string, stop = new AbortController()) =>
  load({ url: address.replace('{z}/{x}/{y}', '10/835/406') }, stop) as Promise<{ readonly data: ArrayBuffer }>;
const aborted = () => Object.assign(new Error('left'), { name: 'AbortError' });

beforeEach(() => void (given.length = 0));

it('a tile of land that is open no more is empty, and its set to be asked for once more', async () => {
  const tiles = served();
  const first = ask(tiles.of('parcels', '1-0'));
  const second = tiles.of('parcels', '2-0');
  const other = ask(second);
  expect(tiles.lastAsked('parcels')).toBe('2-0');
  given[0].leave(aborted());
  expect((await first).data.byteLength).toBe(0);
  // One of its tiles is of the land before, whatever was asked for since.
  expect(tiles.lastAsked('parcels')).toBeUndefined();
  given[1].tile(new ArrayBuffer(3));
  expect((await other).data.byteLength).toBe(3);
  const again = ask(second);
  given[2].tile(new ArrayBuffer(3));
  await again;
  expect(tiles.lastAsked('parcels')).toBe('2-0');
  tiles.remove();
});

it('what the library gives up, and what fails, is told as it is', async () => {
  const tiles = served();
  const stop = new AbortController();
  const left = ask(tiles.of('parcels', '1-0'), stop);
  stop.abort();
  given[0].leave(aborted());
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  const failed = ask(tiles.of('parcels', '1-0'));
  given[1].leave(new Error('no worker'));
  await expect(failed).rejects.toThrow('no worker');
  tiles.remove();
});
