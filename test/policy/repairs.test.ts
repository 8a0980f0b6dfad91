import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import { known } from '../../src/domain/land/figure.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import type { Repair } from '../../src/policy/shape/finding.ts';
import { isMissed } from '../../src/policy/outcomes.ts';
import { factsAfter } from '../../src/policy/repairs/apply.ts';
import type { MendStep } from '../../src/policy/shape/mend-step.ts';
import { repairsOf } from '../../src/policy/repairs/repairs.ts';
import { caseLand, type CaseCandidate } from './case-land.ts';
import { caseFacts, readCases, readPack, type Case } from './cases.ts';
import { factsOf, type CasePark } from './facts.ts';

const pack = readPack('zhengzhou-draft');
const date = '2026-01-01';
const context = contextOf({ zones: [], jurisdictions: [] }, pack);

const repairs = (facts: ParkFacts, around: readonly CaseCandidate[] = []) =>
  repairsOf({ pack, facts, context, date, land: caseLand(facts, pack, around) });
const of = (facts: ParkFacts, rule: string, around?: readonly CaseCandidate[]) =>
  repairs(facts, around).find((r) => r.rule === rule)!;
const after = (facts: ParkFacts, steps: readonly MendStep[], around: readonly CaseCandidate[] = []) =>
  evaluatePark(pack, factsAfter(facts, steps, caseLand(facts, pack, around)), context, date);
const outcome = (facts: ParkFacts, rule: string, steps: readonly MendStep[], around?: readonly CaseCandidate[]) =>
  after(facts, steps, around).find((f) => f.rule === rule)!.outcome;

const industrial = { system: 'planning-guide-2023', code: '100101' } as const;
const park = (own: Partial<CasePark>): ParkFacts =>
  factsOf({ park: { id: 'P', parkType: 'manufacturing', origin: 'new' }, parcels: [], buildings: [], ...own }, pack);
const hall = { id: 'H', parcelId: 'A', use: 'production', storeys: 1, storeyHeightM: 6, footprintM2: 30_000 } as const;

/** The same with every amount a hundredth less (a whole number one less): no longer enough. */
function less(steps: readonly MendStep[]): MendStep[] | null {
  let found = false;
  const smaller = steps.map((step): MendStep => {
    if (step.kind === 'floor' || step.kind === 'footprint') {
      found = true;
      return { ...step, byM2: step.byM2 * 0.99 };
    }
    if (step.kind === 'storeys') {
      found = true;
      return { ...step, by: step.by - 1 };
    }
    if (step.kind === 'set' && typeof step.to === 'number' && typeof step.from === 'number') {
      found = true;
      const whole = Number.isInteger(step.to) && Number.isInteger(step.from);
      const by = step.to - step.from;
      return { ...step, to: step.to - (whole ? Math.sign(by) : by * 0.01) };
    }
    return step;
  });
  return found ? smaller : null;
}

describe('every repair of every case', () => {
  const parks = readCases().filter((c: Case) => c.of === undefined);
  const all = parks.flatMap((c) => {
    const facts = caseFacts(c, pack);
    return repairs(facts).flatMap(({ rule, repairs: found }) =>
      found.map((repair): [ParkFacts, string, Repair] => [facts, rule, repair]),
    );
  });

  it('mends its rule, and breaks exactly what it says', () => {
    expect(new Set(all.map(([, , r]) => r.code)).size).toBeGreaterThan(10);
    for (const [facts, rule, repair] of all) {
      const before = new Map(evaluatePark(pack, facts, context, date).map((f) => [f.rule, f.outcome]));
      const now = after(facts, repair.steps);
      expect(now.find((f) => f.rule === rule)!.outcome).toBe(repair.outcome);
      if (repair.code === 'do-late') expect(repair.outcome).toBe('fail');
      // A hard rule about records: those that miss it are mended, others lack data.
      else if (repair.outcome === 'unknown') expect(before.get(rule)).toBe('fail');
      else if (repair.code !== 'record') expect(['pass', 'not-applicable']).toContain(repair.outcome);
      const missed = now.filter((f) => isMissed(f.outcome) && !isMissed(before.get(f.rule)!)).map((f) => f.rule);
      for (const broken of missed) expect(repair.breaks).toContain(broken);
    }
  });

  it('is the smallest: a hundredth less does not do', () => {
    let tried = 0;
    for (const [facts, rule, repair] of all) {
      const smaller = less(repair.steps);
      if (!smaller) continue;
      tried++;
      expect(['pass', 'not-applicable'], `${rule} ${repair.code}`).not.toContain(outcome(facts, rule, smaller));
    }
    expect(tried).toBeGreaterThan(20);
  });
});

describe('a plot ratio too low', () => {
  it('lacks (1.5 − far) × land of floor area, and as many storeys as bring it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 90_000 }), fc.integer({ min: 1, max: 40 }), (land, tenth) => {
        const floor = Math.floor((land * tenth) / 40);
        const building = { ...hall, footprintM2: floor, floorAreaM2: floor };
        const facts = park({
          parcels: [{ id: 'A', statedAreaM2: land, landClass: industrial }],
          buildings: [building],
        });
        const found = of(facts, 'far.minimum').repairs;
        const [byFloor] = found.filter((r) => r.code === 'add-floor');
        const [step] = byFloor.steps as Extract<MendStep, { kind: 'floor' }>[];
        // Areas in this park are told to 0.005 m²: a little less counts as enough, and is not what is said.
        expect(step.byM2).toBeCloseTo(1.5 * land - floor, 6);
        const storeys = found.find((r) => r.code === 'add-storey');
        const needed = Math.ceil((1.5 * land - floor) / floor - 1e-6);
        // What stands bears as many storeys more, no further.
        if (needed > 1) expect(storeys).toBeUndefined();
        else expect(storeys?.steps[0]).toMatchObject({ kind: 'storeys', id: 'H', by: needed });
      }),
      { numRuns: 30 },
    );
  });

  it('asks for the next hundredth where the bound lies between two', () => {
    // 100 亩 are registered as 66 666.67 m²: 1.5 times that is 100 000.005, and 100 000 is less.
    const facts = park({
      parcels: [{ id: 'A', statedAreaM2: 66_666.67, landClass: industrial }],
      buildings: [{ ...hall, floorAreaM2: 99_000 }],
    });
    const [byFloor] = of(facts, 'far.minimum').repairs.filter((r) => r.code === 'add-floor');
    expect(byFloor.steps).toEqual([{ kind: 'floor', of: 'building', id: 'H', byM2: 1000.01 }]);
  });

  it('may also have its reason written down, which leaves it to the authority', () => {
    const facts = park({
      parcels: [{ id: 'A', statedAreaM2: 50_000, landClass: industrial }],
      buildings: [{ ...hall, floorAreaM2: 30_000 }],
    });
    const repair = of(facts, 'far.minimum').repairs.find((r) => r.code === 'record')!;
    expect(repair).toMatchObject({ outcome: 'relaxed', steps: [{ kind: 'record', field: 'farLimitReason' }] });
  });
});

describe('land', () => {
  const facts = park({
    parcels: [{ id: 'A', mu: 80, perimeterM: 900, landClass: industrial }],
    buildings: [{ ...hall, floorAreaM2: 60_000, storeys: 2 }],
  });
  const candidate = (id: string, mu: number, adjacent: boolean) => {
    const { parcels } = park({ parcels: [{ id, mu, landClass: industrial }] });
    const sites = adjacent ? [['A', id]] : [['A'], [id]];
    const parts = sites.map((parcelIds, i) => ({ number: i + 1, parcelIds, areaM2: null }));
    const gaps = adjacent ? [] : [{ between: [1, 2] as const, how: 'apart' as const, distanceM: 300 }];
    return { parcel: parcels[0], adjacent, sites: known(parts), gaps };
  };
  const around = [
    candidate('far', 21, false),
    candidate('small', 10, true),
    candidate('big', 40, true),
    candidate('next', 20, true),
  ];

  it('is taken from around: what is enough, neighbours first, then the smallest', () => {
    const found = of(facts, 'scale.manufacturing', around).repairs.filter((r) => r.code === 'add-parcel');
    expect(found.map((r) => r.steps.map((c) => c.kind === 'add' && c.parcel))).toEqual([['next'], ['big']]);
    // The one apart would make two sites: it is left out while others break nothing.
    expect(
      outcome(facts, 'sites.adjacent', [{ kind: 'add', parcel: 'far', landM2: null, adjacent: false }], around),
    ).toBe('advisory');
  });

  it('apart is offered with what it breaks, where nothing else helps', () => {
    const two = around.slice(0, 1);
    const bare = park({ parcels: [{ id: 'A', mu: 80, perimeterM: 900, landClass: industrial }] });
    expect(of(bare, 'scale.manufacturing', two)).toBeUndefined();
    const built = { ...facts, buildings: facts.buildings.map((b) => ({ ...b, insideShare: 0.9 })) };
    const found = of(built, 'scale.manufacturing', two);
    expect(found.repairs.map((r) => [r.code, r.breaks])).toEqual([['add-parcel', found.conflicts]]);
    expect(found.conflicts).toContain('sites.adjacent');
  });
});

describe('a repair that would break another rule', () => {
  it('comes with what mends that one too: floor area, and a fifth of it held', () => {
    // 30 000 m² of land with 30 000 m² built, of which exactly 20 % is held: 15 000 m² more need 3 000 m² more held.
    const facts = park({
      park: { id: 'P', parkType: 'manufacturing', origin: 'new', heldAreaM2: 6000 },
      parcels: [{ id: 'A', statedAreaM2: 30_000, landClass: industrial }],
      buildings: [{ ...hall, floorAreaM2: 30_000, units: [] }],
    });
    const { repairs: found, conflicts } = of(facts, 'far.minimum');
    expect(conflicts).toEqual([]);
    const byFloor = found.find((r) => r.code === 'add-floor')!;
    expect(byFloor.breaks).toEqual([]);
    const [floor, held] = byFloor.steps as [Extract<MendStep, { kind: 'floor' }>, Extract<MendStep, { kind: 'set' }>];
    expect(floor.byM2).toBeCloseTo(15_000, 1);
    expect(held).toMatchObject({ kind: 'set', of: 'park', field: 'heldAreaM2', from: 6000 });
    expect(held.to).toBeCloseTo(0.2 * (30_000 + floor.byM2), 1);
    expect(outcome(facts, 'held.share', byFloor.steps)).toBe('pass');
    expect(outcome(facts, 'held.share', [floor])).toBe('advisory');
  });
});

describe('sites, units and leases', () => {
  it('of four sites the smallest goes', () => {
    const parcels = [40, 30, 20, 10].map((mu, i) => ({ id: 'ABCD'[i], mu, townshipCode: '410122100' }));
    const facts = park({ parcels, sites: [['A'], ['B'], ['C'], ['D']] });
    const [repair] = of(facts, 'sites.count').repairs;
    expect(repair).toMatchObject({ code: 'drop-sites', steps: [{ kind: 'drop', parcels: ['D'] }] });
  });

  it('the smallest neighbour that is enough joins a unit too small', () => {
    const units = [200, 350, 320].map((floorAreaM2, i) => ({
      id: `U${i}`,
      floorAreaM2,
      use: 'production' as const,
    }));
    const facts = park({
      parcels: [{ id: 'A', statedAreaM2: 1000, landClass: industrial }],
      buildings: [{ ...hall, storeys: 4, floorAreaM2: 2000, units }],
    });
    const [repair] = of(facts, 'unit.high').repairs;
    expect(repair.steps).toEqual([{ kind: 'merge', building: 'H', units: ['U0', 'U2'] }]);
  });

  it('a lease ends on the last day of its fifth year', () => {
    const lease = { id: 'L', startOn: '2025-06-01', endOn: '2033-01-31' };
    const facts = park({ park: { id: 'P', leases: [lease, { ...lease, id: 'M', endOn: '2028-05-31' }] } });
    expect(of(facts, 'lease.term').repairs[0].steps).toEqual([
      { kind: 'set', of: 'lease', id: 'L', field: 'endOn', from: '2033-01-31', to: '2030-05-31' },
    ]);
  });

  it('what is missed for certain is mended, though other leases lack data; of those nothing is made up', () => {
    const leases = [
      { id: 'L', sublet: true, rentYuanPerM2Month: 21, marketRentYuanPerM2Month: 20 },
      { id: 'M', rentYuanPerM2Month: 30 },
    ];
    const facts = park({ park: { id: 'P', leases } });
    const mended = (rule: string) => of(facts, rule).repairs.map((r) => [r.outcome, ...r.steps]);
    const set = { kind: 'set', of: 'lease', id: 'L' } as const;
    expect(mended('lease.sublet')).toEqual([['unknown', { ...set, field: 'sublet', from: true, to: false }]]);
    expect(mended('lease.rent')).toEqual([['unknown', { ...set, field: 'rentYuanPerM2Month', from: 21, to: 20 }]]);
  });

  it('a filing whose day has passed is done now, and stays late', () => {
    const lease = { id: 'L', signedOn: '2025-01-01', filedOn: null };
    const facts = park({ park: { id: 'P', leases: [lease, { ...lease, id: 'M', filedOn: '2025-01-03' }] } });
    expect(of(facts, 'lease.filing')).toEqual({
      rule: 'lease.filing',
      repairs: [
        {
          code: 'do-late',
          steps: [{ kind: 'late', of: 'lease', id: 'L', field: 'filedOn', on: date }],
          outcome: 'fail',
          breaks: [],
        },
      ],
      conflicts: [],
    });
  });

  it('nothing mends a filing that was done too late, and that is said; of what lacks a day nothing is', () => {
    const signedOn = '2025-01-01';
    const leases = [
      { id: 'L', signedOn, filedOn: '2025-05-01' },
      { id: 'M', signedOn, filedOn: null },
      { id: 'N', filedOn: null },
      { id: 'O', filedOn: '2025-05-01' },
      { id: 'Q', signedOn: date, filedOn: null }, // not yet due
    ];
    expect(of(park({ park: { id: 'P', leases } }), 'lease.filing').repairs).toEqual([
      {
        code: 'do-late',
        steps: [
          { kind: 'done-late', of: 'lease', id: 'L', field: 'filedOn', on: '2025-05-01' },
          { kind: 'late', of: 'lease', id: 'M', field: 'filedOn', on: date },
        ],
        outcome: 'fail',
        breaks: [],
      },
    ]);
  });
});

describe('firms and industries', () => {
  const land = { parcels: [{ id: 'A', statedAreaM2: 1000, landClass: industrial }] };
  const of40 = { id: 'P', stage: 'operating', firms: 40 } as const;

  it('a new manufacturer is small where the share of small firms needs it, and any other where it does not', () => {
    // Any manufacturer more leaves 20 small firms of 41: fewer than half.
    const tight = park({ ...land, park: { ...of40, smallFirms: 20, manufacturingFirms: 20 } });
    expect(of(tight, 'tenants.manufacturing').repairs.map((r) => [r.breaks, r.steps.map(toOf)])).toEqual([
      [[], ['manufacturingFirms 21', 'smallFirms 21', 'firms 41']],
    ]);
    const roomy = park({ ...land, park: { ...of40, smallFirms: 30, manufacturingFirms: 20 } });
    expect(of(roomy, 'tenants.manufacturing').repairs.map((r) => r.steps.map(toOf))).toEqual([
      ['manufacturingFirms 21', 'firms 41'],
    ]);
    // The other way about: a small firm more that makes nothing leaves 20 manufacturers of 40, no more than half.
    const small = park({
      ...land,
      park: { id: 'P', stage: 'operating', firms: 39, smallFirms: 19, manufacturingFirms: 20 },
    });
    expect(of(small, 'firms.small').repairs.map((r) => r.steps.map(toOf))).toEqual([
      ['smallFirms 20', 'manufacturingFirms 21', 'firms 40'],
    ]);
  });

  const toOf = (step: MendStep) => (step.kind === 'set' ? `${step.field} ${String(step.to)}` : step.kind);

  it('an empty list of industries wants one', () => {
    for (const industries of [[], [' ']])
      expect(of(park({ park: { id: 'P', industries } }), 'industry.count').repairs).toMatchObject([
        { code: 'lengthen', outcome: 'pass', steps: [{ kind: 'entries', field: 'industries', by: 1 }] },
      ]);
  });
});

describe('storeys', () => {
  it('are added up to as many as stand, and no more', () => {
    const works = (storeys: number) =>
      park({
        parcels: [{ id: 'A', statedAreaM2: 20_000, landClass: industrial }],
        buildings: [{ ...hall, storeys, storeyHeightM: 5, footprintM2: 1000, floorAreaM2: 1000 * storeys }],
      });
    const added = (storeys: number) =>
      of(works(storeys), 'far.minimum').repairs.find((r) => r.code === 'add-storey')?.steps;
    // 30 storeys of 1000 m² are needed.
    expect(added(15)).toMatchObject([{ by: 15 }]);
    expect(added(14)).toBeUndefined();
  });

  it('go on several buildings where one is not enough: all the largest bears, and of the next as many as are needed', () => {
    const works = (id: string, storeys: number, plate: number) =>
      ({ ...hall, id, storeys, storeyHeightM: 5, footprintM2: plate, floorAreaM2: plate * storeys }) as const;
    const facts = park({
      parcels: [{ id: 'A', statedAreaM2: 20_000, landClass: industrial }],
      buildings: [works('small', 6, 1000), works('large', 6, 2000)],
    });
    // 18 000 m² stand, 30 000 are needed: 6 × 2000 do it alone. With one plate of 1900 m² 600 are left for the other.
    const changesOf = (of30: ParkFacts) => of(of30, 'far.minimum').repairs.find((r) => r.code === 'add-storey')?.steps;
    expect(changesOf(facts)).toMatchObject([{ id: 'large', by: 6, byM2: 12_000 }]);
    const less = park({
      parcels: [{ id: 'A', statedAreaM2: 19_600, landClass: industrial }],
      buildings: [works('small', 6, 1000), works('large', 6, 1900)],
    });
    // 17 400 stand, 29 400 are needed: 11 400 from the larger, 600 left.
    expect(changesOf(less)).toMatchObject([
      { id: 'large', by: 6, byM2: 11_400 },
      { id: 'small', by: 1, byM2: 1000 },
    ]);
  });
});

describe('what a repair leaves open', () => {
  it('names a rule that did not apply and cannot be told any more', () => {
    const built = park({
      parcels: [{ id: 'A', mu: 80, perimeterM: 900, landClass: industrial, townshipCode: '410122100' }],
      buildings: [{ ...hall, floorAreaM2: 60_000 }],
    });
    // Across a boundary no floor area is offered, so that taking in land is all there is.
    const facts = { ...built, buildings: built.buildings.map((b) => ({ ...b, insideShare: 0.9 })) };
    const { parcels } = park({ parcels: [{ id: 'N', mu: 20, landClass: industrial }] });
    const gaps = [{ between: [1, 2] as const, how: 'apart' as const, distanceM: 300 }];
    const sites = known([['A'], ['N']].map((parcelIds, i) => ({ number: i + 1, parcelIds, areaM2: null })));
    const around = [{ parcel: parcels[0], adjacent: false, sites, gaps }];
    const before = evaluatePark(pack, facts, context, date).find((f) => f.rule === 'sites.township')!;
    expect(before.outcome).toBe('not-applicable');
    // No township is recorded of N: whether both lie in one cannot be told.
    const [repair] = of(facts, 'scale.manufacturing', around).repairs;
    expect(repair).toMatchObject({ code: 'add-parcel', outcome: 'pass' });
    expect(repair.breaks).toContain('sites.township');
    expect(outcome(facts, 'sites.township', repair.steps, around)).toBe('unknown');
  });
});
