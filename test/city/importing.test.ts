import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportView } from '../../src/city/importing/view.ts';
import { createLocalClient } from '../../src/client/local.ts';
import type { NamedBytes } from '../../src/formats/contract.ts';
import { matchRows } from '../../src/formats/sheet/match-rows.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { sessionWorker } from '../helpers/session-worker.ts';
import { FOLDER, ODD, TABLE, threeHundred } from '../helpers/three-hundred.ts';

async function opened() {
  const client = createLocalClient(() => sessionWorker('2026-11-22'));
  const land = collection(park(), parcel('0002', rectangle(-2000, 0, 250, 270)));
  const answer = await client.openFiles({ files: [{ name: 'a.geojson', bytes: bytes(land) }] });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return client;
}

async function viewOf(client: Awaited<ReturnType<typeof opened>>, files: readonly NamedBytes[]): Promise<ImportView> {
  const read = await client.importRead({ files });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

describe('a folder of three hundred files and a table of their fields', () => {
  it('are put together: who has a row, who has none, and what is only nearly the same', async () => {
    const client = await opened();
    const view = await viewOf(client, threeHundred());
    expect(view).toMatchObject({ files: 300, parcels: 300, crs: 'EPSG:4526', broken: [], besides: 0, taken: ['0002'] });
    const [table] = view.tables;
    expect(table).toMatchObject({ name: TABLE, sheet: '台账', sheets: ['填表说明', '台账'], rows: 302, totals: 1 });
    expect(table.key).toEqual({ column: '宗地号', land: 'id' });
    // 序号 has numbers of parcels too, by accident: the one that means the number is taken, the other only offered.
    expect(table.keys.map(({ column, land }) => [column, land])).toEqual(
      expect.arrayContaining([['宗地号', 'id'], ['序号', 'id']]), // prettier-ignore
    );
    expect(table.joined).toHaveLength(297);
    const by = (how: string) => table.joined.filter((row) => row.how === how).map(({ id }) => Number(id));
    expect(by('figure')).toEqual(ODD.figures);
    expect(by('written')).toEqual([...ODD.wide, ...ODD.blanks]);
    expect(table.landLeft.map(({ id, file }) => [Number(id), file])).toEqual(
      ODD.noRow.map((n) => [n, `地块00${n}.txt`]),
    );
    expect(table.rowsLeft.map(({ number, why }) => [Number(number), why])).toEqual([
      ...ODD.twice.map((n) => [n, 'repeated']),
      ...ODD.noLand.map((n) => [n, 'no-parcel']),
    ]);
    expect(table.ambiguous).toEqual([{ number: '0051', taken: 'first-row', lines: [50, 300], ids: ['0051'] }]);
    // Sheet, row and column as they stand in the workbook: a title and a heading stand above.
    expect(table.unread).toEqual([
      { line: 60, heading: '约定开工日期', field: 'agreedStart', value: '待定', isBeyond: false },
      { line: 61, heading: '亩均税收（万元/亩）', field: 'taxPerMuWan', value: '未报', isBeyond: false },
    ]);
    expect(Object.fromEntries(table.columns.map(({ heading, field }) => [heading, field]))).toEqual({
      序号: null,
      宗地号: null,
      利用状态: 'status',
      约定开工日期: 'agreedStart',
      '亩均税收（万元/亩）': 'taxPerMuWan',
      容积率要求: 'plannedFar',
      现状说明: null,
      收储批: null,
    });
  });

  it('become part of what is open as one change, which is undone at once', async () => {
    const client = await opened();
    await viewOf(client, threeHundred());
    const edit = await client.importEdit({ withBroken: true });
    if (!edit?.ok) throw new Error(edit?.refusal.code);
    expect(edit.value.notes).toEqual([{ code: 'renamed', params: { id: '0002', now: '0002-2' } }]);
    const done = await client.apply({ change: edit.value.change });
    if (!done?.ok) throw new Error('not done');
    expect(done.value.history.undo).toMatchObject({ code: 'imported', params: { count: 300, file: expect.stringContaining(FOLDER) } }); // prettier-ignore
    const put = edit.value.change.tables.parcel!.put!;
    expect(put[1].record).toMatchObject({ id: '0002-2', extra: { 原编号: '0002', 来源文件: '地块0002.txt' } });
    const added = await client.parcel({ key: put[59].key });
    expect(added?.parcel).toMatchObject({ id: '0060', status: 'idle', agreedStart: '2019-01-15', statedAreaM2: 14_400 - 3_200 }); // prettier-ignore
    const undone = await client.undo();
    expect(undone).toMatchObject({ ok: true, value: { history: { undo: null } } });
    expect(await client.parcel({ key: put[59].key })).toBeNull();
  });

  it('or a city of their own, with the same parcels and fields', async () => {
    const client = await opened();
    const view = await viewOf(client, threeHundred());
    const tables = { [TABLE]: { columns: { 收储批: 'batch' } } };
    const own = await client.openFiles({ files: threeHundred(), choices: { tables } });
    if (!own.ok) throw new Error(own.refusal.code);
    expect(own.value.parcels.size).toBe(view.parcels);
    const told = await client.parcel({ key: 59 });
    expect(told?.parcel).toMatchObject({ id: '0060', status: 'idle', batch: '第1批' });
  });

  it('a table alone is put to what is open: what is empty is filled in, as one step', async () => {
    const client = await opened();
    const csv = (text: string): NamedBytes => ({ name: 't.csv', bytes: new TextEncoder().encode(text) });
    const view = await viewOf(client, [csv('宗地号,利用状态,亩均税收,备注甲\n0002,闲置,3,甲\n0009,闲置,4,乙\n')]);
    expect(view).toMatchObject({ files: 0, isOnto: true, taken: [], drawn: { alone: { coordinates: [] } } });
    expect(view.tables[0]).toMatchObject({ joined: [{ id: '0002' }], rowsLeft: [{ number: '0009' }], landLeft: [] });
    // What was done meanwhile is not undone by it.
    const key = view.tables[0].joined.length - 1;
    const taxed = await client.edit({
      intent: { do: 'fields', table: 'parcel', keys: [key], fields: { taxPerMuWan: 9 } },
    });
    if (!taxed?.ok) throw new Error('not edited');
    await client.apply({ change: taxed.value.change });
    const edit = await client.importEdit({ withBroken: true });
    if (!edit?.ok) throw new Error('nothing to fill in');
    expect(edit.value.change.tables.parcel).toEqual({ patch: [{ key, fields: { extra: { 备注甲: '甲' } } }] });
    const done = await client.apply({ change: edit.value.change });
    expect(done).toMatchObject({ ok: true, value: { history: { undo: { code: 'fields-filled', params: { count: 1, file: 't.csv' } } } } }); // prettier-ignore
  });

  it('a broken file among them is named, the others come in without it, and meanwhile nothing is there', async () => {
    const client = await opened();
    const files = threeHundred({ broken: true });
    const read = await client.importRead({ files });
    expect(read).toMatchObject({ ok: false, refusal: { given: 301, refused: [{ name: `${FOLDER}/地块0007.txt` }] } });
    expect(await client.importEdit({ withBroken: true })).toBeNull();
    const rest = await client.importRead({ files, choices: { without: [`${FOLDER}/地块0007.txt`] } });
    expect(rest).toMatchObject({ ok: true, value: { parcels: 299 } });
  });
});

describe('what a person says of a table', () => {
  const land = (...ids: string[]): NamedBytes => ({
    name: '地块.geojson',
    bytes: bytes(collection(...ids.map((id, i) => parcel(id, rectangle(300 * i, 0, 100, 100), { parkId: undefined, 旧号: `L${i + 1}` })))), // prettier-ignore
  });
  const csv = (text: string): NamedBytes => ({ name: 't.csv', bytes: new TextEncoder().encode(text) });

  it('chooses the column and what it is held against; without a match all rows are left', async () => {
    const client = await opened();
    const view = await viewOf(client, [land('A', 'B'), csv('老编号,税\nL1,3\nL2,4\n')]);
    expect(view.tables[0]).toMatchObject({ key: null, joined: [], rowsLeft: [{ line: 2 }, { line: 3 }] });
    expect(view.lands).toContain('旧号');
    const tables = { 't.csv': { key: { column: '老编号', land: '旧号' }, columns: { 税: 'taxPerMuWan' } } };
    const joined = await client.importJoin({ tables });
    if (!joined?.ok) throw new Error('not joined');
    expect(joined.value.tables[0]).toMatchObject({
      joined: [{ line: 2, number: 'L1', id: 'A' }, { line: 3, id: 'B' }], // prettier-ignore
      columns: [{ heading: '老编号' }, { heading: '税', field: 'taxPerMuWan', isSaid: true, samples: ['3', '4'] }],
    });
    const edit = await client.importEdit({ withBroken: true });
    if (!edit?.ok) throw new Error(edit?.refusal.code);
    expect(edit.value.change.tables.parcel!.put!.map(({ record }) => record?.taxPerMuWan)).toEqual([3, 4]);
  });

  it('may be that a column known by its name is none: its values are kept beside', async () => {
    const client = await opened();
    const files = [land('A'), csv('宗地号,status,状态\nA,在用,闲置\n')];
    expect((await viewOf(client, files)).tables[0].columns.map(({ field }) => field)).toEqual([null, 'status', 'status']); // prettier-ignore
    await client.importJoin({ tables: { 't.csv': { columns: { status: null } } } });
    const edit = await client.importEdit({ withBroken: true });
    if (!edit?.ok) throw new Error(edit?.refusal.code);
    // The file of boundaries says the state itself: it outranks the table.
    expect(edit.value.change.tables.parcel!.put![0].record).toMatchObject({ status: 'planned', extra: { status原文: '在用' } }); // prettier-ignore
  });

  it('of which no row is of land that is open leaves it as it is, and says so', async () => {
    const client = await opened();
    const view = await viewOf(client, [csv('宗地号,状态\nA,在用\n')]);
    expect(view).toMatchObject({ files: 0, isOnto: true, tables: [{ key: null, rowsLeft: [{ why: 'no-parcel' }] }] });
    expect(await client.importEdit({ withBroken: true })).toMatchObject({ refusal: { code: 'nothing-to-do' } });
  });
});

describe('numbers of rows and of parcels', () => {
  const number = fc.constantFrom('1', '01', '001', '１', ' 1', '2', '02', 'a1', 'A1', 'Ａ1', '2.0', '');

  it('are matched to the letter first; looser only where one row means one parcel; no row and no parcel twice', () => {
    const asFigure = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase().replace(/^0+(?=\d)/, '').replace(/\.0+$/, ''); // prettier-ignore
    fc.assert(
      fc.property(fc.array(number, { maxLength: 8 }), fc.uniqueArray(number, { maxLength: 8 }), (rows, parcels) => {
        const { rowOf } = matchRows({ rows, parcels });
        const used = [...rowOf.values()].map(({ row }) => row);
        expect(new Set(used).size).toBe(used.length);
        for (const [p, id] of parcels.entries()) {
          const found = rowOf.get(p);
          const exact = id === '' ? -1 : rows.indexOf(id);
          if (exact >= 0) expect(found).toEqual({ row: exact, how: 'exact' });
          else if (found) expect(asFigure(rows[found.row])).toBe(asFigure(id));
          // One of each that means the same figure, and nothing else does: they belong together.
          const alike = id === '' ? [] : parcels.filter((other) => other !== '' && asFigure(other) === asFigure(id));
          const alikeRows = new Set(rows.filter((row) => row !== '' && asFigure(row) === asFigure(id)));
          if (alike.length === 1 && alikeRows.size === 1) expect(found).toBeDefined();
        }
      }),
      { numRuns: 2000 },
    );
  });
});
