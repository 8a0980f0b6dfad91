import { IDBFactory as DeviceDatabase } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { deviceDrafts } from './drafts/device-drafts.ts';
import { deviceWork } from './kept-work.ts';

describe('work that is kept of a project', () => {
  it('is there for whoever opens the same files next, and for no others', async () => {
    const device = new DeviceDatabase();
    const work = deviceWork(device);
    expect(await work.read('a', 'choices')).toBeUndefined();
    expect(await work.keep('a', 'choices', { bannedParcels: ['D1'] })).toBe(true);
    expect(await work.keep('a', 'plan', [1, 2])).toBe(true);
    expect(await deviceWork(device).read('a', 'choices')).toEqual({ bannedParcels: ['D1'] });
    expect(await deviceWork(device).read('b', 'choices')).toBeUndefined();
    await work.keep('a', 'choices', undefined);
    expect(await work.read('a', 'choices')).toBeUndefined();
    expect(await work.read('a', 'plan')).toEqual([1, 2]);
  });

  it('lies beside drafts of a page that knew none of it', async () => {
    const device = new DeviceDatabase();
    const before = await new Promise<IDBDatabase>((opened) => {
      const asked = device.open('yuantu', 3);
      asked.onupgradeneeded = () => {
        for (const name of ['drafts', 'sources', 'deeds', 'references', 'guides'])
          asked.result.createObjectStore(name).put({ title: '城', changedAt: 1 }, 'x');
      };
      asked.onsuccess = () => opened(asked.result);
    });
    before.close();
    expect(await deviceWork(device).keep('a', 'choices', 1)).toBe(true);
    expect(await deviceDrafts(device).list()).toEqual({ ok: true, value: [{ title: '城', changedAt: 1 }] });
  });

  it('is not kept where the browser keeps nothing, and nothing fails of it', async () => {
    const refuses = deviceWork(undefined);
    expect(await refuses.keep('a', 'choices', 1)).toBe(false);
    expect(await refuses.read('a', 'choices')).toBeUndefined();
  });
});
