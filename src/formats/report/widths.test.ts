import { describe, expect, it } from 'vitest';
import type { ReportTable } from './document.ts';
import { linesIn, wide, widthsOf } from './widths.ts';

const long = '每亩投资强度 372.00 万元，要求 ≥ 350 万元；亩均税收（年）17.60 万元，要求 ≥ 15 万元';
const table: ReportTable = {
  title: '政策对照',
  head: ['结论', '条款', '说明', '实测', '平面面积（m²）', '条文'],
  rows: [
    ['符合', '12', long, '372.00 万元\n17.60 万元', { value: 121894.9, text: '121,894.90', decimals: 2 }, long],
    ['不适用', '4', '不适用。', '', '', long],
  ],
  notes: [],
};
const sum = (widths: readonly number[]): number => widths.reduce((whole, width) => whole + width, 0);

describe('widths of a table', () => {
  it('are what is written where there is room, a cell of two lines as wide as the longer one', () => {
    expect(widthsOf(table, { least: 0, most: 500, air: 0 })).toEqual([6, 4, 60, 11, 14, 60]);
  });

  it('fill the room where little is written', () => {
    const widths = widthsOf({ ...table, rows: [] }, { least: 95, most: 95, air: 2 });
    expect(sum(widths)).toBeCloseTo(95, 9);
  });

  it('keep items and what they come to side by side on a wide paper', () => {
    const pairs = { ...table, head: ['项目', '内容'], rows: [['园区类型', '生产制造类'], ['建设方式', '新建']] }; // prettier-ignore
    expect(widthsOf(pairs, { least: 95, most: 95, air: 1 })).toEqual([18, 77]);
  });

  it('give long remarks what figures and short words leave, so that the table comes out lowest', () => {
    const short = ['不符合', '租金支付周期', '12', '24 个月', '≤ 12 个月', '−12 个月'];
    const findings = { ...table, head: ['结论', '规则', '条款', '实测', '要求', '相差', '说明与条文'], rows: [[...short, long]] }; // prettier-ignore
    const widths = widthsOf(findings, { least: 90, most: 90, air: 1 });
    expect(sum(widths)).toBeCloseTo(90, 6);
    // All that is short stands in one line or two, and the remark in no more than three.
    expect(widths[6]).toBeGreaterThan(30);
    expect(Math.ceil(wide(long) / (widths[6] - 1))).toBeLessThanOrEqual(3);
  });

  it('keep short words and figures whole and share the rest among the long ones, to the width of the paper', () => {
    const widths = widthsOf(table, { least: 95, most: 95, air: 2 });
    expect(sum(widths)).toBeCloseTo(95, 6);
    const [outcome, clause, remark, measured, area, phrase] = widths;
    expect([outcome, clause, measured]).toEqual([8, 6, 13]);
    expect(area).toBeGreaterThanOrEqual(12);
    expect(remark).toBeCloseTo(phrase, 9);
    expect(remark).toBeGreaterThan(20);
  });

  it('are at least those of its figures where these are more than the paper', () => {
    const widths = widthsOf(table, { least: 20, most: 20, air: 2 });
    expect(widths[4]).toBe(12);
  });
});

it('lines of a text are those between words, of a longer word and of Chinese its own', () => {
  expect(linesIn('21.65 percentage points', 13)).toBe(3);
  expect(linesIn('分园数 3，要求 ≤ 1', 10)).toBe(2);
  expect(linesIn('abcdefghij klm', 4)).toBe(4);
  expect(linesIn('abcdefgh ij', 4)).toBe(3);
  expect(linesIn('abcdefghij kl', 6)).toBe(3);
  expect(linesIn('𠮷𠮷', 4)).toBe(1);
  expect(linesIn('\n', 4)).toBe(2);
});
