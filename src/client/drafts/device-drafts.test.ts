import fc from 'fast-check';
import { forceCloseDatabase, IDBFactory as DeviceDatabase, IDBKeyRange as DeviceKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Deed } from '../../city/deeds.ts';
import { deviceDrafts } from './device-drafts.ts';

const deed = (n: number): Deed => ({ base: n, tables: { parcel: { patch: [{ key: n, fields: { costWan: n } }] } } });
const files = [{ name: 'a.geojson', bytes: Uint8Array.of(1, 2, 3) }];
const begun = { title: '城', judging: {} };
const valueOf = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

beforeAll(() => void vi.stubGlobal('IDBKeyRange', DeviceKeyRange));
afterAll(() => void vi.unstubAllGlobals());

describe('drafts on the device', () => {
  it('keep what was begun and done, for whoever opens the database next', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), fc.boolean(), async (more, isSample) => {
        const device = new DeviceDatabase();
        const drafts = deviceDrafts(device);
        const source = { files: isSample ? null : files };
        let entry = valueOf(await drafts.begin(begun, source, [deed(0)]));
        for (let n = 1; n <= more; n++) entry = valueOf(await drafts.append(entry.id, n, n % 3 ? deed(n) : 'undo'));
        const next = deviceDrafts(device);
        expect(await next.list()).toEqual({ ok: true, value: [entry] });
        const draft = valueOf(await next.read(entry.id));
        expect(draft.source).toEqual(source);
        expect(draft.deeds).toEqual(Array.from({ length: more + 1 }, (_, n) => (n === 0 || n % 3 ? deed(n) : 'undo')));
        expect(valueOf(await next.deedsFrom(entry.id, more))).toEqual(draft.deeds.slice(more));
        const card = {
          park: { id: 'P', name: '甲园' },
          parcels: 1,
          landM2: { value: 2000 / 3 },
          outcome: 'pass',
          picture: null,
        } as const;
        expect(await next.describe(entry.id, card)).toMatchObject({ ok: true });
        expect(await drafts.list()).toEqual({ ok: true, value: [{ ...entry, card }] });
        await next.remove(entry.id);
        expect(await next.describe(entry.id, card)).toMatchObject({ ok: true });
        expect(await drafts.list()).toEqual({ ok: true, value: [] });
        expect(await drafts.read(entry.id)).toMatchObject({ ok: false, refusal: { code: 'draft-gone' } });
        expect(await drafts.append(entry.id, more + 1, 'redo')).toMatchObject({ refusal: { code: 'draft-gone' } });
        expect(valueOf(await drafts.deedsFrom(entry.id, 0))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('take a deed for its place alone: of two windows the later one is told', async () => {
    const device = new DeviceDatabase();
    const [one, other] = [deviceDrafts(device), deviceDrafts(device)];
    const { id } = valueOf(await one.begin(begun, { files }, [deed(0)]));
    const both = await Promise.all([one.append(id, 1, deed(1)), other.append(id, 1, deed(2))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'draft-ahead', params: { deeds: 2 } } });
    expect(valueOf(await one.read(id)).deeds).toHaveLength(2);
  });

  it('are opened again after the browser closed them', async () => {
    const device = new DeviceDatabase();
    const open = vi.spyOn(device, 'open');
    const drafts = deviceDrafts(device);
    const { id } = valueOf(await drafts.begin(begun, { files }, [deed(0)]));
    forceCloseDatabase(open.mock.results[0].value.result);
    await vi.waitFor(async () => expect(await drafts.append(id, 1, deed(1))).toMatchObject({ ok: true }));
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('let go for whoever changes or deletes the database, and are opened again after it', async () => {
    const device = new DeviceDatabase();
    const drafts = deviceDrafts(device);
    await drafts.begin(begun, { files }, [deed(0)]);
    const deleted = device.deleteDatabase('yuantu');
    await new Promise((done, failed) => {
      deleted.onsuccess = done;
      deleted.onblocked = () => failed(new Error('a page holds it'));
    });
    expect(await drafts.list()).toEqual({ ok: true, value: [] });
    expect(await drafts.begin(begun, { files }, [deed(0)])).toMatchObject({ ok: true });
  });

  it('tell of a window with an older page that does not let go, and leave it what it holds', async () => {
    const device = new DeviceDatabase();
    const held = await new Promise<IDBDatabase>((done) => {
      const asked = device.open('yuantu', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('drafts');
      asked.onsuccess = () => done(asked.result);
    });
    const drafts = deviceDrafts(device);
    expect(await drafts.list()).toMatchObject({ refusal: { code: 'device-held' } });
    held.close();
    await vi.waitFor(async () => expect(await drafts.list()).toMatchObject({ ok: true }));
  });

  it('say so where the browser keeps nothing, or the device has no room', async () => {
    const refuses = deviceDrafts(undefined);
    expect(await refuses.list()).toMatchObject({ refusal: { code: 'device-refuses' } });
    const full = new Proxy(new DeviceDatabase(), {
      get: () => () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    });
    expect(await deviceDrafts(full).begin(begun, { files }, [deed(0)])).toMatchObject({
      refusal: { code: 'device-full' },
    });
  });
});
