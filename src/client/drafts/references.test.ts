import { IDBFactory as DeviceDatabase, IDBKeyRange as DeviceKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { deviceDrafts } from './device-drafts.ts';
import type { KeptReference } from './draft.ts';
import { KeptGuides } from './guides.ts';
import { KeptReferences } from './references.ts';

beforeAll(() => void vi.stubGlobal('IDBKeyRange', DeviceKeyRange));
afterAll(() => void vi.unstubAllGlobals());

const reference = (id: string, addedAt: number, isShown = true): KeptReference => ({
  id,
  files: [{ name: `${id}.txt`, bytes: Uint8Array.of(addedAt) }],
  choices: { epsg: 4526 },
  isShown,
  addedAt,
});
const idsOf = async (references: KeptReferences) => (await references.list()).map(({ id }) => id);

it('reference layers wait in the page until there is a draft, are kept with it, and go where it goes', async () => {
  const drafts = deviceDrafts(new DeviceDatabase());
  const begin = async () => {
    const begun = await drafts.begin({ title: '城', judging: {} }, { files: null }, ['undo']);
    return begun.ok ? begun.value.id : '';
  };
  const [own, other] = [await begin(), await begin()];
  const references = new KeptReferences(drafts);
  references.opened(null);
  await references.keep(reference('b', 2));
  await references.keep(reference('a', 3));
  expect(await drafts.references(own)).toEqual({ ok: true, value: [] });

  await references.begun(own);
  await references.keep(reference('c', 1));
  await references.keep(reference('b', 2, false));
  const again = new KeptReferences(drafts);
  again.opened(own);
  expect(await again.list()).toEqual([reference('c', 1), reference('b', 2, false), reference('a', 3)]);

  // A draft told apart from the one of other windows has them as well.
  await references.begun(other);
  await references.drop('c');
  expect([await idsOf(references), await idsOf(again)]).toEqual([
    ['b', 'a'],
    ['c', 'b', 'a'],
  ]);
  await drafts.remove(own);
  expect([await idsOf(references), await idsOf(again)]).toEqual([['b', 'a'], []]);
});

it('guides wait in the page until there is a draft, are kept with it, and go where it goes', async () => {
  const drafts = deviceDrafts(new DeviceDatabase());
  const begin = async () => {
    const begun = await drafts.begin({ title: '城', judging: {} }, { files: null }, ['undo']);
    return begun.ok ? begun.value.id : '';
  };
  const [own, other] = [await begin(), await begin()];
  const [a, b] = [1, 2].map((x) => ({ crs: 4526, shape: [[[[x, 0], [9, 0], [9, 9]]]] }) as const); // prettier-ignore
  const guides = new KeptGuides(drafts);
  guides.opened(null);
  expect(await guides.keep([a])).toBeNull();
  expect(await drafts.guides(own)).toEqual({ ok: true, value: [] });
  await guides.begun(own);
  await guides.keep([a, b]);
  const again = new KeptGuides(drafts);
  again.opened(own);
  expect(await again.list()).toEqual([a, b]);
  // A draft told apart from the one of other windows has them as well.
  await guides.begun(other);
  await guides.keep([]);
  expect([await drafts.guides(other), await drafts.guides(own)]).toEqual([
    { ok: true, value: [] },
    { ok: true, value: [a, b] },
  ]);
  await drafts.remove(own);
  expect(await drafts.guides(own)).toEqual({ ok: true, value: [] });
  const full = { keepGuides: () => Promise.resolve({ ok: false, refusal: { code: 'device-full', params: {} } }) };
  const refused = new KeptGuides(full as never);
  refused.opened('d');
  expect(await refused.keep([a])).toMatchObject({ code: 'device-full' });
});

it('one that a device has no room for is told of', async () => {
  const full = {
    keepReference: () => Promise.resolve({ ok: false, refusal: { code: 'device-full', params: {} } }),
    references: () => Promise.resolve({ ok: true, value: [] }),
  };
  const references = new KeptReferences(full as never);
  // One that was there before the draft stays in the page.
  references.opened(null);
  await references.keep(reference('before', 1));
  await references.begun('d');
  expect(await idsOf(references)).toEqual(['before']);
  expect(await references.keep(reference('a', 1))).toMatchObject({ code: 'device-full' });
});
