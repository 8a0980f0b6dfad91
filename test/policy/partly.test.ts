import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import type { Finding } from '../../src/policy/shape/finding.ts';
import type { Outcome } from '../../src/policy/shape/outcome.ts';
import { readPack } from './cases.ts';
import { factsOf, type CaseBuilding, type CaseParcel, type CasePark } from './facts.ts';

/*
 * What is known in part, against brute force: a verdict given though data are missing must be that of every way to fill
 * them in, and where every way gives the same the verdict has to be given.
 */

const pack = readPack('zhengzhou-draft');
const context = contextOf({ zones: [], jurisdictions: [] }, pack);
const judged = (facts: ParkFacts): readonly Finding[] => evaluatePark(pack, facts, context, '2026-05-20');

const industrial = { system: 'planning-guide-2023', code: '100101' } as const;
const commercial = { system: 'planning-guide-2023', code: '0901' } as const;

/** A field left out, and the values it is filled in with: none of it, about as much as decides, and far too much. */
interface Hole {
  readonly name: string;
  readonly fill: readonly ((of: CasePark) => CasePark)[];
  readonly empty: (of: CasePark) => CasePark;
}

const onPark =
  (i: object) =>
  (of: CasePark): CasePark => ({ ...of, park: { ...of.park, ...i } });
const onParcel =
  (at: number, i: Partial<CaseParcel>) =>
  (of: CasePark): CasePark => ({
    ...of,
    parcels: of.parcels.map((p, n) => (n === at ? { ...p, ...i } : p)),
  });
const onBuilding =
  (at: number, i: Partial<CaseBuilding>) =>
  (of: CasePark): CasePark => ({
    ...of,
    buildings: of.buildings.map((b, n) => (n === at ? { ...b, ...i } : b)),
  });
const onUnit =
  (at: number, i: object) =>
  (of: CasePark): CasePark => ({
    ...of,
    buildings: of.buildings.map((b) => ({ ...b, units: b.units?.map((u, n) => (n === at ? { ...u, ...i } : u)) })),
  });
const onLease =
  (i: object) =>
  (of: CasePark): CasePark => ({
    ...of,
    park: { ...of.park, leases: of.park.leases?.map((l, n) => (n === 0 ? { ...l, ...i } : l)) },
  });

function hole(
  name: string,
  at: (i: never) => (of: CasePark) => CasePark,
  field: string,
  values: readonly unknown[],
): Hole {
  const put = (value: unknown) => at({ [field]: value } as never);
  return { name, empty: put(undefined), fill: values.map(put) };
}

const areas = [0, 1, 4000, 60_000, 1e9];
const holes: readonly Hole[] = [
  ...[0, 1, 2].flatMap((b) => [
    hole(`floor ${b}`, (i) => onBuilding(b, i), 'floorAreaM2', areas),
    hole(`footprint ${b}`, (i) => onBuilding(b, i), 'footprintM2', areas),
    hole(`use ${b}`, (i) => onBuilding(b, i), 'use', ['production', 'admin']),
  ]),
  ...[0, 1].flatMap((p) => [
    hole(`area ${p}`, (i) => onParcel(p, i), 'm2', areas.slice(1)),
    hole(`class ${p}`, (i) => onParcel(p, i), 'landClass', [industrial, commercial]),
    hole(`phase ${p}`, (i) => onParcel(p, i), 'phase', [1, 2]),
  ]),
  hole('held', onPark, 'heldAreaM2', areas),
  hole('small firms', onPark, 'smallFirms', [0, 5, 10]),
  hole('firms', onPark, 'firms', [8, 10, 1000]),
  hole('tax', onPark, 'taxPerMuWan', [0, 10, 1e6]),
  hole('price', onPark, 'salePriceYuanPerM2', [0, 5000, 1e9]),
  hole('land cost', onPark, 'landCostWan', [0, 900, 1e9]),
  hole('sublet', onLease, 'sublet', [true, false]),
  hole('buyer', (i) => onUnit(0, i), 'buyerType', ['production', 'individual']),
  hole('unit area', (i) => onUnit(1, i), 'floorAreaM2', [0, 250, 400, 900]),
  hole('storeys', (i) => onBuilding(0, i), 'storeys', [1, 2, 3, 8]),
];

const area = fc.constantFrom(500, 3000, 9000, 20_000, 66_667, 90_000);
const parks: fc.Arbitrary<CasePark> = fc
  .record({
    parcels: fc.array(fc.record({ m2: area, isIndustrial: fc.boolean(), phase: fc.constantFrom(1, 2) }), {
      minLength: 2,
      maxLength: 2,
    }),
    buildings: fc.array(
      fc.record({ floorAreaM2: area, use: fc.constantFrom('production', 'admin', 'dormitory'), on: fc.nat(1) }),
      { minLength: 3, maxLength: 3 },
    ),
    storeys: fc.constantFrom(1, 3),
    held: area,
    tax: fc.constantFrom(5, 20),
    firms: fc.constantFrom(4, 6),
    units: fc.constantFrom([250, 600], [350, 400], [700, 800]),
    sold: fc.boolean(),
  })
  .map(({ parcels, buildings, storeys, held, tax, firms, units, sold }): CasePark => ({
    park: {
      id: 'P',
      parkType: 'manufacturing',
      origin: 'new',
      stage: 'operating',
      heldAreaM2: held,
      smallFirms: firms,
      manufacturingFirms: 8,
      firms: 10,
      taxPerMuWan: tax,
      agreedTaxPerMuWan: 10,
      investmentPerMuWan: 500,
      agreedInvestmentPerMuWan: 400,
      outputPerMuWan: 500,
      agreedOutputPerMuWan: 400,
      salePriceYuanPerM2: 4000,
      landCostWan: 500,
      publicFacilityCostWan: 100,
      buildCostYuanPerM2: 3000,
      leases: [
        { id: 'L1', sublet: false },
        { id: 'L2', sublet: sold },
      ],
    },
    parcels: parcels.map(({ m2, isIndustrial, phase }, i) => ({
      id: `A${i}`,
      m2,
      phase,
      landClass: isIndustrial ? industrial : commercial,
      status: 'in-use',
      districtCode: '410122',
      townshipCode: '410122100',
      landUseTermYears: 50,
    })),
    buildings: buildings.map(({ floorAreaM2, use, on }, i): CaseBuilding => ({
      id: `B${i}`,
      parcelId: `A${on}`,
      floorAreaM2,
      footprintM2: floorAreaM2 / 10,
      use: use as 'production',
      storeys,
      ...(i === 0
        ? {
            units: units.map((floorAreaM2, n) => ({
              id: `U${n}`,
              floorAreaM2,
              buyerType: 'production',
              usedBy: 'buyer',
              ...(sold && { soldOn: '2026-01-05' }),
            })),
          }
        : { held: true }),
    })),
  }));

/** Every way to fill the holes in; where a value contradicts another the park says nothing. */
const completions = (of: CasePark, open: readonly Hole[]): readonly CasePark[] =>
  open.reduce<readonly CasePark[]>((all, { fill }) => all.flatMap((one) => fill.map((put) => put(one))), [of]);

/** Units are judged by the one rule or the other, by the storeys: together they are one verdict. */
function outcomesOf(findings: readonly Finding[]): Map<string, Outcome> {
  const outcomes = new Map(findings.map((f) => [f.rule, f.outcome]));
  const units = ['unit.low', 'unit.high'].map((rule) => outcomes.get(rule)!);
  for (const rule of ['unit.low', 'unit.high']) outcomes.delete(rule);
  for (const { part, rules } of findings.find((f) => f.rule === 'phases')!.parts ?? [])
    for (const { rule, outcome } of rules) outcomes.set(`${rule} of phase ${part}`, outcome);
  return outcomes.set(
    'unit',
    units.includes('fail')
      ? 'fail'
      : units.includes('unknown')
        ? 'unknown'
        : units.includes('pass')
          ? 'pass'
          : 'not-applicable',
  );
}

/**
 * In these the ends are reached by what is filled in, so that agreement has to be seen. Where the class of a parcel is open
 * its land and its buildings count both or neither, which is not followed: such a verdict may be left open.
 */
const exact = new Set([
  'scale.manufacturing',
  'ancillary.land',
  'ancillary.floor',
  'lease.sublet',
  'firms.small',
  'performance',
  'buyer',
  'unit',
]);

/** A rule of each record is met where no record misses it, or there is none it speaks of. */
const plain = (outcome: Outcome): Outcome => (outcome === 'not-applicable' ? 'pass' : outcome);

/** Rules whose verdict is not that of all completions, or that have none though all are of one. */
function faults(whole: CasePark, open: readonly Hole[], seen: { firm: number; open: number }): readonly string[] {
  const partly = open.reduce((of, { empty }) => empty(of), whole);
  const filled = completions(partly, open).map((of) => outcomesOf(judged(factsOf(of, pack))));
  return [...outcomesOf(judged(factsOf(partly, pack)))].flatMap(([rule, outcome]) => {
    // A phase of which nothing is left is none.
    const all = filled.flatMap((o) => o.get(rule) ?? []);
    const told = new Set(all.filter((o) => o !== 'unknown').map(plain));
    seen[outcome === 'unknown' ? 'open' : 'firm']++;
    if (outcome !== 'unknown')
      return [...told].some((o) => o !== plain(outcome))
        ? [`${rule} is ${outcome} and could be ${[...told].join()}`]
        : [];
    const isSame = new Set(all).size === 1 && !all.includes('unknown');
    const isMixed = open.some(({ name }) => name.startsWith('class') || (rule === 'unit' && name.startsWith('use')));
    return isSame && exact.has(rule) && !isMixed ? [`${rule} is ${[...told].join()} in any case`] : [];
  });
}

describe('what is known in part', () => {
  it('is judged as it would be whatever is filled in', () => {
    const seen = { firm: 0, open: 0 };
    fc.assert(
      fc.property(parks, fc.uniqueArray(fc.nat(holes.length - 1), { minLength: 1, maxLength: 3 }), (whole, picked) => {
        const open = picked.map((i) => holes[i]);
        expect({ open: open.map((h) => h.name), faults: faults(whole, open, seen) }).toMatchObject({ faults: [] });
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.firm, seen.open)).toBeGreaterThan(50);
  });
});
