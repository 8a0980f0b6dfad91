import { expect, it } from 'vitest';
import { sayLedgerProblem } from './ledger.ts';

it('areas that look the same in 公顷 are told in m²', () => {
  const said = (areaM2: number, mostM2: number) =>
    sayLedgerProblem('zh', { code: 'over-ceiling', params: { unit: '', use: '', areaM2, mostM2 } });
  expect(said(500_000.3, 500_000)).toBe('供应面积 500,000.30 m²，超过上限 500,000.00 m²。');
  expect(said(600_000, 500_000)).toBe('供应面积 60.0000 公顷（900.00 亩），超过上限 50.0000 公顷（750.00 亩）。');
});
