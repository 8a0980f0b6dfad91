import { expect, it } from 'vitest';
import type { Deed } from '../../city/deeds.ts';
import { ok, refuse } from '../../domain/outcome.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Draft, DraftEntry, Drafts } from './draft.ts';
import { DraftKeeper } from './keeper.ts';

/** A device that can be full, and remembers in which order it was given what. */
class Device implements Pick<Drafts, 'begin' | 'append'> {
  readonly deeds: Deed[] = [];
  refusal: DraftRefusal | null = null;
  begun = 0;

  readonly begin: Drafts['begin'] = async (begun, _source, deed) => {
    await Promise.resolve();
    if (this.refusal) return { ok: false, refusal: this.refusal };
    this.begun++;
    this.deeds.push(deed);
    return ok({ ...begun, id: `d${this.begun}`, files: [], begunAt: 0, changedAt: 0, deeds: 1 });
  };

  readonly append: Drafts['append'] = async (id, at, deed) => {
    await Promise.resolve();
    if (this.refusal) return { ok: false, refusal: this.refusal };
    if (at !== this.deeds.length) return refuse('draft-ahead', { deeds: this.deeds.length });
    this.deeds.push(deed);
    return ok({ id, title: '', files: [], begunAt: 0, changedAt: 0, deeds: at + 1, judging: {} });
  };
}

const of = { title: '城', source: { files: null }, judging: {} };
const keeperOf = (device: Device) => new DraftKeeper(device as unknown as Drafts);

it('begins a draft with the first deed, and keeps the others in the order they were done', async () => {
  const device = new Device();
  const keeper = keeperOf(device);
  expect(keeper.draft).toBeNull();
  const kept = (['undo', 'redo', 'undo'] as const).map((deed) => keeper.keep(deed, of));
  expect(await Promise.all(kept)).toEqual([null, null, null]);
  expect(device.deeds).toEqual(['undo', 'redo', 'undo']);
  expect(device.begun).toBe(1);
  expect(keeper.draft).toMatchObject({ id: 'd1', deeds: 3 });
});

it('says why nothing is kept, and keeps all of it once there is room again', async () => {
  const device = new Device();
  const keeper = keeperOf(device);
  device.refusal = { code: 'device-full', params: {} };
  expect(await keeper.keep('undo', of)).toMatchObject({ code: 'device-full' });
  expect(await keeper.keep('redo', of)).toMatchObject({ code: 'device-full' });
  device.refusal = null;
  expect(await keeper.keep('undo', of)).toBeNull();
  expect(device.deeds).toEqual(['undo', 'redo', 'undo']);
});

it('goes on with a draft that is opened again, and begins another for other land', async () => {
  const device = new Device();
  device.deeds.push('undo', 'redo');
  const keeper = keeperOf(device);
  const entry: DraftEntry = { id: 'old', title: '', files: [], begunAt: 0, changedAt: 0, deeds: 2, judging: {} };
  keeper.opened({ entry, source: { files: null }, deeds: device.deeds } satisfies Draft);
  expect(await keeper.keep('undo', of)).toBeNull();
  expect(keeper.draft).toMatchObject({ id: 'old', deeds: 3 });
  keeper.opened(null);
  expect(await keeper.keep('redo', of)).toBeNull();
  expect(device.begun).toBe(1);
});

it('keeps each deed with the land it was done to, though other land is opened while the first is being kept', async () => {
  const of = (title: string) => ({ title, source: { files: null }, judging: {} });
  const drafts = new Map<string, Deed[]>();
  const device: Pick<Drafts, 'begin' | 'append'> = {
    begin: async (begun, _source, deed) => {
      await Promise.resolve();
      drafts.set(begun.title, [deed]);
      return ok({ ...begun, id: begun.title, files: [], begunAt: 0, changedAt: 0, deeds: 1 });
    },
    append: async (id, at, deed) => {
      await Promise.resolve();
      drafts.get(id)!.push(deed);
      return ok({ id, title: id, files: [], begunAt: 0, changedAt: 0, deeds: at + 1, judging: {} });
    },
  };
  const keeper = new DraftKeeper(device as unknown as Drafts);
  const before = [keeper.keep('undo', of('旧')), keeper.keep('redo', of('旧'))];
  await Promise.resolve();
  keeper.opened(null);
  const after = [keeper.keep('redo', of('新')), keeper.keep('redo', of('新'))];
  expect(await Promise.all([...before, ...after])).toEqual([null, null, null, null]);
  expect(Object.fromEntries(drafts)).toEqual({ 旧: ['undo', 'redo'], 新: ['redo', 'redo'] });
  expect(keeper.draft).toMatchObject({ id: '新', deeds: 2 });
});
