import { expect, it } from 'vitest';
import { fileNameIn } from './file-name.ts';

const named = (plan: object) => fileNameIn({ ledger: { plan: { plan } }, language: 'zh' } as never);

it('files of a version do not take the place of those of the one before, which has the same name', () => {
  expect([{ version: 1 }, { version: 2 }].map((own) => named({ id: '2027-1', name: '甲/乙计划', ...own }))).toEqual(['甲 乙计划', '甲 乙计划-2']); // prettier-ignore
  expect(named({ id: '2027-2', version: 2 })).toBe('2027-2-2');
});

it('a plan that nobody called is called by its year', () => {
  expect(named({ id: '2027-1', year: 2027 })).toBe('2027年度国有建设用地供应计划');
  expect(named({ id: '2027-2', year: 2027, version: 2 })).toBe('2027年度国有建设用地供应计划-2');
});
