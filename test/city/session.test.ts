import { describe, expect, it } from 'vitest';
import { calls, type Answer, type Call, type Input } from '../../src/city/calls.ts';
import type { Row } from '../../src/city/call.ts';
import type { Asking } from '../../src/city/asking.ts';
import type { Deed } from '../../src/city/deeds.ts';
import { Session } from '../../src/city/session.ts';
import { applied } from '../../src/client/applied.ts';
import type { Change } from '../../src/domain/land/change.ts';
import { STATUSES } from '../../src/domain/land/parcel-columns.ts';
import { ok } from '../../src/domain/outcome.ts';
import { earliestDay, lawOn, packVersions } from '../../src/workers/policy-packs.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { solverHere } from '../helpers/solver-thread.ts';

const today = '2026-11-22';
const fields = { floorAreaM2: 90_000 };
const parks = (count: number) =>
  collection(
    ...Array.from({ length: count }, (_, i) => park({ id: `P${i}`, name: `园${i}` })),
    ...Array.from({ length: count }, (_, i) =>
      parcel(`A${i}`, rectangle(400 * i, 0, 250, 270), { parkId: `P${i}`, ...fields }),
    ),
  );

const sessionOf = (sampleParks = 2) =>
  new Session({
    lawOn: (date) => lawOn(date, today),
    earliestDay,
    packVersions,
    startSolver: solverHere,
    fetchSample: () =>
      Promise.resolve(ok({ city: { name: 'city.geojson', bytes: bytes(parks(sampleParks)) }, backdrop: null })),
  });

/** As a worker puts them. */
async function put<C extends Call>(
  session: Session,
  call: C,
  input: Input<C>,
  asking: Partial<Asking> = {},
): Promise<Answer<C>> {
  const row = calls[call] as unknown as Row<Input<C>, Answer<C>>;
  return row.answer(session, input, { judging: {}, ...asking });
}

async function opened(count = 2) {
  const session = sessionOf();
  const files = [{ name: 'a.geojson', bytes: bytes(parks(count)) }];
  const answer = await put(session, 'openFiles', { files });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { session, view: answer.value };
}

describe('a session', () => {
  it('answers with nothing of land while nothing is open', async () => {
    const session = sessionOf();
    const key = 0;
    expect(await put(session, 'parcel', { key })).toBeNull();
    expect(await put(session, 'tile', { set: 'parcels', z: 1, x: 0, y: 0 })).toBeNull();
    expect(await put(session, 'judge', {})).toBeNull();
    expect((await put(session, 'policy', {}))?.id).toBe('zhengzhou-draft');
  });

  it('opens the sample, and stays with it when what is opened next is refused', async () => {
    const session = sessionOf();
    const steps: string[] = [];
    const answer = await put(session, 'openSample', {}, { onProgress: (_done, step) => steps.push(step) });
    expect(answer.ok && answer.value.parks).toHaveLength(2);
    expect(steps[0]).toBe('fetch');
    const refused = await put(session, 'openFiles', { files: [{ name: 'b.geojson', bytes: bytes('{') }] });
    expect(refused.ok).toBe(false);
    expect((await put(session, 'parcel', { key: 1 }))?.parcel.id).toBe('A1');
  });

  it('answers every question by the law it is asked of, whatever was judged since', async () => {
    const { session, view } = await opened();
    const old = { date: '2021-06-01' };
    const judged = await put(session, 'judge', old);
    expect(judged?.ok && judged.value).toMatchObject({ date: '2021-06-01' });
    expect(await put(session, 'repairs', { park: 0 }, { judging: old })).toEqual([]);
    const rows = await put(session, 'targets', {}, { judging: {} });
    expect(rows?.length).toBeGreaterThan(0);
    expect((await put(session, 'judge', {}))?.ok && session.opened?.view.date).toBe(view.date);
  });

  it('keeps the judgements that were asked of last', async () => {
    const { session } = await opened();
    const old = { date: '2021-06-01' };
    const first = await session.judged({ judging: {} });
    await session.judged({ judging: old });
    await session.judged({ judging: {} });
    await session.judged({ judging: { date: '2027-01-01' } });
    const again = await session.judged({ judging: {} });
    expect(again?.ok && again.value).toBe(first?.ok && first.value);
  });

  it('stops judging when nobody waits for it, and then judges as before', async () => {
    const { session } = await opened(120);
    const stop = new AbortController();
    const asked = put(session, 'judge', { date: '2027-01-01' }, { signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(await put(session, 'parcel', { key: 3 })).toMatchObject({ parcel: { id: 'A3' } });
    expect(await put(session, 'judge', { date: '2027-01-01' })).toMatchObject({ ok: true });
  });

  it('stops an export alone: what else is asked goes on, and what is open stays', async () => {
    const { session } = await opened(3);
    const stop = new AbortController();
    const files = put(session, 'repaired', { source: 'a.geojson' }, { signal: stop.signal });
    stop.abort();
    await expect(files).rejects.toMatchObject({ name: 'AbortError' });
    const version = session.opened?.city.version;
    expect(await put(session, 'repaired', { source: 'a.geojson' })).toMatchObject({ ok: true });
    expect(session.opened?.city.version).toBe(version);
  });

  it('changes land, undoes it and does it again, and says what can be undone', async () => {
    const { session, view } = await opened(3);
    const note = { code: 'edit', params: { id: 'A1' } } as const;
    const change = { base: 0, note, tables: { parcel: { patch: [{ key: 1, fields: { status: 'idle' as const } }] } } };
    const done = await put(session, 'apply', { change });
    if (!done?.ok) throw new Error('refused');
    expect(done.value.history).toMatchObject({ undo: note, redo: null, unsaved: 1 });
    let page = applied(view, done.value.delta);
    expect(STATUSES[page.parcels.status[1]]).toBe('idle');
    const undone = await put(session, 'undo', {});
    page = applied(page, undone?.ok ? undone.value.delta : done.value.delta);
    expect([STATUSES[page.parcels.status[1]], page.version]).toEqual(['planned', 2]);
    expect(await put(session, 'redo', {})).toMatchObject({ value: { history: { undo: note, redo: null } } });
    expect(await put(session, 'redo', {})).toBeNull();
  });

  it('refuses a change made for a record that is another by now, and changes nothing', async () => {
    const { session } = await opened(3);
    const change = (firms: number) => ({ base: 0, tables: { park: { patch: [{ key: 0, fields: { firms } }] } } });
    await put(session, 'apply', { change: change(1) });
    const refused = await put(session, 'apply', { change: change(2) });
    expect(refused).toMatchObject({ refusal: { code: 'changed-meanwhile', params: { records: 'park P0' } } });
    expect(session.opened?.city.park(0)?.firms).toBe(1);
  });

  it('does again what a session that is gone did, new records by the keys they had', async () => {
    const { session } = await opened(3);
    await session.opened!.judgeAll();
    const { view, city } = session.opened!;
    const { land } = city;
    const table = land.table('parcel');
    // Tried and dropped: its key is given to nobody.
    table.takeKey();
    const key = table.takeKey();
    const deeds: Deed[] = [
      { base: 0, tables: { parcel: { put: [{ key, record: { id: 'new' }, shape: table.shape(0)!, after: 0 }] } } },
      { base: 1, tables: { parcel: { remove: [1] } } },
      'undo',
    ];
    for (const deed of deeds)
      if (deed === 'undo') await put(session, 'undo', {});
      else if (deed !== 'redo' && !('scenario' in deed)) await put(session, 'apply', { change: deed });
    const next = sessionOf();
    const files = [{ name: 'a.geojson', bytes: bytes(parks(3)) }];
    const again = await put(next, 'openFiles', { files, deeds });
    expect(again).toMatchObject({ ok: true, value: { version: 3 } });
    for (const { opened: own } of [session, next]) await own!.judgeAll();
    expect(next.opened?.view).toEqual(session.opened?.view);
    const [since, before] = [await put(next, 'since', { version: 0 }), view];
    expect(applied(before, since!)).toEqual(next.opened?.view);
    expect(await put(next, 'redo', {})).toMatchObject({ ok: true });
  });

  it('refuses deeds of other land, and stays with what is open and was done to it', async () => {
    const { session } = await opened(3);
    const { view } = session.opened!;
    const patch = (key: number): Deed => ({
      base: 0,
      tables: { parcel: { patch: [{ key, fields: { status: 'idle' } }] } },
    });
    await put(session, 'apply', { change: patch(1) as Change });
    const [changed, history] = [session.opened!.view, session.history];
    const files = [{ name: 'b.geojson', bytes: bytes(parks(2)) }];
    const gone: Deed = { base: 0, tables: { parcel: { remove: [0] } } };
    for (const last of [patch(2), 'redo', gone] as const) {
      const refused = await put(session, 'openFiles', { files, deeds: [patch(1), gone, last] });
      const refusal = { code: 'draft-does-not-fit', params: { step: 3, steps: 3 } };
      expect(refused).toEqual({ ok: false, refusal });
    }
    const nothing = await put(session, 'openFiles', { files, deeds: ['undo'] });
    expect(nothing).toMatchObject({ refusal: { params: { step: 1, steps: 1 } } });
    expect(changed).not.toEqual(view);
    expect([session.opened!.view, session.history]).toEqual([changed, history]);
  });

  it('opens a draft of the sample city on that city alone', async () => {
    const fresh = await put(sessionOf(), 'openSample', {});
    if (!fresh.ok) throw new Error(fresh.refusal.code);
    const { fingerprint } = fresh.value;
    const deeds: Deed[] = [{ base: 0, tables: { parcel: { remove: [1] } } }];
    expect(await put(sessionOf(), 'openSample', { deeds, fingerprint })).toMatchObject({ value: { version: 1 } });
    const later = sessionOf(3);
    const refused = await put(later, 'openSample', { deeds, fingerprint });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'draft-of-another-sample' } });
    expect(later.opened).toBeNull();
  });
});

describe('what was changed', () => {
  it('is in the file that is saved, and saved from then on', async () => {
    const { session, view } = await opened();
    const [{ key }] = view.parks;
    const change = { base: view.version, tables: { park: { patch: [{ key, fields: { name: '改名园' } }] } } };
    expect(await put(session, 'apply', { change })).toMatchObject({ value: { history: { unsaved: 1 } } });
    const saved = await put(session, 'save', { format: 'geojson' });
    if (!saved?.ok) throw new Error('not saved');
    expect(saved.value.name).toBe('a.geojson');
    const again = await sessionOf().open({ files: [saved.value] });
    expect(again).toMatchObject({ value: { parks: [{ name: '改名园' }, { name: '园1' }] } });
    expect(await put(session, 'undo', {})).toMatchObject({ value: { history: { undo: null, unsaved: 1 } } });
    expect(await put(session, 'redo', {})).toMatchObject({ value: { history: { unsaved: 0 } } });
    expect(await put(sessionOf(), 'save', { format: 'ytp' })).toBeNull();
  });
});
