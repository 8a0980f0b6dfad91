import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import { standingOf } from '../../src/city/ledger/standing.ts';
import type { LedgerWish } from '../../src/city/ledger/wishes.ts';
import { History } from '../../src/desk/history.ts';
import type { SupplyRow } from '../../src/domain/land/model.ts';
import { isSoundLife } from '../../src/domain/land/supply/row-life.ts';
import { packedBytes } from '../../src/formats/packed/write.ts';
import { writeExchange } from '../../src/formats/exchange/write.ts';
import { LEDGER_TABLES, type LedgerTable } from '../../src/supply/ledger/shape.ts';
import { ledgerSentences } from '../../src/texts/ledger-refusals.ts';
import { sayChangeNote } from '../../src/texts/change-notes.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { lawOn } from '../../src/workers/policy-packs.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

const industry = { system: 'planning-guide-2023', code: '100101' };
const shops = { system: 'planning-guide-2023', code: '0901' };
const free = { parkId: undefined, status: 'vacant' };
const land = collection(
  park({ stage: 'planned', year: 2027 }),
  park({ id: 'K', name: '重点园', stage: 'operating', keyPark: true, reportingFrom: '2026-08-15', monthlyReports: ['2026-08', '2026-10'] }), // prettier-ignore
  parcel('A', rectangle(0, 0, 200, 100), { ...free, landClass: industry, supplyMode: '挂牌出让', supplyQuarter: 1 }),
  parcel('B', rectangle(300, 0, 200, 100), { ...free, landClass: industry, status: 'planned', statedAreaM2: 20_100 }),
  parcel('C', rectangle(600, 0, 100, 100), { ...free, landClass: shops, supplyMode: '划拨' }),
  parcel('D', rectangle(800, 0, 100, 100), { ...free, landClass: shops, planYear: 2027 }),
  parcel('E', rectangle(1000, 0, 100, 100), { landClass: industry }),
);

/** A city with its history; `does` says what came of a wish. */
class Desk {
  readonly opened: Opened;
  readonly history = new History();

  constructor(opened: Opened) {
    this.opened = opened;
  }

  does(wish: LedgerWish): string {
    const edit = this.opened.ledgerEdit(wish);
    if (!edit.ok) {
      for (const language of ['zh', 'en'] as const)
        expect(sayRefusal(language, edit.refusal, ledgerSentences)).not.toMatch(/undefined|NaN|\[object/);
      return edit.refusal.code;
    }
    const done = this.history.do(edit.value.change, (change) => this.opened.city.apply(change));
    if (!done.ok) throw new Error(done.refusal.code);
    for (const language of ['zh', 'en'] as const)
      expect(sayChangeNote(language, edit.value.change.note!, {})).not.toMatch(/undefined|NaN|\[object/);
    return 'done';
  }

  undoAll(): void {
    while (this.history.undo((change) => this.opened.city.apply(change)));
  }

  get ledger() {
    return this.opened.ledger({ year: 2027 });
  }

  row(number: string, year = 2027) {
    return this.opened.ledger({ year }).rows.find(({ row }) => row.number === number)!;
  }

  plan(year = 2027) {
    return this.opened.ledger({ year }).plan!.key;
  }

  parcel(id: string) {
    const table = this.opened.city.land.table('parcel');
    return table.record(table.called(id)!)!;
  }

  get bytes(): string {
    const { project } = this.opened.city.land;
    const file = writeExchange(project, { name: 'a' });
    if (!file.ok) throw new Error(file.refusal.code);
    return new TextDecoder().decode(file.value[0].bytes) + String(packedBytes(project));
  }
}

async function openLand(file: unknown = land): Promise<Desk> {
  const law = lawOn('2027-05-20', '2027-05-20');
  if (!law.ok) throw new Error(law.refusal.code);
  const opened = await openProject({ files: [{ name: 'a.geojson', bytes: bytes(file) }], ...law.value });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return new Desk(opened.value);
}

const at = (table: LedgerTable, line: LedgerTable['rows'][number] | null, id: string, code?: string | null) =>
  line!.cells[table.columns.findIndex((column) => column.id === id && column.use === code)];

const parks: LedgerWish = { do: 'put-parks', year: 2027, parks: [{ parcels: ['A', 'B'], name: '甲园' }] };
const on = '2027-03-01';

describe('the ledger of a small city', () => {
  let desk: Desk;
  beforeEach(async () => void (desk = await openLand()));

  it('takes the parks of a plan once, with what their parcels say, and marks the parcels', () => {
    expect(desk.does(parks)).toBe('done');
    expect(desk.row('A').row).toEqual({
      id: '2027-1-001',
      planId: '2027-1',
      number: 'A',
      unit: '410181',
      parcelIds: ['A'],
      parkName: '甲园',
      use: '10',
      isNew: false,
      supplyMode: 'listing',
      quarter: 1,
    });
    expect(desk.row('B').row).toMatchObject({ isNew: true, use: '10' });
    expect([desk.row('A').areaFrom, desk.row('B').areaM2]).toEqual(['parcels', 20_100]);
    expect(desk.row('A').areaM2).toBeCloseTo(20_000, 1);
    expect([desk.parcel('A').planYear, desk.parcel('C').planYear]).toEqual([2027, undefined]);
    expect(desk.does(parks)).toBe('nothing-to-do');
    expect(desk.does({ do: 'put-parcels', year: 2027, parcels: ['X'] })).toBe('no-such-parcel');
    expect(desk.does({ do: 'make-plan', year: 2027, uses: 'old', rows: [] })).toBe('plan-year-taken');
  });

  it('keeps spare parks of a plan as a reserve that says when they step in', () => {
    const remark = '备选：甲县 2027 年目标的园区落空 1 个时转入';
    const spare = { parcels: ['C'], name: 'C-002', spare: remark };
    expect(desk.does({ ...parks, parks: [...parks.parks, spare] } as LedgerWish)).toBe('done');
    expect(desk.row('C').row).toMatchObject({ reserve: true, remark, parkName: 'C-002' });
    expect(desk.parcel('C').planYear).toBeUndefined();
    const { parcels, reserve, 'small-parks': small } = desk.ledger.tables;
    expect([parcels, reserve, small].map(({ rows }) => rows.length)).toEqual([2, 1, 1]);
    expect(desk.does({ do: 'promote', rows: [desk.row('C').key] })).toBe('done');
    expect(desk.ledger.tables.parcels.rows).toHaveLength(3);
    desk.undoAll();
  });

  it('sums by unit and use, leaves reserves out until they are promoted, and names what is absent', () => {
    desk.does(parks);
    desk.does({ do: 'put-parcels', year: 2027, parcels: ['C'], reserve: true });
    const { summary, reserve, absent, 'small-parks': own } = desk.ledger.tables;
    expect(at(summary, summary.totals, 'area', '10')).toBe(at(summary, summary.totals, 'area'));
    expect(at(summary, summary.totals, 'new-area')).toBe(20_100);
    expect(at(summary, summary.totals, 'rows')).toBe(2);
    expect(reserve.rows.map(({ cells }) => cells[2])).toEqual(['C']);
    expect(own.rows.map((line) => [at(own, line, 'park'), at(own, line, 'rows')])).toEqual([['甲园', 2]]);
    expect(absent.rows.map((line) => [at(absent, line, 'number'), at(absent, line, 'why')])).toEqual([
      ['D', 'plan-year'],
      ['E', 'planned-park'],
    ]);
    expect(desk.does({ do: 'promote', rows: [desk.row('A').key] })).toBe('row-not-reserve');
    expect(desk.does({ do: 'step', rows: [desk.row('C').key], step: 'announced', on })).toBe('row-reserve');
    expect(desk.does({ do: 'promote', rows: [desk.row('C').key] })).toBe('done');
    expect(at(summary, desk.ledger.tables.summary.totals, 'rows')).toBe(3);
    expect(desk.parcel('C').planYear).toBe(2027);
  });

  it('records the life of rows in order, with the days of the parcels, and refuses what cannot be', () => {
    desk.does(parks);
    const [a, b] = [desk.row('A').key, desk.row('B').key];
    expect(desk.does({ do: 'step', rows: [a], step: 'contracted', on })).toBe('row-step-order');
    expect(desk.does({ do: 'step', rows: [a, b], step: 'announced', on })).toBe('done');
    // One of two cannot: neither is.
    expect(desk.does({ do: 'step', rows: [b], step: 'sold', on: '2027-03-20', priceWan: 1200 })).toBe('done');
    expect(desk.does({ do: 'step', rows: [a, b], step: 'sold', on: '2027-03-21' })).toBe('row-step-order');
    expect(desk.row('A').state).toBe('announced');
    expect(desk.does({ do: 'step', rows: [a], step: 'sold', on: '2027-02-28' })).toBe('row-step-day');
    expect(desk.does({ do: 'step', rows: [a], step: 'sold', on: '2027-02-30' })).toBe('day-missing');
    expect(desk.does({ do: 'step', rows: [a], step: 'failed', on: '2027-03-20' })).toBe('reason-missing');
    expect(desk.does({ do: 'step', rows: [a], step: 'failed', on: '2027-03-20', reason: '无人报名' })).toBe('done');
    expect(desk.does({ do: 'step', rows: [b], step: 'contracted', on: '2027-04-01' })).toBe('done');
    expect([desk.parcel('B').suppliedOn, desk.row('B').suppliedOn]).toEqual(['2027-04-01', '2027-04-01']);
    expect(desk.does({ do: 'step', rows: [b], step: 'withdrawn', on: '2027-04-02', reason: '改' })).toBe('row-step-order'); // prettier-ignore
    const { progress } = desk.ledger.tables;
    expect(at(progress, progress.totals, 'supplied-area')).toBe(20_100);
    expect(at(progress, progress.totals, 'failed-area')).toBeCloseTo(20_000, 1);
    // On the day before it was not supplied yet.
    const earlier = desk.opened.ledger({ year: 2027, date: '2027-03-31' }).tables.progress;
    expect(at(earlier, earlier.totals, 'supplied-area')).toBe(0);
    expect(desk.does({ do: 'take-back-step', row: b })).toBe('done');
    expect([desk.parcel('B').suppliedOn, desk.row('B').state]).toEqual([undefined, 'sold']);
  });

  it('is changed by adjusting alone once it is published, and its versions are told apart', () => {
    desk.does(parks);
    const first = desk.plan();
    expect(desk.does({ do: 'state', plan: first, state: 'published', on })).toBe('plan-state-order');
    expect(desk.does({ do: 'adjust', plan: first, reason: '早', on })).toBe('plan-not-published');
    for (const state of ['submitted', 'approved', 'published'] as const)
      expect(desk.does({ do: 'state', plan: first, state, on })).toBe('done');
    // Read on a day before it is what it was then; what can be done to it is of now.
    const then = desk.opened.ledger({ plan: first, date: '2026-12-31' }).plan;
    expect(then).toMatchObject({ state: 'draft', stateOn: null, isOpen: false, isAdjustable: true });
    expect(desk.does({ do: 'adjust', plan: first, reason: '早', on: '2027-02-28' })).toBe('plan-state-day');
    const [a, b] = [desk.row('A').key, desk.row('B').key];
    expect(desk.does({ do: 'remove-rows', rows: [a] })).toBe('plan-not-open');
    expect(desk.does({ do: 'edit-row', row: a, fields: { quarter: 3 } })).toBe('plan-not-open');
    expect(desk.does({ do: 'put-parcels', year: 2027, parcels: ['C'] })).toBe('plan-not-open');
    expect(desk.does({ do: 'adjust', plan: first, reason: ' ', on })).toBe('reason-missing');
    expect(desk.does({ do: 'adjust', plan: first, reason: '三季度调整', on: '2027-08-01' })).toBe('done');
    expect(desk.does({ do: 'adjust', plan: first, reason: '再调', on: '2027-08-01' })).toBe('plan-has-draft');
    const second = desk.opened.ledger({ plan: first }).plans.at(-1)!.key;
    const same = desk.opened.ledgerComparison({ before: first, after: second })!;
    expect([same.rows.rows, same.same]).toEqual([[], 2]);
    // What happens meanwhile happens in both.
    expect(desk.does({ do: 'step', rows: [a], step: 'announced', on: '2027-08-02' })).toBe('done');
    const copies = desk.opened.ledger({ plan: second, date: '2027-08-02' }).rows;
    expect(copies.map(({ state }) => state)).toEqual(['announced', 'planned']);
    expect(desk.does({ do: 'edit-row', row: copies[0].key, fields: { areaM2: 25_000 } })).toBe('done');
    expect(desk.does({ do: 'remove-rows', rows: [copies[1].key] })).toBe('done');
    expect(desk.parcel('B').planYear).toBe(2027);
    expect(desk.does({ do: 'put-parcels', year: 2027, parcels: ['C'] })).toBe('done');
    const { rows, uses } = desk.opened.ledgerComparison({ before: first, after: second })!;
    expect(
      rows.rows.map((line) => [at(rows, line, 'number'), at(rows, line, 'change'), at(rows, line, 'fields')]),
    ).toEqual([
      // prettier-ignore
      ['A', 'changed', ['areaM2']],
      ['C', 'added', []],
      ['B', 'removed', []],
    ]);
    desk.does({ do: 'state', plan: second, state: 'submitted', on: '2027-08-20' });
    expect(desk.does({ do: 'state', plan: second, state: 'approved', on: '2027-08-19' })).toBe('plan-state-day');
    desk.does({ do: 'state', plan: second, state: 'draft', reason: '退回', on: '2027-08-21' });
    expect(at(rows, rows.totals, 'difference-area')).toBeCloseTo(at(uses, uses.totals, 'difference-area') as number, 6);
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan: second, state, on: '2027-09-01' });
    expect(desk.opened.ledger({ plan: first }).plan!.state).toBe('replaced');
    expect([desk.parcel('B').planYear, desk.parcel('A').planYear]).toEqual([null, 2027]);
    expect(desk.does({ do: 'step', rows: [b], step: 'announced', on: '2027-09-02' })).toBe('row-frozen');
  });

  it('keeps what has a contract, whichever version comes', () => {
    desk.does(parks);
    const first = desk.plan();
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan: first, state, on });
    const b = desk.row('B').key;
    expect(desk.does({ do: 'edit-row', row: b, fields: { reserve: true } })).toBe('plan-not-open');
    expect(desk.does({ do: 'step', rows: [b], step: 'contracted', on: '2027-04-01' })).toBe('done');
    desk.does({ do: 'adjust', plan: first, reason: '三季度调整', on: '2027-08-01' });
    const { rows } = desk.opened.ledger({ plan: desk.ledger.plans.at(-1)!.key });
    expect(desk.does({ do: 'remove-rows', rows: rows.map(({ key }) => key) })).toBe('row-supplied');
    expect(desk.does({ do: 'edit-row', row: rows[1].key, fields: { reserve: true } })).toBe('row-supplied');
    expect(desk.does({ do: 'take-back-step', row: rows[1].key })).toBe('done');
    expect(desk.does({ do: 'remove-rows', rows: [rows[1].key] })).toBe('done');
  });

  it('stays on its land, whatever the parcels are called, cut or joined', () => {
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [{ number: 'A', parcelIds: ['A', 'D'] }, { number: 'K', parkId: 'K' }] }); // prettier-ignore
    const { city } = desk.opened;
    const keyOf = (id: string) => city.land.table('parcel').called(id)!;
    const before = desk.row('A').areaM2!;
    const edit = (intent: Parameters<Opened['edit']>[0]) => {
      const made = desk.opened.edit(intent);
      if (!made.ok) throw new Error(made.refusal.code);
      city.apply(made.value.change);
      expect(desk.row('A').areaM2).toBeCloseTo(before, 1);
      return desk.row('A').row.parcelIds;
    };
    const rename = (table: 'parcel' | 'park', key: number, id: string) => edit({ do: 'fields', table, keys: [key], fields: { id } }); // prettier-ignore
    expect(rename('parcel', keyOf('A'), 'A甲')).toEqual(['A甲', 'D']);
    expect(edit({ do: 'split', parcel: keyOf('A甲'), how: { direction: { bearingDeg: 0, from: 'left' }, count: 2 } })).toEqual(['A甲-1', 'A甲-2', 'D']); // prettier-ignore
    expect(edit({ do: 'merge', parcels: [keyOf('A甲-2'), keyOf('A甲-1')] })).toEqual(['A甲-2', 'D']);
    rename('park', city.land.table('park').called('K')!, '重点');
    expect(desk.row('K').row.parkId).toBe('重点');
    // In tables it is called by its name.
    const parkOfK = () => ['parcels', 'small-parks'].map((id) => at(desk.ledger.tables[id as 'parcels'], desk.ledger.tables[id as 'parcels'].rows.at(-1)!, 'park')); // prettier-ignore
    expect(parkOfK()).toEqual(['重点园', '重点园']);
  });

  it('counts no supply from the day a contract is terminated, and the row and its parcels go on as if there were none', () => {
    desk.does({ do: 'put-parcels', year: 2027, parcels: ['A', 'C'] });
    const [a, c] = ['A', 'C'].map((number) => desk.row(number).key);
    const step = (step: string, on: string, more = {}) => desk.does({ do: 'step', rows: [a], step, on, ...more } as LedgerWish); // prettier-ignore
    const supplied = (date?: string) => {
      const { progress } = desk.opened.ledger({ year: 2027, ...(date && { date }) }).tables;
      return at(progress, progress.totals, 'supplied-area') as number;
    };
    desk.does({ do: 'step', rows: [c], step: 'contracted', on: '2027-03-01' });
    step('announced', '2027-02-01');
    step('sold', '2027-03-02');
    expect(step('terminated', '2027-03-03', { reason: '协议' })).toBe('row-step-order');
    step('contracted', '2027-03-10');
    step('handed-over', '2027-04-01');
    expect(supplied()).toBeCloseTo(30_000, 1);
    expect(step('terminated', '2027-05-01')).toBe('reason-missing');
    expect(step('terminated', '2027-05-01', { reason: '受让人未按期缴款' })).toBe('done');
    expect([supplied(), supplied('2027-04-30')]).toEqual([expect.closeTo(10_000, 1), expect.closeTo(30_000, 1)]);
    expect(desk.row('A')).toMatchObject({ state: 'terminated', suppliedOn: null, next: ['announced', 'withdrawn', 'carried-over'] }); // prettier-ignore
    expect(desk.parcel('A')).not.toHaveProperty('suppliedOn');
    expect(desk.parcel('A')).not.toHaveProperty('handedOverOn');
    expect(desk.parcel('A').planYear).toBe(2027);
    // Recorded by mistake: the contract is there again, and so are its days.
    expect(desk.does({ do: 'take-back-step', row: a })).toBe('done');
    expect(desk.parcel('A')).toMatchObject({ suppliedOn: '2027-03-10', handedOverOn: '2027-04-01' });
    step('terminated', '2027-05-01', { reason: '受让人未按期缴款' });
    step('announced', '2027-05-10');
    step('sold', '2027-05-12');
    expect(step('contracted', '2027-05-15')).toBe('done');
    expect([supplied(), desk.parcel('A').suppliedOn]).toEqual([expect.closeTo(30_000, 1), '2027-05-15']);
  });

  it('carries over what last year left, and tells how it went', () => {
    desk.does({ do: 'put-parcels', year: 2026, parcels: ['A', 'B', 'C'] });
    const [a, b, c] = ['A', 'B', 'C'].map((number) => desk.row(number, 2026).key);
    desk.does({ do: 'step', rows: [a], step: 'announced', on: '2026-11-01' });
    desk.does({ do: 'step', rows: [b], step: 'withdrawn', on: '2026-11-02', reason: '规划调整' });
    desk.does({ do: 'step', rows: [c], step: 'contracted', on: '2026-12-30' });
    expect([desk.parcel('A').planYear, desk.parcel('B').planYear]).toEqual([2026, null]);
    const carry = (plan: number): LedgerWish => ({ do: 'carry-over', plan, on: '2027-01-05', reason: '未成交' });
    expect(desk.does(carry(desk.plan(2026)))).toBe('plan-not-next-year');
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [] });
    expect(desk.does({ ...carry(desk.plan()), rows: [c] } as LedgerWish)).toBe('row-step-order');
    expect(desk.does(carry(desk.plan()))).toBe('done');
    expect(desk.does(carry(desk.plan()))).toBe('nothing-to-do');
    expect(desk.row('A')).toMatchObject({ state: 'announced', row: { continues: '2026-1-001', steps: [{ step: 'announced' }] } }); // prettier-ignore
    expect(desk.parcel('A').planYear).toBe(2027);
    const { execution, 'execution-units': units, 'carry-over': carried } = desk.ledger.tables;
    expect(execution.rows.map(({ cells }) => cells[0])).toEqual(['09', '10']);
    const sums = (id: string) => at(execution, execution.totals, id) as number;
    expect(sums('planned-area')).toBeCloseTo(50_100, 1);
    expect(sums('supplied-area') + sums('withdrawn-area') + sums('carried-area')).toBeCloseTo(sums('planned-area'), 6);
    expect(sums('supplied-share')).toBeCloseTo(10_000 / 50_100, 6);
    expect(at(units, units.totals, 'planned-area')).toBeCloseTo(sums('planned-area'), 6);
    expect(carried.rows.map((line) => at(carried, line, 'carried-to'))).toEqual(['A']);
    expect(desk.does({ do: 'take-back-step', row: a })).toBe('row-carried');
    // Supply counts on the day of the contract: one of last year is no supply of this plan.
    expect(desk.does({ do: 'step', rows: [desk.row('A').key], step: 'sold', on: '2026-12-20' })).toBe('done');
    expect(desk.does({ do: 'step', rows: [desk.row('A').key], step: 'contracted', on: '2026-12-30' })).toBe('row-contract-early'); // prettier-ignore
    desk.does({ do: 'take-back-step', row: desk.row('A').key });
    // Without the row that goes on from it, or without its plan, it is unfinished as it was, and can be carried over again.
    expect(desk.does({ do: 'remove-rows', rows: [desk.row('A').key] })).toBe('done');
    expect([desk.parcel('A').planYear, desk.row('A', 2026).state]).toEqual([2026, 'announced']);
    expect(desk.does(carry(desk.plan()))).toBe('done');
    expect(desk.does({ do: 'remove-plan', plan: desk.plan() })).toBe('done');
    expect([desk.parcel('A').planYear, desk.row('A', 2026).state]).toEqual([2026, 'announced']);
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [] });
    expect(desk.does(carry(desk.plan()))).toBe('done');
  });

  it('goes on from a row that an adjusted version of last year has too: neither is taken back', () => {
    desk.does({ do: 'put-parcels', year: 2026, parcels: ['A'] });
    const first = desk.plan(2026);
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan: first, state, on: '2026-02-01' });
    desk.does({ do: 'adjust', plan: first, reason: '三季度调整', on: '2026-08-01' });
    const second = desk.ledger.plans.at(-1)!.key;
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [] });
    expect(desk.does({ do: 'carry-over', plan: desk.plan(), on: '2027-01-05', reason: '未成交' })).toBe('done');
    const [copy] = desk.opened.ledger({ plan: second }).rows;
    expect(copy.state).toBe('carried-over');
    expect(desk.does({ do: 'take-back-step', row: copy.key })).toBe('row-carried');
    // It is told so by the version that counts, too.
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan: second, state, on: '2027-01-10' });
    const { 'carry-over': carried } = desk.ledger.tables;
    expect(carried.rows.map((line) => at(carried, line, 'carried-to'))).toEqual(['A']);
  });

  it('puts no reserve into the plan by taking back that it was withdrawn, and takes no parcel from another plan', () => {
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [{ number: 'A', parcelIds: ['A'], reserve: true }, { number: 'B', parcelIds: ['B'] }] }); // prettier-ignore
    const [a, b] = [desk.row('A').key, desk.row('B').key];
    for (const row of [a, b])
      expect(desk.does({ do: 'step', rows: [row], step: 'withdrawn', on, reason: '规划调整' })).toBe('done');
    desk.does({ do: 'put-parcels', year: 2028, parcels: ['B'] });
    for (const row of [a, b]) expect(desk.does({ do: 'take-back-step', row })).toBe('done');
    expect([desk.parcel('A').planYear, desk.parcel('B').planYear]).toEqual([undefined, 2028]);
  });

  it('asks the acceptance of a pre-application before it is announced, lists it, and holds fields against their table', () => {
    desk.does(parks);
    const { key } = desk.row('A');
    expect(desk.does({ do: 'edit-row', row: key, fields: { preApplication: { on: '2027-01-10', promisedWan: 900 } } })).toBe('done'); // prettier-ignore
    expect(desk.does({ do: 'step', rows: [key], step: 'announced', on })).toBe('row-not-accepted');
    const accepted = { on: '2027-01-10', promisedWan: 900, acceptedOn: '2027-02-01' };
    desk.does({ do: 'edit-row', row: key, fields: { preApplication: accepted } });
    expect(desk.does({ do: 'step', rows: [key], step: 'announced', on })).toBe('done');
    const { 'pre-applications': table } = desk.ledger.tables;
    expect(at(table, table.rows[0], 'promised-price')).toBe(900);
    expect(desk.does({ do: 'edit-row', row: key, fields: { quarter: 5 } })).toBe('bad-value');
    expect(desk.does({ do: 'edit-row', row: key, fields: { parkId: 'nowhere' } })).toBe('no-such-reference');
    expect(desk.does({ do: 'edit-row', row: key, fields: { parcelIds: ['A', 'B'] } })).toBe('row-parcel-taken');
    expect(desk.does({ do: 'edit-row', row: key, fields: { parcelIds: ['A', 'A'] } })).toBe('row-parcel-taken');
    expect(desk.does({ do: 'edit-row', row: key, fields: { quarter: 1 } })).toBe('nothing-to-do');
  });

  it('records a pre-application of a published plan, accepts it, and only then announces: the plan is not adjusted', () => {
    desk.does(parks);
    const plan = desk.plan();
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan, state, on: '2027-01-05' });
    const { key } = desk.row('A');
    const rows = [key];
    const asked = { do: 'pre-application', rows } as const;
    expect(desk.does({ ...asked, what: 'accepted', on: '2027-01-20' })).toBe('row-application-order');
    expect(desk.does({ ...asked, what: 'applied', on: '2027-13-01', promisedWan: 900 })).toBe('day-missing');
    expect(desk.does({ ...asked, what: 'applied', on: '2027-01-10', promisedWan: -1 })).toBe('bad-value');
    expect(desk.does({ ...asked, what: 'applied', on: '2027-01-10', promisedWan: 900 })).toBe('done');
    expect(desk.does({ ...asked, what: 'applied', on: '2027-01-11' })).toBe('row-application-order');
    expect(desk.does({ do: 'step', rows, step: 'announced', on })).toBe('row-not-accepted');
    expect(desk.does({ ...asked, what: 'accepted', on: '2027-01-09' })).toBe('row-application-day');
    // A version that is begun meanwhile knows of it, and of what becomes of it.
    desk.does({ do: 'adjust', plan, reason: '三季度调整', on: '2027-01-15' });
    expect(desk.does({ ...asked, what: 'accepted', on: '2027-01-20' })).toBe('done');
    const accepted = { on: '2027-01-10', promisedWan: 900, acceptedOn: '2027-01-20' };
    const draft = desk.ledger.plans.at(-1)!.key;
    const copies = [plan, draft].map((own) =>
      desk.opened.ledger({ plan: own }).rows.find(({ row }) => row.number === 'A')!,
    );
    expect(copies.map(({ row }) => row.preApplication)).toEqual([accepted, accepted]);
    expect(desk.does({ do: 'step', rows, step: 'announced', on })).toBe('done');
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('row-application-order');
    expect(desk.does({ do: 'take-back-step', row: key })).toBe('done');
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('done');
    expect(desk.opened.ledger({ plan }).rows.map(({ row }) => row.preApplication)).not.toContainEqual(accepted);
  });

  it('makes a reserve one of the plan once its pre-application is accepted, but for while the plan is decided on', () => {
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [{ number: 'A', parcelIds: ['A'], reserve: true, supplyMode: 'listing' }, { number: 'B', parcelIds: ['B'], supplyMode: 'allocation' }] }); // prettier-ignore
    const plan = desk.plan();
    const rows = [desk.row('A').key];
    const accept = { do: 'pre-application', rows, what: 'accepted', on: '2027-01-20' } as const;
    expect(desk.does({ do: 'pre-application', rows, what: 'applied', on: '2027-01-02' })).toBe('done');
    expect(desk.does({ do: 'pre-application', rows: [desk.row('B').key], what: 'applied', on: '2027-01-02' })).toBe('row-application-order'); // prettier-ignore
    desk.does({ do: 'state', plan, state: 'submitted', on: '2027-01-05' });
    expect(desk.does(accept)).toBe('plan-not-open');
    desk.does({ do: 'state', plan, state: 'approved', on: '2027-01-05' });
    desk.does({ do: 'state', plan, state: 'published', on: '2027-01-06' });
    expect([desk.row('A').row.reserve, desk.parcel('A').planYear]).toEqual([true, undefined]);
    expect(desk.does(accept)).toBe('done');
    expect([desk.row('A').row.reserve, desk.parcel('A').planYear]).toEqual([undefined, 2027]);
    expect(desk.does({ do: 'step', rows, step: 'announced', on: '2027-02-01' })).toBe('done');
  });

  it('puts a row back among the reserve when its acceptance is dropped, until anything has followed', () => {
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [{ number: 'A', parcelIds: ['A'], reserve: true }, { number: 'B', parcelIds: ['B'] }] }); // prettier-ignore
    const plan = desk.plan();
    const publish = (own: number, day: string) => {
      for (const state of ['submitted', 'approved', 'published'] as const)
        expect(desk.does({ do: 'state', plan: own, state, on: day })).toBe('done');
    };
    publish(plan, '2027-01-05');
    const rows = [desk.row('A').key];
    const asked = { do: 'pre-application', rows } as const;
    const now = (own = plan) => {
      const { row } = desk.opened.ledger({ plan: own }).rows.find(({ row: { number } }) => number === 'A')!;
      return [row.reserve, row.preApplication?.fromReserve, desk.parcel('A').planYear];
    };
    const accept = () => {
      expect(desk.does({ ...asked, what: 'applied', on: '2027-01-10', promisedWan: 900 })).toBe('done');
      expect(desk.does({ ...asked, what: 'accepted', on: '2027-01-20' })).toBe('done');
      expect(now()).toEqual([undefined, true, 2027]);
    };
    accept();
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('done');
    expect(now()).toEqual([true, undefined, null]);
    // An announcement that was taken back has not followed; one that failed has.
    accept();
    expect(desk.does({ do: 'step', rows, step: 'announced', on })).toBe('done');
    expect(desk.does({ do: 'take-back-step', row: rows[0] })).toBe('done');
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('done');
    expect(now()).toEqual([true, undefined, null]);
    accept();
    desk.does({ do: 'step', rows, step: 'announced', on });
    desk.does({ do: 'step', rows, step: 'failed', on, reason: '无人报名' });
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('done');
    expect(now()).toEqual([undefined, undefined, 2027]);
    for (let steps = 3; steps > 0; steps--) desk.history.undo((change) => desk.opened.city.apply(change));
    // A version that is begun meanwhile has it back too, but for while it is decided on; published with the row it stands.
    desk.does({ do: 'adjust', plan, reason: '三季度调整', on: '2027-01-25' });
    const draft = desk.ledger.plans.at(-1)!.key;
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('done');
    expect([now(), now(draft)]).toEqual([[true, undefined, null], [true, undefined, null]]); // prettier-ignore
    accept();
    desk.does({ do: 'state', plan: draft, state: 'submitted', on: '2027-01-26' });
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('plan-not-open');
    desk.does({ do: 'state', plan: draft, state: 'draft', on: '2027-01-26', reason: '补正' });
    publish(draft, '2027-01-27');
    const { key } = desk.opened.ledger({ plan: draft }).rows.find(({ row }) => row.number === 'A')!;
    expect(desk.does({ ...asked, rows: [key], what: 'dropped' })).toBe('done');
    expect(now(draft)).toEqual([undefined, undefined, 2027]);
    desk.undoAll();
    expect(desk.parcel('A').planYear).toBeUndefined();
  });

  it('leaves in a begun version what was promoted there when the application of the published row is dropped', () => {
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [{ number: 'A', parcelIds: ['A'], reserve: true }] }); // prettier-ignore
    const plan = desk.plan();
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan, state, on: '2027-01-05' });
    desk.does({ do: 'adjust', plan, reason: '三季度调整', on: '2027-01-15' });
    const draft = desk.ledger.plans.at(-1)!.key;
    const copies = () => [plan, draft].map((own) => desk.opened.ledger({ plan: own }).rows[0]);
    expect(desk.does({ do: 'promote', rows: [copies()[1].key] })).toBe('done');
    const asked = { do: 'pre-application', rows: [copies()[0].key] } as const;
    desk.does({ ...asked, what: 'applied', on: '2027-01-16', promisedWan: 900 });
    expect(desk.does({ ...asked, what: 'accepted', on: '2027-01-20' })).toBe('done');
    expect(copies().map(({ row }) => row.reserve)).toEqual([undefined, undefined]);
    expect(desk.does({ ...asked, what: 'dropped' })).toBe('done');
    expect(copies().map(({ row }) => row.reserve)).toEqual([true, undefined]);
    expect(desk.parcel('A').planYear).toBe(2027);
  });

  it('tells which land stands in the newest version of a year as a reserve, and which was withdrawn from it', () => {
    const standing = () => standingOf(desk.opened.city.land, 2027);
    expect(standing()).toEqual({ reserve: [], ended: [] });
    desk.does(parks);
    desk.does({ do: 'put-parcels', year: 2027, parcels: ['C', 'D'], reserve: true });
    desk.does({ do: 'step', rows: [desk.row('B').key, desk.row('D').key], step: 'withdrawn', on, reason: '改' });
    expect(standing()).toEqual({ reserve: ['C'], ended: ['B', 'D'] });
  });

  it('promotes no reserve in a version that is being decided on, and leaves no copy accepted without its application', () => {
    desk.does({ do: 'make-plan', year: 2027, uses: 'planning-guide-2023', rows: [{ number: 'A', parcelIds: ['A'], reserve: true }] }); // prettier-ignore
    const plan = desk.plan();
    const row = desk.row('A').key;
    for (const state of ['submitted', 'approved', 'published'] as const)
      desk.does({ do: 'state', plan, state, on: '2027-01-05' });
    desk.does({ do: 'pre-application', rows: [row], what: 'applied', on: '2027-01-10', promisedWan: 900 });
    desk.does({ do: 'adjust', plan, reason: '三季度调整', on: '2027-01-15' });
    const draft = desk.ledger.plans.at(-1)!.key;
    const copies = () => [plan, draft].map((own) => desk.opened.ledger({ plan: own }).rows[0]);
    desk.does({ do: 'edit-row', row: copies()[1].key, fields: { preApplication: undefined } });
    desk.does({ do: 'state', plan: draft, state: 'submitted', on: '2027-01-16' });
    const accept = { do: 'pre-application', rows: [row], what: 'accepted', on: '2027-01-20' } as const;
    expect(desk.does(accept)).toBe('plan-not-open');
    expect(copies().map((own) => own.row.reserve)).toEqual([true, true]);
    desk.does({ do: 'state', plan: draft, state: 'draft', on: '2027-01-17', reason: '补正' });
    expect(desk.does(accept)).toBe('done');
    const accepted = { on: '2027-01-10', promisedWan: 900, acceptedOn: '2027-01-20', fromReserve: true };
    expect(copies().map((own) => [own.row.reserve, own.row.preApplication])).toEqual([
      [undefined, accepted],
      [undefined, accepted],
    ]);
  });

  it('lists what is to be announced in the next three months, and what is late', () => {
    desk.does(parks);
    desk.does({ do: 'edit-row', row: desk.row('B').key, fields: { quarter: 3 } });
    const rolling = (date: string) =>
      desk.opened.ledger({ year: 2027, date }).tables.rolling.rows.map(({ cells }) => cells[2]);
    expect(rolling('2027-03-31')).toEqual(['A']);
    expect(rolling('2027-04-30')).toEqual([]);
    expect(rolling('2027-05-01')).toEqual(['B']);
    expect(rolling('2027-09-30')).toEqual(['B']);
    expect(rolling('2027-10-01')).toEqual([]);
    desk.does({ do: 'edit-row', row: desk.row('B').key, fields: { announceMonth: '2027-08' } });
    expect([rolling('2027-05-31'), rolling('2027-06-01')]).toEqual([[], ['B']]);
    expect(desk.ledger.problems).toContainEqual({ code: 'row-overdue', params: { row: 'A', until: '2027-03' } });
  });

  it('says which monthly reports of key parks are due, given and missing, and when what is assessed', () => {
    const { 'monthly-reports': reports, calendar } = desk.opened.ledger({ year: 2026, date: '2026-12-01' }).tables;
    expect(reports.isOurs && calendar.isOurs).toBe(true);
    expect(
      reports.rows.map((line) => ['due', 'given', 'missing', 'missing-months'].map((id) => at(reports, line, id))),
    ).toEqual([
      // prettier-ignore
      [4, 2, 2, ['2026-09', '2026-11']],
    ]);
    expect(calendar.rows).toHaveLength(12 + 4 + 2 + 1);
    const line = (period: string) => calendar.rows.find(({ cells }) => cells[2] === period)!;
    expect(line('2026-Q3').cells).toEqual(['2026-10-15', 'visit', '2026-Q3', 2, 1, 1]);
    expect(line('2026').cells).toEqual(['2027-03-01', 'assessment', '2026', 4, 2, 2]);
  });

  it('bounds what is supplied where the plan says 以内, and says what is above', () => {
    desk.does(parks);
    const ceilings = [{ mostM2: 50_000 }, { use: '10', unit: '410181', mostM2: 30_000 }];
    expect(desk.does({ do: 'edit-plan', plan: desk.plan(), fields: { ceilings } })).toBe('done');
    const { tables, problems } = desk.ledger;
    const place = tables.summary.columns.findIndex(({ id, use }) => id === 'area' && use === '10');
    expect(tables.summary.rows[0].most![place]).toBe(30_000);
    expect(problems.filter(({ code }) => code === 'over-ceiling')).toMatchObject([{ params: { use: '10', unit: '410181', mostM2: 30_000 } }]); // prettier-ignore
    // What bounds all of it bounds nothing by itself of which the use is not stated.
    expect(desk.does({ do: 'edit-row', row: desk.row('A').key, fields: { use: undefined } })).toBe('done');
    const { summary } = desk.ledger.tables;
    const most = summary.columns.flatMap(({ id, use }, n) => (id === 'area' ? [[use, summary.totals!.most![n]]] : []));
    expect(most).toContainEqual([null, null]);
    expect(most).toContainEqual([undefined, 50_000]);
  });

  it('holds to the tightest of ceilings of the same, and takes no rounding for land above one', () => {
    desk.does(parks);
    const at = (ceilings: readonly { readonly mostM2: number }[]) => {
      desk.does({ do: 'edit-plan', plan: desk.plan(), fields: { ceilings } });
      const { tables, problems } = desk.ledger;
      const place = tables.summary.columns.findIndex(({ id, use }) => id === 'area' && use === undefined);
      return { totals: tables.summary.totals!, place, over: problems.filter(({ code }) => code === 'over-ceiling') };
    };
    const { totals, place, over } = at([{ mostM2: 50_000 }, { mostM2: 1 }, { mostM2: 40_000 }]);
    expect([totals.most![place], over.length]).toEqual([1, 1]);
    const sum = totals.cells[place] as number;
    expect(at([{ mostM2: sum - 1e-9 }]).over).toEqual([]);
    expect(at([{ mostM2: sum - 0.1 }]).over).toHaveLength(1);
  });

  it('is called as the first version of the year before it, of its own year', () => {
    desk.does(parks);
    const { year } = desk.ledger;
    desk.does({ do: 'edit-plan', plan: desk.plan(), fields: { name: `甲市${year}年度供应计划` } });
    expect(desk.does({ do: 'make-plan', year: year + 1, uses: 'old', rows: [] })).toBe('done');
    expect(desk.opened.ledger({ year: year + 1 }).plan?.plan.name).toBe(`甲市${year + 1}年度供应计划`);
  });
});

/** Deeds of any kind, at any row or plan there is: most are refused, and none leaves half of it. */
const deed = fc.record({
  what: fc.constantFrom('park', 'parcel', 'step', 'step', 'step', 'step', 'state', 'state', 'adjust', 'carry', 'promote', 'edit', 'remove', 'back', 'plan'), // prettier-ignore
  n: fc.nat(40),
  year: fc.constantFrom(2026, 2027),
  step: fc.constantFrom('announced', 'sold', 'contracted', 'handed-over', 'started', 'completed', 'terminated', 'failed', 'withdrawn'), // prettier-ignore
  state: fc.constantFrom('draft', 'submitted', 'approved', 'published'),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

function wishOf({ what, n, year, step, state, day, month }: Deed, desk: Desk): LedgerWish | null {
  const { land: city } = desk.opened.city;
  const pick = (name: 'supplyPlan' | 'supplyRow') => {
    const keys = city.table(name).listed();
    return keys.length > 0 ? keys[n % keys.length] : 0;
  };
  const own = { on: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, reason: '缘由' };
  const id = 'ABCDE'[n % 5];
  switch (what) {
    case 'park':
      return { do: 'put-parks', year, parks: [{ parcels: [id, 'ABCDE'[(n + 1) % 5]] }] };
    case 'parcel':
      return { do: 'put-parcels', year, parcels: [id], reserve: n % 2 === 0 };
    case 'step':
      return { do: 'step', rows: [pick('supplyRow')], step, ...own } as LedgerWish;
    case 'state':
      return { do: 'state', plan: pick('supplyPlan'), state, ...own } as LedgerWish;
    case 'adjust':
      return { do: 'adjust', plan: pick('supplyPlan'), ...own };
    case 'carry':
      return { do: 'carry-over', plan: pick('supplyPlan'), ...own };
    case 'promote':
      return { do: 'promote', rows: [pick('supplyRow')] };
    case 'edit':
      return { do: 'edit-row', row: pick('supplyRow'), fields: { areaM2: 1000 * n, quarter: (n % 4) + 1 } };
    case 'remove':
      return { do: 'remove-rows', rows: [pick('supplyRow')] };
    case 'back':
      return { do: 'take-back-step', row: pick('supplyRow') };
    default:
      return n % 7 === 0 ? { do: 'remove-plan', plan: pick('supplyPlan') } : null;
  }
}

describe('whatever is done to the ledger', () => {
  it('lives stay in order, a parcel stands once in a plan, totals are sums, and undo gives the first state byte for byte', async () => {
    const opened = await openLand();
    const before = opened.bytes;
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
        const desk = new Desk(opened.opened);
        for (const one of deeds) {
          const was = desk.opened.city.version;
          const wish = wishOf(one, desk);
          // A refusal leaves all as it was.
          if (wish && desk.does(wish) !== 'done') expect(desk.opened.city.version).toBe(was);
        }
        const { land: now } = desk.opened.city;
        const rows = [...now.table('supplyRow').compact().records];
        for (const row of rows) expect([row, isSoundLife(row)]).toEqual([row, true]);
        for (const plan of desk.opened.ledger({}).plans) {
          const own = rows.filter((row) => row.planId === plan.plan.id).flatMap((row) => row.parcelIds ?? []);
          expect(new Set(own).size).toBe(own.length);
          const same = desk.opened.ledgerComparison({ before: plan.key, after: plan.key })!;
          expect([same.rows.rows, same.same]).toEqual([[], rows.filter((row) => row.planId === plan.plan.id).length]);
          const ledger = desk.opened.ledger({ plan: plan.key });
          expect(Object.keys(ledger.tables)).toEqual([...LEDGER_TABLES]);
          for (const table of Object.values(ledger.tables)) areSums(table);
        }
        desk.undoAll();
        expect(opened.bytes === before).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is saved and opened again as it is, in the exchange file and the packed one', async () => {
    const desk = await openLand();
    desk.does(parks);
    desk.does({ do: 'step', rows: [desk.row('A').key], step: 'announced', on, documentNo: '公告 1 号' });
    desk.does({ do: 'edit-plan', plan: desk.plan(), fields: { ceilings: [{ mostM2: 1e6 }], documentNo: '1 号' } });
    const plain = (own: Desk) => {
      const { supplyPlans, supplyRows } = own.opened.city.land.project;
      return { supplyPlans, supplyRows: supplyRows as readonly SupplyRow[] };
    };
    const file = writeExchange(desk.opened.city.land.project, { name: 'a' });
    if (!file.ok) throw new Error(file.refusal.code);
    const again = await openLand(JSON.parse(new TextDecoder().decode(file.value[0].bytes)));
    expect(plain(again)).toEqual(plain(desk));
    expect(again.bytes === desk.bytes).toBe(true);
  });
});

/** Every total is the sum of what stands above it; a share is no sum. */
function areSums({ columns, rows, totals }: LedgerTable): void {
  columns.forEach((column, place) => {
    const cells = rows.map((line) => line.cells[place]);
    const total = totals?.cells[place] ?? null;
    if (total === null || column.id === 'supplied-share') return;
    expect(total).toBe(cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0));
  });
}
