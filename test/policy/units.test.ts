import { describe, expect, it } from 'vitest';
import type { FloorUnit } from '../../src/domain/land/model.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { factsAfter } from '../../src/policy/repairs/apply.ts';
import { repairsOf } from '../../src/policy/repairs/repairs.ts';
import { caseLand } from './case-land.ts';
import { readPack } from './cases.ts';
import { factsOf } from './facts.ts';

/*
 * 分割单元 are numbered building by building, so every building has its 101. Two of them are two units: none may be
 * lost, counted twice, or changed for the other. The witness is the same park with ids of its own for every unit.
 */
const pack = readPack('zhengzhou-draft');
const date = '2026-01-01';
const context = contextOf({ zones: [], jurisdictions: [] }, pack);
const industrial = { system: 'planning-guide-2023', code: '100101' } as const;

type Units = readonly (readonly FloorUnit[])[];

/** A building of 3 storeys and 3000 m² for each list of units. */
const parkOf = (units: Units) =>
  factsOf(
    {
      park: { id: 'P', origin: 'new', heldAreaM2: 5000 },
      parcels: [{ id: 'A', statedAreaM2: 10_000, landClass: industrial }],
      buildings: units.map((own, i) => ({
        id: `B${i + 1}`,
        parcelId: 'A',
        use: 'production' as const,
        storeys: 3,
        floorAreaM2: 3000,
        footprintM2: 1000,
        held: false,
        units: own,
      })),
    },
    pack,
  );
const findings = (units: Units) => evaluatePark(pack, parkOf(units), context, date);
const finding = (units: Units, rule: string) => findings(units).find((f) => f.rule === rule)!;
const apart = (units: Units): Units => units.map((own, i) => own.map((u) => ({ ...u, id: `${i}:${u.id}` })));

const sale = { soldOn: '2025-03-01', usedBy: 'buyer', buyerType: 'production' } as const;
const units: Units = [
  [
    { id: '101', floorAreaM2: 200, ...sale, buyerType: 'individual' },
    { id: '102', floorAreaM2: 400, use: 'admin' },
  ],
  [
    { id: '101', floorAreaM2: 500, ...sale },
    { id: '102', floorAreaM2: 700, use: 'amenity', ...sale, usedBy: 'other' },
  ],
  [{ id: '101', floorAreaM2: 250, ...sale, buyerType: 'individual' }],
];

describe('units of one number in several buildings', () => {
  it('are judged as units with numbers of their own are', () => {
    const told = (found: ReturnType<typeof findings>) =>
      found.map((f) => [f.rule, f.outcome, f.margin, f.measured.map((m) => m.value), f.missing.length]);
    expect(told(findings(units))).toEqual(told(findings(apart(units))));
  });

  it('are each counted, summed and named by their building', () => {
    // B1/101 of 200 m² and B3/101 of 250 m² are below 300, B2/101 is not.
    expect(finding(units, 'unit.high')).toMatchObject({
      outcome: 'fail',
      measured: [{ value: 200, of: { kind: 'unit', id: 'B1/101', misses: 2 } }],
      margin: { value: -100, unit: 'm2' },
    });
    expect(finding(units, 'buyer').measured[0].value).toBe(2);
    expect(finding(units, 'self-use.sold').measured[0].value).toBe(1);
    // 400 + 700 of 9000
    expect(finding(units, 'ancillary.floor').measured[0].value).toBeCloseTo(1100 / 9000, 12);
    expect(finding(units, 'buyer').trace.flatMap((t) => t.inputs ?? [])).toEqual(
      expect.arrayContaining(['B1/101', 'B3/101']),
    );
    // A number of one building only needs no more than itself.
    const alone = [[{ id: '7', floorAreaM2: 200 }], [{ id: '8', floorAreaM2: 900 }]];
    expect(finding(alone, 'unit.high').measured[0].of?.id).toBe('7');
  });

  it('say which of them lacks a value', () => {
    const lacking: Units = [[{ id: '101', use: 'admin', floorAreaM2: 300 }], [{ id: '101', use: 'admin' }], []];
    const { outcome, missing } = finding(lacking, 'ancillary.floor');
    expect([outcome, missing]).toEqual(['unknown', [{ kind: 'unit', id: 'B2/101', field: 'floorAreaM2' }]]);
  });

  it('are mended one by one: the sale undone is of that building, the others stay sold', () => {
    const facts = parkOf(units);
    const land = caseLand(facts, pack);
    const [repair] = repairsOf({ pack, facts, context, date, land }).find((r) => r.rule === 'buyer')!.repairs;
    expect(repair).toMatchObject({
      outcome: 'pass',
      steps: [
        { kind: 'clear', of: 'unit', id: '101', building: 'B1', field: 'soldOn' },
        { kind: 'clear', of: 'unit', id: '101', building: 'B3', field: 'soldOn' },
      ],
    });
    const after = factsAfter(facts, repair.steps, land);
    expect(after.buildings.map((b) => b.building.units?.map((u) => u.soldOn))).toEqual([
      [undefined, undefined],
      ['2025-03-01', '2025-03-01'],
      [undefined],
    ]);
  });

  it('change their use alone', () => {
    // 2500 of 6000 are ancillary; without the smaller 1300 are, 21.7 %.
    const mixed: Units = [
      [{ id: '102', floorAreaM2: 1200, use: 'admin' }],
      [{ id: '102', floorAreaM2: 1300, use: 'admin' }],
    ];
    const facts = parkOf(mixed);
    const found = repairsOf({ pack, facts, context, date, land: caseLand(facts, pack) });
    const steps = found.find((r) => r.rule === 'ancillary.floor')!.repairs.flatMap((r) => r.steps);
    expect(steps.filter((c) => c.kind === 'set')).toEqual([
      { kind: 'set', of: 'unit', id: '102', building: 'B1', field: 'use', from: 'admin', to: 'production' },
    ]);
  });
});
