import { describe, expect, it } from 'vitest';
import type { KeptOutView } from '../../../../city/screening/screen-view.ts';
import type { Client } from '../../../../client/client.ts';
import { faultyFields } from './faulty-fields.ts';
import { KeptOutList } from './kept-out.svelte.ts';

type Problem = KeptOutView['problems'][number];

const negative = (key: number): Problem => ({
  key,
  id: `P${key}`,
  code: 'negative',
  params: { field: 'outputPerMuWan', value: -3 },
});
const late = (key: number): Problem => ({
  key,
  id: `P${key}`,
  code: 'absurd-date',
  params: { field: 'suppliedOn', date: '2099-01-01', least: 1980, most: 2056 },
});

/** A worker with these problems, and what it was asked. */
function deskOf(problems: readonly Problem[]) {
  const asked: unknown[] = [];
  const client = {
    keptOut: ({ from = 0, count = 0 }) =>
      Promise.resolve({ total: problems.length, problems: problems.slice(from, from + count) }),
    edit: (intent: unknown) => (asked.push(intent), Promise.resolve({ ok: true, value: { change: 'the change' } })),
  } as unknown as Pick<Client, 'keptOut' | 'edit'>;
  const edits = { change: (change: unknown) => (asked.push(change), Promise.resolve({ ok: true, value: null })) };
  return { asked, list: new KeptOutList({ edits } as never, client) };
}
const told = () => new Promise((go) => setTimeout(go));

describe('parcels that are kept out', () => {
  it('are asked for once they are looked at, each with all that is wrong with it', async () => {
    const { list } = deskOf([negative(1), late(1), late(2)]);
    expect(list.total).toBeNull();
    list.open(true);
    await told();
    expect(list.parcels.map(({ id, problems }) => [id, problems.length])).toEqual([['P1', 2], ['P2', 1]]); // prettier-ignore
    expect(list.hasMore).toBe(false);
  });

  it('come in pieces, of which none is told twice, a parcel across two of them included', async () => {
    const problems = Array.from({ length: 250 }, (_, n) => (n % 3 ? late(n - (n % 3)) : negative(n)));
    const { list } = deskOf(problems);
    list.open(true);
    await told();
    expect(list.hasMore).toBe(true);
    await list.more();
    expect(list.hasMore).toBe(false);
    expect(list.parcels.flatMap((parcel) => parcel.problems)).toEqual(problems);
    expect(new Set(list.parcels.map(({ key }) => key)).size).toBe(list.parcels.length);
  });

  it('are put right by a step of one field', async () => {
    const { list, asked } = deskOf([negative(7)]);
    expect(await list.set(7, 'outputPerMuWan', 3)).toBe(true);
    expect(asked).toEqual([
      { intent: { do: 'fields', table: 'parcel', keys: [7], fields: { outputPerMuWan: 3 } } },
      'the change',
    ]);
  });
});

describe('fields that are wrong', () => {
  it('are each there once with what they hold; of days in the wrong order either may be wrong', () => {
    const order: Problem = { key: 1, id: 'P1', code: 'dates-out-of-order', params: { before: 'approvedOn', after: 'suppliedOn', first: '2100-01-01', then: '2099-01-01' } }; // prettier-ignore
    expect(faultyFields([late(1), order]).map(({ field, value }) => [field, value])).toEqual([
      ['suppliedOn', '2099-01-01'],
      ['approvedOn', '2100-01-01'],
    ]);
  });

  it('are none where a figure is made of others, or the land lies on other land', () => {
    const ratio = { code: 'absurd', params: { field: 'plotRatio', value: 90, most: 20 } } as const;
    const overlap = { code: 'overlaps', params: { other: 'P2', areaM2: 40, share: 0.5 } } as const;
    expect(faultyFields([ratio, overlap])).toEqual([]);
  });
});
