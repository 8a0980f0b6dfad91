import { describe, expect, it } from 'vitest';
import type { MendStep } from '../policy/shape/mend-step.ts';
import { sayMendStep, sayConflicts, sayRepair } from './policy-repairs.ts';

const both = (zh: string, en: string) => ({ zh, en });
const labels = {
  measures: {},
  exceptions: {},
  fields: {
    'lease.endOn': both('到期日', 'last day'),
    'lease.filedOn': both('备案日期', 'day of filing'),
    'park.farLimitReason': both('容积率受限原因', 'reason for a low plot ratio'),
    'building.use': both('用途', 'use'),
    'lease.rentYuanPerM2Month': { ...both('租金', 'rent'), unit: 'yuanPerM2Month' as const },
    'park.industries': both('主导产业', 'leading industries'),
  },
  values: { 'use.production': both('生产', 'production'), 'use.amenity': both('生活配套', 'amenity') },
};
const cases: readonly (readonly [MendStep, string, string])[] = [
  [
    { kind: 'set', of: 'lease', id: 'L', field: 'endOn', from: '2033-01-31', to: '2030-05-31' },
    '租约 L 的到期日由 2033-01-31 改为 2030-05-31',
    'lease L: change last day from 2033-01-31 to 2030-05-31',
  ],
  [
    { kind: 'set', of: 'building', id: 'B', field: 'use', from: 'amenity', to: 'production' },
    '建筑 B 的用途由生活配套改为生产',
    'building B: change use from amenity to production',
  ],
  [
    { kind: 'record', of: 'park', id: 'P', field: 'farLimitReason' },
    '写明容积率受限原因，由主管部门认定',
    'write down: reason for a low plot ratio; then an authority decides',
  ],
  [
    { kind: 'floor', of: 'building', id: 'B', byM2: 1234.5 },
    '建筑 B 的建筑面积增加 1,234.50 m²',
    '1,234.50 m² more floor area on building B',
  ],
  [
    { kind: 'floor', of: 'building', id: 'B', byM2: -100, units: [{ id: '101', floorAreaM2: 50 }] },
    '建筑 B 的建筑面积减少 100.00 m²，各单元按比例减小',
    '100.00 m² less floor area on building B, its units smaller in proportion',
  ],
  [
    { kind: 'footprint', id: 'B', byM2: -100, floorM2: -300 },
    '建筑 B 的占地减少 100.00 m²，建筑面积随之减少 300.00 m²',
    '100.00 m² less ground under building B, and with it 300.00 m² less floor area',
  ],
  [
    { kind: 'footprint', id: 'B', byM2: -100, floorM2: 0 },
    '建筑 B 的占地减少 100.00 m²',
    '100.00 m² less ground under building B',
  ],
  [
    { kind: 'storeys', id: 'B', by: 1, byM2: 900 },
    '建筑 B 加 1 层（增加 900.00 m²）',
    '1 more storey on building B (900.00 m²)',
  ],
  [
    { kind: 'merge', building: 'B', units: ['1', '2'] },
    '建筑 B 的单元 1、2 合并为一个',
    'join units 1, 2 of building B into one',
  ],
  [{ kind: 'drop', parcels: ['C'], landM2: 100 }, '调出宗地 C (100.00 m²)', 'leave out parcel C (100.00 m²)'],
  [{ kind: 'add', parcel: 'D', landM2: null, adjacent: true }, '并入相邻宗地 D', 'take in the adjacent parcel D'],
  [
    { kind: 'set', of: 'lease', id: 'L', field: 'rentYuanPerM2Month', from: 20.01, to: 20 },
    '租约 L 的租金由 20.01 元/m²·月改为 20 元/m²·月',
    'lease L: change rent from 20.01 yuan/m²·month to 20 yuan/m²·month',
  ],
  [
    { kind: 'set', of: 'park', id: 'P', field: 'industries', from: ['a', 'b', 'c'], to: ['a', 'b'] },
    '主导产业由 a、b、c 改为 a、b',
    'change leading industries from a, b, c to a, b',
  ],
  [
    { kind: 'late', of: 'lease', id: 'L', field: 'filedOn', on: '2026-05-01' },
    '立即补办（2026-05-01）并填写租约 L 的备案日期；已逾期，补办不能消除逾期',
    'lease L: do it now (2026-05-01) and record the day of filing; it is overdue, and the delay stays',
  ],
  [
    { kind: 'done-late', of: 'lease', id: 'L', field: 'filedOn', on: '2026-05-01' },
    '租约 L 的备案日期为 2026-05-01，已逾期，事后不能补正；日期填错的请更正',
    'lease L: the day of filing is 2026-05-01, which was too late and cannot be made good; correct it if it is recorded wrong',
  ],
  [
    { kind: 'clear', of: 'unit', id: '101', building: 'B2', field: 'soldOn' },
    '撤销建筑 B2 的分割单元 101 的soldOn',
    'unit 101 of building B2: undo the soldOn',
  ],
  [
    { kind: 'entries', of: 'park', id: 'P', field: 'industries', by: 1 },
    '补充填写 1 个主导产业',
    'name 1 more: leading industries',
  ],
];

describe('a repair in words', () => {
  it.each(cases)('%o', (step, zh, en) => {
    expect(sayMendStep('zh', step, labels)).toBe(zh);
    expect(sayMendStep('en', step, labels)).toBe(en);
  });

  it('names the rules it would miss, and those that stand against one', () => {
    const titles = { price: 'Guide price' };
    const repair = { code: 'add-floor', steps: [cases[3][0]], outcome: 'pass' as const, breaks: ['price', 'other'] };
    expect(sayRepair('en', repair, labels, titles)).toBe(
      '1,234.50 m² more floor area on building B, but it affects: Guide price, other.',
    );
    expect(sayConflicts('zh', { repairs: [repair], conflicts: ['price'] }, { price: '销售指导价' })).toBe(
      '与其他规则相互牵制：销售指导价。',
    );
    expect(sayConflicts('en', { repairs: [], conflicts: [] }, {})).toBe('No change was found that would mend it.');
    expect(sayConflicts('en', { repairs: [repair], conflicts: [] }, {})).toBeNull();
    expect(sayConflicts('en', { repairs: [] }, {})).toBeNull();
  });
});
