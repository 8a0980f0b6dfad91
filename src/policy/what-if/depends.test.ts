import { expect, it } from 'vitest';
import type { Pack } from '../shape/pack.ts';
import { rulesTouched } from './depends.ts';

const rule = (id: string, test: object, more: object = {}) => ({ id, strength: 'hard', test, ...more });
const limit = (measure: string) => ({ kind: 'limit', measure, op: '>=', value: 1, unit: 'count' });

/** Rules and measures that name each other in every place where one can be named. */
const pack = {
  measures: {
    share: { from: { ratio: { of: 'top', to: { figure: 'landArea' } } } },
    top: { from: { sum: { of: 'parcels', where: { measure: 'lot', op: '>', value: 0, unit: 'm2' }, value: 'lot' } } },
    lot: { from: { field: 'areaM2' } },
    // A field of that name is read elsewhere: equal texts are no dependency.
    storeys: { from: { count: { of: 'buildings' } } },
    high: { from: { count: { of: 'buildings', where: { field: 'storeys', is: 9 } } } },
    bound: { from: { value: 3, unit: 'count' } },
  },
  rules: [
    rule('a.limit', limit('share')),
    rule('b.high', limit('high')),
    rule('c.against', { kind: 'against', measure: 'high', op: '<', to: { plus: ['bound', 'bound'] }, unit: 'count' }),
    rule('d.nested', { kind: 'any-of', of: [limit('high'), limit('storeys')] }),
    rule('e.exception', { kind: 'exception', relaxes: ['a.limit'], when: { park: { recorded: 'note' } } }),
    rule('f.applies', limit('high'), { applies: { not: { measure: 'high', op: '<', to: 'bound', unit: 'count' } } }),
    rule('g.excepted', limit('high'), { exceptions: [{ rule: 'e.exception' }] }),
    rule('h.parts', {
      kind: 'by-part',
      by: 'phase',
      shows: [{ measure: 'lot', unit: 'm2' }],
      rules: ['d.nested'],
    }),
  ],
} as unknown as Pack;

const touchedBy = (name: string) => [...rulesTouched(pack, [name])];

it('a rule rests on what it names, through measures, conditions, parts, exceptions and other rules', () => {
  expect(touchedBy('lot')).toEqual(['a.limit', 'e.exception', 'g.excepted', 'h.parts']);
  expect(touchedBy('bound')).toEqual(['c.against', 'f.applies']);
  expect(touchedBy('e.exception')).toEqual(['e.exception', 'g.excepted']);
});

it('a field with the name of a measure is not that measure', () => {
  expect(touchedBy('storeys')).toEqual(['d.nested', 'h.parts']);
});
