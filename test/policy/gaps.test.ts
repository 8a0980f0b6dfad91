import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOfKind } from '../../src/domain/land/fields/kinds.ts';
import type { FieldType } from '../../src/domain/land/fields/type.ts';
import type { Missing } from '../../src/domain/land/figure.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { contextOf } from '../../src/policy/context.ts';
import { gapSteps, type GapStep } from '../../src/policy/gaps.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { readPack } from './cases.ts';
import { factsOf, type CasePark } from './facts.ts';

const pack = readPack('zhengzhou-draft');
const { knownFrom } = labelsOf(pack);
const context = contextOf({ zones: [], jurisdictions: [] }, pack);
const judged = (park: CasePark) => evaluatePark(pack, factsOf(park, pack), context, '2026-01-01');

/** Any value the field may hold; a list is known to be empty or has members with all their fields. */
function valueOf(type: FieldType): fc.Arbitrary<unknown> {
  if (type.is === 'boolean') return fc.boolean();
  if (type.is === 'one-of') return fc.constantFrom(...type.values);
  if (type.is === 'integer') return fc.integer({ min: type.min ?? 0, max: type.max ?? 9 });
  if (type.is === 'number') return fc.integer({ min: 0, max: 100 }).map((n) => (n / 100) * (type.max ?? 100));
  if (type.is === 'date') return fc.integer({ min: 10, max: 28 }).map((day) => `2025-03-${day}`);
  if (type.is === 'month') return fc.constant('2025-03');
  if (type.is === 'nullable') return fc.oneof(fc.constant(null), valueOf(type.of));
  if (type.is === 'list') return fc.array(valueOf(type.of), { maxLength: 2 });
  if (type.is === 'record')
    return fc.record(Object.fromEntries(Object.entries(type.fields).map(([name, of]) => [name, valueOf(of)])));
  return fc.constant('x');
}

const landClass = { system: 'planning-guide-2023', code: '100102' } as const;
/** Of a park of which next to nothing is known; its land and buildings are. */
const bare: CasePark = {
  park: { id: 'P' },
  parcels: [{ id: 'A', mu: 120, landClass }],
  buildings: [{ id: 'B', floorAreaM2: 90_000, storeys: 5, use: 'production', footprintM2: 20_000, held: true }],
};
/** Fields whose values cannot be right or wrong by themselves, so that filling one in contradicts nothing. */
const scalar = Object.entries(fieldsOfKind('park')).filter(([, type]) => !['list', 'record', 'text'].includes(type.is));
const someKnown = fc
  .tuple(
    ...scalar.map(([name, type]) =>
      fc.option(
        valueOf(type).map((v) => [name, v] as const),
        { nil: null, freq: 1 },
      ),
    ),
  )
  .map((known) => Object.fromEntries(known.filter((k) => k !== null)));

function filled(park: CasePark, { gaps }: GapStep, values: Readonly<Record<string, unknown>>): CasePark {
  const own = (kind: Missing['kind'], id: string) =>
    Object.fromEntries(
      gaps.filter((g) => g.kind === kind && g.ids.includes(id)).map(({ field }) => [field, values[`${kind}.${field}`]]),
    );
  return {
    ...park,
    park: { ...park.park, ...own('park', 'P') },
    parcels: park.parcels.map((p) => ({ ...p, ...own('parcel', p.id) })),
    buildings: park.buildings.map((b) => ({ ...b, ...own('building', b.id) })),
  };
}

const values = fc.record(
  Object.fromEntries(
    (['park', 'parcel', 'building'] as const).flatMap((kind) =>
      Object.entries(fieldsOfKind(kind)).map(([field, type]) => [`${kind}.${field}`, valueOf(type)] as const),
    ),
  ),
);

describe('what unknown findings lack', () => {
  it('stands in one step each, field and rule, whatever is known', () => {
    fc.assert(
      fc.property(someKnown, (known) => {
        const findings = judged({ ...bare, park: { id: 'P', ...known } });
        const steps = gapSteps(findings, known.stage as never, knownFrom);
        const unknown = findings.filter((f) => f.outcome === 'unknown');
        expect(steps.flatMap((s) => [...s.frees, ...s.opens]).toSorted()).toEqual(
          unknown.map((f) => f.rule).toSorted(),
        );
        const fields = steps.flatMap((s) => s.gaps.map((g) => `${g.kind}.${g.field}.${g.clash ?? ''}`));
        expect(new Set(fields).size).toBe(fields.length);
        for (const { missing } of unknown)
          for (const m of missing) expect(fields).toContain(`${m.kind}.${m.field}.${m.clash ?? ''}`);
      }),
      { numRuns: 40 },
    );
  });

  it('names each record once, however many there are and rules that lack them', () => {
    const missing = Array.from(
      { length: 20_000 },
      (_, i) => ({ kind: 'building', id: `B${i}`, field: 'storeys' }) as const,
    );
    const findings = ['a', 'b'].map((rule) => ({ rule, outcome: 'unknown' as const, missing }));
    const [step, ...more] = gapSteps(findings);
    expect(more).toEqual([]);
    expect(step.frees).toEqual(['a', 'b']);
    expect(step.gaps).toEqual([{ kind: 'building', field: 'storeys', ids: missing.map(({ id }) => id) }]);
  });

  /** Brute force: filled in with anything the exchange file allows, step by step, the rules said to be freed are judged. */
  it('frees what it says, whatever is filled in', () => {
    fc.assert(
      fc.property(someKnown, values, (known, given) => {
        let park: CasePark = { ...bare, park: { id: 'P', ...known } };
        const steps = gapSteps(judged(park), known.stage as never, knownFrom);
        for (const step of steps) {
          if (step.gaps.some(({ clash }) => clash)) return;
          park = filled(park, step, given);
          const after = new Map(judged(park).map((f) => [f.rule, f] as const));
          for (const rule of step.frees) {
            const { outcome, missing } = after.get(rule)!;
            // What is filled in at random may contradict itself; it lacks nothing then.
            if (outcome === 'unknown') expect([rule, missing.filter((m) => !m.clash)]).toEqual([rule, []]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is ordered by what it decides, and what is of a later stage comes last', () => {
    const planned = judged({ ...bare, park: { id: 'P', stage: 'planned', origin: 'new' } });
    const steps = gapSteps(planned, 'planned', knownFrom);
    const leases = steps.find((s) => s.gaps.some((g) => g.field === 'leases'))!;
    expect(leases).toMatchObject({ later: true, frees: expect.arrayContaining(['lease.term', 'lease.sublet']) });
    const at = steps.findIndex((s) => s.later);
    expect(steps.slice(0, at).every((s) => !s.later) && steps.slice(at).every((s) => s.later)).toBe(true);
    // Of the same park in operation nothing is put off, and the leases come first: one entry, six rules.
    const operating = gapSteps(
      judged({ ...bare, park: { id: 'P', stage: 'operating', origin: 'new' } }),
      'operating',
      knownFrom,
    );
    expect(operating.every((s) => !s.later)).toBe(true);
    expect(operating[0]).toMatchObject({ gaps: [{ kind: 'park', field: 'leases', ids: ['P'] }] });
    expect(operating[0].frees).toHaveLength(6);
  });

  it('does not promise what hangs on whether the rule applies', () => {
    const steps = gapSteps(judged(bare), undefined, knownFrom);
    const stage = steps.find((s) => s.gaps.some((g) => g.field === 'stage'))!;
    expect(stage.opens).toEqual(expect.arrayContaining(['industry.share', 'firms.small', 'performance']));
  });
});
