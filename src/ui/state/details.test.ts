import { describe, expect, it } from 'vitest';
import { setUp } from '../../../test/helpers/fake-worker.ts';
import type { ParkLine } from '../../city/view.ts';
import { ParcelDetails } from './parcel-details.svelte.ts';
import { ParkDetails } from './park-details.svelte.ts';
import { OpenProject } from './project.svelte.ts';

const turn = () => new Promise((done) => setTimeout(done));
const line = (key: number, outcome: string) => ({ key, id: `P${key}`, outcome }) as ParkLine;
const view = (key: number, outcome: string) => ({ key, outcome });
const ids = { text: 'A\0', starts: Uint32Array.of(0, 2) };

async function opened() {
  const { client, workers } = setUp();
  const open = new OpenProject(client);
  const parks = new ParkDetails(open);
  const parcels = new ParcelDetails(open);
  void open.openSample();
  const project = { date: '2026-11-28', precision: null, version: 0, parks: [line(0, 'pass'), line(1, 'fail')] };
  workers[0].answer('openSample', { ok: true, value: { ...project, parcels: { size: 1, keys: null, ids } } });
  await turn();
  return { open, parks, parcels, worker: workers[0] };
}

describe('the card of a park', () => {
  it('opens once it is told about, and stays until the next one is', async () => {
    const { open, parks, worker } = await opened();
    const [first, second] = open.project!.parks;
    parks.ask(first);
    expect(parks.view).toBeNull();
    worker.answer('park', view(0, 'pass'));
    await parks.ready();
    expect(parks.view).toMatchObject({ key: 0 });
    parks.ask(second);
    expect(parks.view).toMatchObject({ key: 0 });
    worker.answer('park', view(1, 'fail'));
    await parks.ready();
    expect(parks.view).toMatchObject({ key: 1 });
    parks.ask(null);
    expect(parks.view).toBeNull();
  });

  it('is that of the park chosen last, in whatever order they are told', async () => {
    const { open, parks, worker } = await opened();
    const [first, second] = open.project!.parks;
    parks.ask(first);
    const [ask] = worker.asked.slice(-1);
    parks.ask(second);
    worker.answer('park', view(1, 'fail'));
    await turn();
    worker.reply({ id: ask.id, kind: 'done', value: view(0, 'pass') as never });
    await turn();
    expect(parks.view).toMatchObject({ key: 1 });
  });

  it('changes together with list and day, and is not asked for again then', async () => {
    const { open, parks, worker } = await opened();
    parks.ask(open.project!.parks[0]);
    worker.answer('park', view(0, 'pass'));
    await parks.ready();
    void open.judgeOn('2023-06-01');
    worker.answer('policy', { id: 'then' });
    await turn();
    const now = [line(0, 'fail'), line(1, 'fail')];
    worker.answer('judge', { ok: true, value: { date: '2023-06-01', precision: null, parks: now } });
    await turn();
    expect([open.project?.date, parks.view]).toMatchObject(['2026-11-28', { outcome: 'pass' }]);
    worker.answer('park', view(0, 'fail'));
    await turn();
    expect([open.project?.date, parks.view]).toMatchObject(['2023-06-01', { outcome: 'fail' }]);
    const asked = worker.asked.length;
    parks.ask(open.project!.parks[0]);
    expect(worker.asked).toHaveLength(asked);
  });
});

describe('the card of a parcel', () => {
  it('is told of anew with what is judged, and goes where the parcel has gone', async () => {
    const { open, parcels, worker } = await opened();
    const shown = parcels.load('A', false);
    worker.answer('parcel', { parcel: { id: 'A' }, facts: { key: 0 } });
    expect(await shown).toEqual({ fly: false });
    void open.judgeOn('2023-06-01');
    worker.answer('policy', { id: 'then' });
    await turn();
    worker.answer('judge', { ok: true, value: { date: '2023-06-01', precision: null, parks: [] } });
    await turn();
    worker.answer('parcel', null);
    await turn();
    expect([open.project?.date, parcels.view]).toEqual(['2023-06-01', null]);
  });

  it('is gone to where it is asked for again, without the way, before it is told of; not where another is', async () => {
    const { parcels, worker } = await opened();
    const tell = () => {
      const value = { parcel: { id: 'A' }, facts: { key: 0 } } as never;
      for (const { id } of worker.open()) worker.reply({ id, kind: 'done', value });
    };
    const [pressed, rested] = [parcels.load('A', true), parcels.load('A', false)];
    tell();
    expect([await pressed, await rested]).toEqual([null, { fly: true }]);
    const again = parcels.load('A', false);
    tell();
    expect(await again).toEqual({ fly: false });
    void parcels.load('A', true);
    parcels.leave();
    const later = parcels.load('A', false);
    tell();
    expect(await later).toEqual({ fly: false });
    // Nor where it was not there when it was to be gone to.
    expect(await parcels.load('Z', true)).toBeNull();
    parcels.row = () => 0;
    const come = parcels.load('Z', false);
    tell();
    expect(await come).toEqual({ fly: false });
  });
});
