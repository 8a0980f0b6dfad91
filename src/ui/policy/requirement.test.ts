import { expect, it } from 'vitest';
import type { Required } from '../../policy/shape/finding.ts';
import { requirementsOf } from './requirement.ts';

const labels = { measures: {}, fields: {}, values: {}, exceptions: {} };
const asks = (...required: Required[]) => required;

it('says what the law asks, and not what stands in the data', () => {
  const land = { what: 'landArea', op: '>=', value: 100, unit: 'mu' } as const;
  const floor = { what: 'floorArea', op: '>=', value: 100_000, unit: 'm2' } as const;
  expect(requirementsOf('zh', [asks(land, floor), asks(land, floor)], labels)).toBe('≥ 100 亩；≥ 100,000 m²');
  const two = [1, 2].map((value, i) => ({ what: 'n', op: i ? '<=' : '>=', value, unit: 'count' }) as const);
  expect(requirementsOf('zh', [asks(...two)], labels)).toBe('1–2');
  expect(requirementsOf('zh', [asks({ what: 'sold', op: '<=', value: 0, unit: 'count' })], labels)).toBe('应为 0');
  const term = { what: 'heldTerm', op: '=', value: 50, unit: 'year', ofRecord: true } as const;
  expect(requirementsOf('zh', [asks(term)], labels)).toBeNull();
});
