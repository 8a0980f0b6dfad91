import fc from 'fast-check';
import { IDBFactory as DeviceDatabase, IDBKeyRange as DeviceKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../src/client/client.ts';
import { deviceDrafts } from '../../src/client/drafts/device-drafts.ts';
import { createLocalClient } from '../../src/client/local.ts';
import type { Intent, IntentOf } from '../../src/desk/intent.ts';
import type { Change } from '../../src/domain/land/change.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { sessionWorker } from '../helpers/session-worker.ts';
import { Browser } from '../helpers/shared-windows.ts';

const files = [
  {
    name: 'a.geojson',
    bytes: bytes(
      collection(
        park({ id: 'P', name: '甲园' }),
        ...[0, 1, 2].map((i) => parcel(`A${i}`, rectangle(400 * i, 0, 250, 270), { parkId: 'P' })),
      ),
    ),
  },
];

beforeAll(() => void vi.stubGlobal('IDBKeyRange', DeviceKeyRange));
afterAll(() => void vi.unstubAllGlobals());

/** A device with one browser: each window is a client with a worker and what it holds of the page. */
function device(factory: IDBFactory = new DeviceDatabase()) {
  const browser = new Browser();
  const window = () => createLocalClient(() => sessionWorker('2026-11-22'), deviceDrafts(factory), browser.window());
  return { window };
}

const versionOf = async (client: Client) => (await client.since({ version: 0 }))!.version;
const fileOf = async (client: Client) => {
  const file = await client.save({ format: 'ytp' });
  if (!file?.ok) throw new Error('not saved');
  return Buffer.from(file.value.bytes).toString('base64');
};
const costs = (key: number, costWan: number, base: number): Change => ({
  base,
  note: { code: 'edit', params: { id: `A${key}` } },
  tables: { parcel: { patch: [{ key, fields: { costWan } }] } },
});

async function shared() {
  const { window } = device();
  const [a, b] = [window(), window()];
  expect((await a.openFiles({ files })).ok).toBe(true);
  await a.apply({ change: costs(0, 1, 0) });
  const { id } = a.drafts!.current!;
  expect((await b.drafts!.open(id)).ok).toBe(true);
  return { a, b, id, window };
}

describe('two windows on one draft', () => {
  it('hear of each other, and what one does is done in the other', async () => {
    const { a, b, id } = await shared();
    expect([await a.drafts!.others(), await b.drafts!.others()]).toEqual([1, 1]);
    const told = new Promise<boolean>((hear) => b.drafts!.onTold(hear));
    await a.apply({ change: costs(1, 7, 1) });
    expect(await told).toBe(true);
    await b.drafts!.takeOver();
    expect(await b.parcel({ key: 1 })).toMatchObject({ parcel: { costWan: 7 } });
    expect(await b.history()).toMatchObject({ undo: { params: { id: 'A1' } }, elsewhere: 1 });
    expect(await b.drafts!.remove(id)).toMatchObject({ ok: false, refusal: { code: 'draft-open-elsewhere' } });
  });

  it('refuse what was made for a record another has changed since, and name it; the land is the same in both', async () => {
    const { a, b } = await shared();
    const [one, other] = [costs(1, 7, await versionOf(a)), costs(1, 8, await versionOf(b))];
    await a.apply({ change: one });
    const refused = await b.apply({ change: other });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile', params: { records: 'parcel A1' } },
    });
    expect(await b.parcel({ key: 1 })).toMatchObject({ parcel: { costWan: 7 } });
    expect(await fileOf(b)).toBe(await fileOf(a));
  });

  it('draw at the same time: the second is refused where both gave the same number, and done when it is asked anew', async () => {
    const { a, b } = await shared();
    const square = (east: number): Intent => {
      const [e, n] = [38_467_000 + east, 3_847_000];
      const shape: IntentOf<'draw-parcel'>['shape'] = [[[[e, n], [e + 50, n], [e + 50, n + 40], [e, n + 40]]]]; // prettier-ignore
      return { do: 'draw-parcel', park: null, crs: 4526, shape };
    };
    const edits = await Promise.all([a.edit({ intent: square(0) }), b.edit({ intent: square(200) })]);
    const [one, other] = edits.map((edit) => (edit?.ok ? edit.value.change : null)!);
    expect(await a.apply({ change: one })).toMatchObject({ ok: true });
    expect(await b.apply({ change: other })).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    const again = await b.edit({ intent: square(200) });
    expect(await b.apply({ change: again!.ok ? again!.value.change : other })).toMatchObject({ ok: true });
    await a.drafts!.takeOver();
    expect(await fileOf(a)).toBe(await fileOf(b));
    expect((await a.since({ version: 0 }))!.parcels.put.size).toBe(3);
  });

  it('undo no step that was not seen: it is refused once, and named', async () => {
    const { a, b } = await shared();
    const { elsewhere } = (await b.history())!;
    await a.apply({ change: costs(2, 9, 1) });
    expect(await b.undo({ elsewhere })).toMatchObject({
      ok: false,
      refusal: { code: 'done-elsewhere', params: { count: 1 } },
    });
    expect(await b.parcel({ key: 2 })).toMatchObject({ parcel: { costWan: 9 } });
    const seen = (await b.history())!;
    expect(seen.undo).toMatchObject({ params: { id: 'A2' } });
    expect(await b.undo({ elsewhere: seen.elsewhere })).toMatchObject({ ok: true });
    await a.drafts!.takeOver();
    expect(await fileOf(a)).toBe(await fileOf(b));
  });

  it('keep all that was done in one order, whatever each does at the same time', async () => {
    const act = fc.record({
      who: fc.constantFrom('a', 'b'),
      what: fc.constantFrom('do', 'do', 'do', 'undo', 'redo', 'see'),
      key: fc.nat(2),
      value: fc.nat(1000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const { a, b, id, window } = await shared();
        const done = acts.map(async ({ who, what, key, value }) => {
          const client = who === 'a' ? a : b;
          if (what === 'do') return client.apply({ change: costs(key, value, await versionOf(client)) });
          if (what === 'see') return client.drafts!.takeOver();
          return client[what]({});
        });
        const answers = await Promise.all(done);
        for (const answer of answers)
          if (answer?.ok === false) expect(['changed-meanwhile', 'done-elsewhere']).toContain(answer.refusal.code);
        await Promise.all([a.drafts!.takeOver(), b.drafts!.takeOver()]);
        const again = window();
        expect((await again.drafts!.open(id)).ok).toBe(true);
        const accepted = answers.filter((answer) => answer?.ok).length;
        expect(again.drafts!.current!.deeds).toBe(1 + accepted);
        const land = await fileOf(again);
        expect([await fileOf(a), await fileOf(b)]).toEqual([land, land]);
      }),
      { numRuns: 15 },
    );
  });
});
