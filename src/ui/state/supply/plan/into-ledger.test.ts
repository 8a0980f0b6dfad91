import { expect, it } from 'vitest';
import { IntoLedger } from './into-ledger.svelte.ts';

/* What is said of parks that are entered in the plan of a year, by how the rows stand that were there. */

const standing = { reserve: ['B', 'D'], ended: ['C', 'E', 'F'] };

function desk(put: number) {
  const client = {
    ledgerEdit: () =>
      Promise.resolve(
        put > 0
          ? { ok: true, value: { change: { tables: { supplyRow: { put: Array(put).fill({}) } } } } }
          : { ok: false, refusal: { code: 'nothing-to-do' } },
      ),
    ledgerStanding: () => Promise.resolve(standing),
  };
  const page = { edits: { change: () => Promise.resolve({ ok: true }) }, open: { project: { version: 1 } } };
  return new IntoLedger(page as never, { plan: {}, booked: () => undefined } as never, client as never);
}

const park = (id: string, spare?: string) => ({ parcels: [id], name: id, ...(spare !== undefined && { spare }) });

it('calls no park one of the plan whose row there is a reserve, was withdrawn or carried over', async () => {
  const into = desk(0);
  expect(
    await into.put(
      2027,
      [...'ABCEF'].map((id) => park(id)),
    ),
  ).toBe(true);
  expect(into.entered(2027)).toMatchObject({ rows: 0, parks: 1, asReserve: 1, ended: 3, spare: 0 });
});

it('takes a spare park that is a reserve for what was wanted, besides what came in', async () => {
  const into = desk(1);
  expect(await into.put(2027, [park('A'), park('B'), park('D', '备选')])).toBe(true);
  expect(into.entered(2027)).toMatchObject({ rows: 1, parks: 1, asReserve: 1, ended: 0, spare: 1 });
});
