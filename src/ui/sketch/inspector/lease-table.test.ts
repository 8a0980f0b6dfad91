import { expect, it } from 'vitest';
import type { Labels } from '../../../texts/labels.ts';
import { csvText } from '../../parts/csv.ts';
import { readCsv } from '../../../formats/sheet/csv.ts';
import { dictionaryOf } from '../../../formats/fields/dictionary.ts';
import { leaseRows, leasesOf } from './lease-table.ts';
import type { MemberList } from './member-rows.ts';

const leaseFields = {
  id: { zh: '合同编号', en: 'lease id' },
  buildingId: { zh: '所在建筑', en: 'building' },
  unitId: { zh: '单元', en: 'unit', aliases: ['租赁单元'] },
  floorAreaM2: { zh: '租赁面积', en: 'floor area let', aliases: ['出租面积'] },
  endOn: { zh: '租期止', en: 'last day' },
  sublet: { zh: '转租', en: 'sublet', aliases: ['是否转租'], words: { true: ['有转租'], false: ['未转租'] } },
  filedOn: { zh: '网签备案日期', en: 'day of filing', aliases: ['备案日期'] },
  rentYuanPerM2Month: { zh: '租金', en: 'rent' },
  paymentPeriodMonths: { zh: '租金支付周期', en: 'payment period' },
};
const dictionary = dictionaryOf({ lease: leaseFields });
const labels = {
  fields: Object.fromEntries(Object.entries(leaseFields).map(([name, label]) => [`lease.${name}`, label])),
  values: {},
} as unknown as Labels;
const built = ['1#', '2#', '2#'].map((name, i) => ({ building: { id: `B${i + 1}`, name } }));
const members = [
  { id: 'L1', buildingId: 'B1', unitId: '101', floorAreaM2: 480.5, endOn: '2029-03-31', sublet: false, filedOn: null },
  { id: '=2', buildingId: 'B2', unitId: '1-01', sublet: true },
];
const list = (own: object[] = []) =>
  ({ table: 'park', field: 'leases', key: 7, name: '', members: own }) as unknown as MemberList;
const gridOf = (text: string) => {
  const read = readCsv('租赁.csv', new TextEncoder().encode(text), []);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const read = (text: string, own: object[] = []) => leasesOf(gridOf(text), list(own), built, 'zh', dictionary);

it.each(['zh', 'en'] as const)('what is written in %s is read as the same leases', (language) => {
  const text = csvText(leaseRows(list(members), built, language, labels));
  const own = leasesOf(gridOf(text), list(), built, language, dictionary);
  expect(own).toMatchObject({ is: 'read', added: 2, changed: 0, left: [] });
  expect(own).toMatchObject({ intent: { fields: { leases: members } } });
});

it('a building is called by its name where one alone has it, else by its id', () => {
  expect(leaseRows(list(members), built, 'zh', labels).map((row) => row[1])).toEqual(['所在建筑', '1#', 'B2']);
});

it('a lease that is there keeps what its row leaves open; columns no lease has are told', () => {
  const own = read('编号,租赁面积（平方米）,承租人\nL1,５００,某某\nL3,"1,200 m²",', members);
  expect(own).toMatchObject({ is: 'read', added: 1, changed: 1, left: ['承租人'] });
  const leases = [{ ...members[0], floorAreaM2: 500 }, members[1], { id: 'L3', floorAreaM2: 1200 }];
  expect(own).toMatchObject({ intent: { do: 'fields', table: 'park', keys: [7], fields: { leases } } });
});

it('heads and truth values are read by every name the pack has for them', () => {
  const own = read('编号,租赁单元,出租面积（㎡）,备案日期,是否转租,Last Day\nL3,101,480,2026-03-01,有转租,2029-03-14');
  const lease = { id: 'L3', unitId: '101', floorAreaM2: 480, filedOn: '2026-03-01', sublet: true, endOn: '2029-03-14' };
  expect(own).toMatchObject({ left: [], intent: { fields: { leases: [lease] } } });
});

it('a column 名称 is left: every kind of record may have one, but no lease has', () => {
  expect(read('合同编号,名称,租金\nL3,甲公司,25')).toMatchObject({ is: 'read', added: 1, left: ['名称'] });
});

it('figures are in the unit of their head, where they say none of their own; one the field is not counted in is refused', () => {
  const own = read(
    '合同编号,租赁面积（亩）,租金（元/㎡·月）,租金支付周期（月）\nL3,３,25.5,6\nL4,1200 m²,"1,000",3个月',
  );
  if (own.is !== 'read') throw new Error(own.is);
  const lease = { rentYuanPerM2Month: 25.5, paymentPeriodMonths: 6 };
  expect(own).toMatchObject({ left: [], intent: { fields: { leases: [{ ...lease, floorAreaM2: 2000 }, { floorAreaM2: 1200, rentYuanPerM2Month: 1000, paymentPeriodMonths: 3 }] } } }); // prettier-ignore
  const wrong = read('合同编号,租赁面积 公顷,租金（万元）\nL3,0.5,3');
  expect(wrong).toMatchObject({ is: 'faults', faults: [{ line: 2, column: '租金（万元）', text: '3' }] });
  expect(read('合同编号,租金（元/㎡·天）,租赁面积（建筑面积）\nL3,0.8,1')).toMatchObject({
    is: 'read',
    left: ['租金（元/㎡·天）', '租赁面积（建筑面积）'],
  });
});

it('nothing is taken where a cell is wrong: all of them are told by line, column and what it takes', () => {
  const own = read('合同编号,租期止,转租,租赁面积\nL1,明年,是,-5\n,2027-01-01,也许,1\nL1,,,', members);
  if (own.is !== 'faults') throw new Error(own.is);
  expect(own.faults.map(({ line, column, text }) => [line, column, text])).toEqual([
    [2, '租期止', '明年'],
    [2, '租赁面积', '-5'],
    [3, '合同编号', ''],
    [3, '转租', '也许'],
    [4, '合同编号', 'L1'],
  ]);
  expect(own.faults[0].allowed).toBe('请填日期，如 2026-03-01');
  expect(read('楼栋,面积\n1#,5')).toEqual({ is: 'no-ids' });
});
