import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomes } from '../../policy/outcomes.ts';
import type { CheckedPark } from '../shape/published.ts';
import { agreesAsWritten, differencesOf, type ShownPark } from './differences.ts';

const anew: CheckedPark = {
  id: 'P1',
  landM2: 84_700.004,
  floorM2: null,
  plotRatio: 1.4999,
  findings: { 'far.minimum': 'advisory', 'sites.count': 'pass', 'lease.term': 'pass' },
};
const shown: ShownPark = {
  landM2: 84_700,
  floorM2: null,
  plotRatio: 1.5,
  outcome: 'advisory',
  counts: { advisory: 1, pass: 2 },
};

describe('what is published of a park against what it comes to', () => {
  test('agrees where all of it is the same, the list as closely as it is written', () => {
    expect(differencesOf(anew, anew, shown)).toEqual([]);
  });

  test('any one thing published otherwise is told, and nothing besides', () => {
    const outcome = fc.constantFrom(...outcomes);
    const rule = fc.constantFrom(...Object.keys(anew.findings));
    fc.assert(
      fc.property(rule, outcome, (id, other) => {
        fc.pre(other !== anew.findings[id]);
        const published = { ...anew, findings: { ...anew.findings, [id]: other } };
        expect(differencesOf(anew, published, shown)).toEqual([
          { what: 'finding', in: 'check', rule: id, published: other, anew: anew.findings[id] },
        ]);
      }),
    );
    // One bit of a figure that is to be the same to the last.
    const nearly = { ...anew, landM2: 84_700.00400000001 };
    expect(differencesOf(anew, nearly, shown).map((d) => [d.what, d.in])).toEqual([['landM2', 'check']]);
    expect(differencesOf(anew, anew, { ...shown, landM2: 84_701 })).toEqual([
      { what: 'landM2', in: 'list', published: 84_701, anew: 84_700.004 },
    ]);
    expect(differencesOf(anew, anew, { ...shown, outcome: 'pass' })).toMatchObject([{ what: 'worst' }]);
    expect(differencesOf(anew, anew, { ...shown, counts: { advisory: 1, pass: 1, fail: 1 } })).toEqual([
      { what: 'count', in: 'card', outcome: 'pass', published: 1, anew: 2 },
      { what: 'count', in: 'card', outcome: 'fail', published: 1, anew: 0 },
    ]);
  });

  test('what is missing somewhere is a difference', () => {
    const findings = { ...anew.findings, 'held.share': 'pass' } as const;
    expect(differencesOf(anew, { ...anew, findings }, { ...shown, counts: { advisory: 1, pass: 3 } })).toMatchObject([
      { rule: 'held.share', published: 'pass', anew: null },
      { what: 'count', outcome: 'pass', published: 3, anew: 2 },
    ]);
    expect(differencesOf(null, anew, shown)).toEqual([{ what: 'park', in: 'records' }]);
    expect(differencesOf(anew, null, shown)).toEqual([{ what: 'park', in: 'check' }]);
    expect(differencesOf(anew, anew, { ...shown, counts: null })).toEqual([{ what: 'park', in: 'card' }]);
    expect(differencesOf(anew, anew, null)).toEqual([{ what: 'park', in: 'list' }]);
    expect(differencesOf(anew, { ...anew, floorM2: 0 }, shown)).toMatchObject([{ what: 'floorM2', published: 0 }]);
  });

  test('what rests on the exact boundaries is taken as it is said', () => {
    const findings = { 'far.minimum': 'advisory', 'lease.term': 'pass' } as const;
    const published = { ...anew, findings, beyond: { 'sites.count': 'pass' }, figuresBeyond: ['landM2'] } as const;
    const rough = { ...anew, landM2: 84_650, findings: { ...anew.findings, 'sites.count': 'fail' } } as const;
    expect(differencesOf(rough, published, shown)).toEqual([]);
    expect(differencesOf(rough, published, { ...shown, landM2: 84_650 })).toMatchObject([
      { what: 'landM2', in: 'list' },
    ]);
  });

  test('a finding that rests on what is not public is published nowhere and is no difference', () => {
    const more = { ...anew, findings: { ...anew.findings, performance: 'unknown' } } as const;
    expect(differencesOf(more, anew, shown)).toEqual([]);
  });
});

test('a figure agrees with itself rounded, and with no other so written', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      const written = Number(value.toFixed(decimals));
      const next = Number((written + 10 ** -decimals).toFixed(decimals));
      // Trailing noughts are not written, so the figure may be taken to be coarser than it was meant.
      expect(agreesAsWritten(written, value)).toBe(true);
      fc.pre(String(next).split('.')[1]?.length === decimals && Math.abs(next - value) > 0.6 * 10 ** -decimals);
      expect(agreesAsWritten(next, value)).toBe(false);
    }),
  );
});
