import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { readPack } from './cases.ts';
import { factsOf } from './facts.ts';

const pack = readPack('zhengzhou-draft');
const context = contextOf({ zones: [], jurisdictions: [] }, pack);

const parcel = fc.record({
  mu: fc.integer({ min: 1, max: 120 }),
  phase: fc.integer({ min: 1, max: 3 }),
  floorAreaM2: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
});

describe('a phase', () => {
  it('is judged as a park that has its parcels and no others', () => {
    fc.assert(
      fc.property(
        fc.array(parcel, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('manufacturing' as const, 'service' as const),
        fc.constantFrom('new' as const, 'extended' as const),
        (drawn, parkType, origin) => {
          const park = { id: 'P', parkType, origin };
          const all = drawn.map((p, i) => ({ id: `L${i}`, status: 'in-use' as const, districtCode: '410122', ...p }));
          const judge = (parcels: typeof all) =>
            evaluatePark(pack, factsOf({ park, parcels, buildings: [] }, pack), context, '2026-01-01');
          const whole = judge(all).find((f) => f.rule === 'phases')!;
          expect(whole.parts!.map((p) => p.part)).toEqual([...new Set(all.map((p) => String(p.phase)))].sort());
          for (const { part, inputs, measured, rules } of whole.parts!) {
            const own = all.filter((p) => String(p.phase) === part);
            expect(inputs).toEqual(own.map((p) => p.id));
            expect(measured.find((m) => m.what === 'landArea')!.value).toBeCloseTo(
              own.reduce((sum, p) => sum + p.mu, 0),
              9,
            );
            const alone = judge(own);
            expect(rules.map((r) => r.rule)).toEqual([`scale.${parkType}`]);
            for (const { rule, outcome, measured: values, margin } of rules)
              expect({ outcome, values, margin }).toEqual(
                (({ outcome: o, measured: m, margin: by }) => ({ outcome: o, values: m, margin: by }))(
                  alone.find((f) => f.rule === rule)!,
                ),
              );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
