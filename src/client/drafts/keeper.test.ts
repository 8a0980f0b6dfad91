import { expect, it } from 'vitest';
import type { Deed } from '../../city/deeds.ts';
import { ok, refuse } from '../../domain/outcome.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { DraftEntry, Drafts } from './draft.ts';
import { DraftKeeper } from './keeper.ts';

/** A device that can be full, and remembers in which order it was given what. */
class Device implements Pick<Drafts, 'begin' | 'append' | 'deedsFrom'> {
  readonly drafts = new Map<string, Deed[]>();
  refusal: DraftRefusal | null = null;
  #begun = 0;

  readonly begin: Drafts['begin'] = async (begun, _source, deeds) => {
    await Promise.resolve();
    if (this.refusal) return { ok: false, refusal: this.refusal };
    const id = `d${++this.#begun}`;
    this.drafts.set(id, [...deeds]);
    return ok({ ...begun, id, files: [], begunAt: 0, changedAt: 0, deeds: deeds.length });
  };

  readonly append: Drafts['append'] = async (id, at, deed) => {
    await Promise.resolve();
    if (this.refusal) return { ok: false, refusal: this.refusal };
    const deeds = this.drafts.get(id);
    if (!deeds) return refuse('draft-gone', {});
    if (at !== deeds.length) return refuse('draft-ahead', { deeds: deeds.length });
    deeds.push(deed);
    return ok(entry(id, at + 1));
  };

  readonly deedsFrom: Drafts['deedsFrom'] = (id, from) => Promise.resolve(ok(this.drafts.get(id)?.slice(from) ?? []));
}

const entry = (id: string, deeds: number): DraftEntry => ({
  id,
  title: '',
  files: [],
  begunAt: 0,
  changedAt: 0,
  deeds,
  judging: {},
});
const of = (title = '城') => ({ title, source: { files: null }, judging: {} });
const kept = { unkept: null, apart: false };
const keeperOf = (device: Device) => new DraftKeeper(device as unknown as Drafts);
const keep = (keeper: DraftKeeper, deed: Deed, title?: string) =>
  keeper.inTurn(async (turn) => {
    if (turn.unseen.length > 0) turn.took();
    return turn.keep(deed, of(title));
  });

it('begins a draft with the first deed, and keeps the others in the order they were done', async () => {
  const device = new Device();
  const keeper = keeperOf(device);
  expect(keeper.draft).toBeNull();
  const all = (['undo', 'redo', 'undo'] as const).map((deed) => keep(keeper, deed));
  expect(await Promise.all(all)).toEqual([kept, kept, kept]);
  expect([...device.drafts]).toEqual([['d1', ['undo', 'redo', 'undo']]]);
  expect(keeper.draft).toMatchObject({ id: 'd1', deeds: 3 });
});

it('says why nothing is kept, and keeps all of it once there is room again', async () => {
  const device = new Device();
  const keeper = keeperOf(device);
  device.refusal = { code: 'device-full', params: {} };
  expect(await keep(keeper, 'undo')).toMatchObject({ unkept: { code: 'device-full' } });
  expect(await keep(keeper, 'redo')).toMatchObject({ unkept: { code: 'device-full' } });
  device.refusal = null;
  expect(await keep(keeper, 'undo')).toEqual(kept);
  expect([...device.drafts.values()]).toEqual([['undo', 'redo', 'undo']]);
});

it('goes on with a draft that is opened again, upon what others did to it since', async () => {
  const device = new Device();
  device.drafts.set('old', ['undo', 'redo']);
  const keeper = keeperOf(device);
  keeper.opened(['undo'], { entry: entry('old', 1), source: { files: null }, deeds: ['undo'] });
  expect(await keeper.inTurn((turn) => Promise.resolve(turn.unseen))).toEqual(['redo']);
  expect(await keep(keeper, 'undo')).toEqual(kept);
  expect(keeper.done).toEqual(['undo', 'redo', 'undo']);
  expect(keeper.draft).toMatchObject({ id: 'old', deeds: 3 });
});

it('has a draft of its own with all it did where others went on while it could not keep, and where it was thrown away', async () => {
  const device = new Device();
  device.drafts.set('old', ['undo']);
  const keeper = keeperOf(device);
  keeper.opened(['undo'], { entry: entry('old', 1), source: { files: null }, deeds: ['undo'] });
  device.refusal = { code: 'device-full', params: {} };
  await keep(keeper, 'redo');
  device.drafts.get('old')!.push('undo');
  device.refusal = null;
  expect(await keeper.inTurn((turn) => Promise.resolve(turn.unseen))).toEqual([]);
  expect(await keep(keeper, 'redo')).toEqual({ unkept: null, apart: true });
  expect(Object.fromEntries(device.drafts)).toEqual({ old: ['undo', 'undo'], d1: ['undo', 'redo', 'redo'] });
  device.drafts.delete('d1');
  expect(await keep(keeper, 'undo')).toEqual({ unkept: null, apart: true });
  expect(device.drafts.get('d2')).toEqual(['undo', 'redo', 'redo', 'undo']);
});

it('keeps each deed with the land it was done to, though other land is opened while the first is being kept', async () => {
  const device = new Device();
  const keeper = keeperOf(device);
  const before = [keep(keeper, 'undo', '旧'), keep(keeper, 'redo', '旧')];
  await Promise.resolve();
  keeper.opened([], null);
  const after = [keep(keeper, 'redo', '新'), keep(keeper, 'redo', '新')];
  expect(await Promise.all([...before, ...after])).toEqual([kept, kept, kept, kept]);
  expect(Object.fromEntries(device.drafts)).toEqual({ d1: ['undo', 'redo'], d2: ['redo', 'redo'] });
  expect(keeper.draft).toMatchObject({ id: 'd2', deeds: 2 });
});
