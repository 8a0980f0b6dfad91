import { describe, expect, it } from 'vitest';
import { plotTextsOf } from './plot-texts.ts';

const told = (...labels: string[]) => plotTextsOf(labels.map((label) => label.split('\n')), 30_000); // prettier-ignore

describe('texts inside a plot', () => {
  it.each([
    // One alone is the name, as ever; what is certainly something else is not.
    [['甲地块'], { name: '甲地块' }],
    [['ZD-01'], { id: 'ZD-01', name: 'ZD-01' }],
    [['061'], { id: '061', name: '061' }],
    [['30000.00㎡'], { area: { text: '30000.00', unit: 'm2' } }],
    [['工业用地'], { classWord: '工业用地' }],
    [
      ['ZD-01', '30000.00', '061'],
      { id: 'ZD-01', name: 'ZD-01', classCode: '061', area: { text: '30000.00', unit: 'm2' } },
    ],
    [
      ['0010100001\n0601\n29,999.5 m²'],
      { id: '0010100001', name: '0010100001', classCode: '0601', area: { text: '29999.5', unit: 'm2' } },
    ],
    [
      ['12', 'M1', '面积：45亩', '示例一厂'],
      { id: '12', name: '示例一厂', classCode: 'M1', area: { text: '45', unit: 'mu' } },
    ],
    [
      ['G-7', '面积=3.2公顷', '二类工业用地'],
      { id: 'G-7', name: 'G-7', classWord: '二类工业用地', area: { text: '3.2', unit: 'hectare' } },
    ],
    // Without a unit a figure is an area only where it is the plot's: lengths of sides, heights and point numbers are none.
    [['ZD-01', '150.00', '200.00', '98.35', 'J1', 'J2'], { id: 'ZD-01', name: 'ZD-01' }],
    [['ZD-01', '45.0'], { id: 'ZD-01', name: 'ZD-01', area: { text: '45.0', unit: 'mu' } }],
    [['ZD-01', '12000.00'], { id: 'ZD-01', name: 'ZD-01' }],
    [['A1', '示例一厂'], { id: 'A1', name: '示例一厂' }],
    [['M2', '示例一厂'], { name: '示例一厂', classCode: 'M2' }],
    [['12', '面积：5'], { id: '12', name: '12' }],
    [['S1'], { id: 'S1', name: 'S1' }],
    [['示例\n一厂'], { name: '示例 一厂' }],
  ] as const)('%j', (labels, expected) => {
    expect(told(...labels)).toEqual({ ...expected, unclear: false });
  });
  it.each([[['1', '2']], [['甲', '乙']], [['ZD-1', 'ZD-2', '30000.00 m2']]])(
    '%j: which is which is not guessed',
    (labels) => {
      const { id, name, unclear } = told(...labels);
      expect([id, name, unclear]).toEqual([undefined, undefined, true]);
    },
  );
});
