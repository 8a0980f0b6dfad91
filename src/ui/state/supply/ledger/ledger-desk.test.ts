import { expect, it } from 'vitest';
import type { Client } from '../../../../client/client.ts';
import { LedgerDesk, type LedgerPage } from './ledger-desk.svelte.ts';

const plans = [1, 2, 3].map((key) => ({ key, plan: { id: `P${key}` } }));
const viewOf = (plan?: number) => ({
  plans,
  plan: plans.find(({ key }) => key === (plan ?? 3)) ?? null,
  rows: [],
  tables: {},
});

/** A worker that answers when it is told to, in any order. */
function deskWith(more: object = {}) {
  const waiting: (() => void)[] = [];
  const client = {
    ledger: ({ plan }: { plan?: number }) => Promise.resolve(viewOf(plan)),
    ledgerComparison: ({ before }: { before: number }) =>
      new Promise((answer) => waiting.push(() => answer({ before: plans[before - 1], rows: { rows: [] } }))),
    ...more,
  };
  const done: unknown[] = [];
  const edits: LedgerPage['edits'] = {
    async changeMade(make) {
      const made = await make().catch(() => null);
      if (made?.ok) done.push(made.value);
      return made;
    },
  };
  const page = { open: { project: null }, edits } as LedgerPage;
  return { desk: new LedgerDesk(page, client as unknown as Client), waiting, done };
}

it('a comparison that comes late takes no place of the one asked since', async () => {
  const { desk, waiting } = deskWith();
  await desk.ask();
  const [first, second] = [desk.compare(1), desk.compare(2)];
  waiting[1]();
  await second;
  waiting[0]();
  await first;
  expect(desk.comparison?.before.key).toBe(2);
});

it('a plan that was taken back is read no more: the one in force is', async () => {
  const { desk } = deskWith();
  await desk.read(9);
  expect([desk.plan, desk.view?.plan?.key]).toEqual([null, 3]);
});

it('what is done twice is made of the land as the first time left it, and said where nothing answers', async () => {
  const started: number[] = [];
  const { desk, done } = deskWith({
    ledgerEdit: async ({ wish }: { wish: { plan: number } }) => {
      started.push(done.length);
      await Promise.resolve();
      if (wish.plan === 3) throw new Error('lost');
      return { ok: true, value: { change: wish } };
    },
  });
  const remove = (plan: number) => desk.do('rows', { do: 'remove-plan', plan });
  expect(await Promise.all([remove(1), remove(2), remove(3)])).toEqual([true, true, false]);
  expect(started).toEqual([0, 1, 2]);
});
