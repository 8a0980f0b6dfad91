import readExcel from 'read-excel-file/node';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { unzipSync, strFromU8 } from 'fflate';
import { reportDocx } from './docx.ts';
import type { Report } from './document.ts';
import { reportXlsx } from './xlsx.ts';

const report: Report = {
  title: '一园一策',
  about: ['澄州示例园'],
  tables: [
    { title: '指标', head: ['项', '值'], rows: [['面积', { value: 2, text: '2', decimals: 0 }]], notes: ['说明'] },
  ],
  sheets: [],
  paper: { size: 'A4', isLying: false },
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it.each([
  ['Word', reportDocx],
  ['Excel', reportXlsx],
] as const)('%s written on two days is the same to the byte', async (_, write) => {
  vi.setSystemTime(new Date('2026-01-02T03:04:06Z'));
  const first = await write(report);
  vi.setSystemTime(new Date('2027-05-06T07:08:10Z'));
  expect(Buffer.from(await write(report)).equals(Buffer.from(first))).toBe(true);
});

it('keeps what the documents say', async () => {
  const parts = unzipSync(await reportDocx(report));
  expect(strFromU8(parts['word/document.xml'])).toContain('澄州示例园');
  expect(strFromU8(parts['docProps/core.xml'])).toContain('一园一策');
  const [sheet] = await readExcel(Buffer.from(await reportXlsx(report)));
  expect(sheet.data.flat()).toContain('面积');
});

it('a total does not begin a page of Word alone: the two rows above stay with it', async () => {
  const rows = ['甲', '乙', '丙', '丁'].map((name) => [name, '1']);
  const tables = [{ title: '宗地', head: ['编号', '值'], rows, total: ['合计', '4'], notes: [] }];
  const xml = strFromU8(unzipSync(await reportDocx({ ...report, tables }))['word/document.xml']);
  const kept = xml.match(/<w:tr>.*?<\/w:tr>/g)!.map((row) => /<w:keepNext\/>/.test(row));
  expect(kept).toEqual([false, false, false, true, true, false]);
});
