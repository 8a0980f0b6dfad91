import { expect, it } from 'vitest';
import { fileNameIn } from './file-name.ts';

it('files of a version do not take the place of those of the one before, which has the same name', () => {
  const named = (plan: object) => fileNameIn({ ledger: { plan: { plan } } } as never);
  expect([{ version: 1 }, { version: 2 }].map((own) => named({ id: '2027-1', name: '甲/乙计划', ...own }))).toEqual(['甲 乙计划', '甲 乙计划-2']); // prettier-ignore
  expect(named({ id: '2027-2', version: 2 })).toBe('2027-2');
});
