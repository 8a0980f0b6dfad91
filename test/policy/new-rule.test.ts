import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/policy/shape/finding.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { loadPack } from '../../src/policy/load/pack.ts';
import { findingsOf, packTexts, type Case } from './cases.ts';

/*
 * A rule the pack does not have, written as data only: the 7 % of clause 8 again, with a bound that ends, and a part of
 * another strength. That it loads and judges shows that a rule needs no code.
 */
const measures = `
  canteenLand:
    zh: 非生产性用房占地面积
    en: land under ancillary buildings
    unit: m2
    from:
      sum:
        of: buildings
        where:
          all:
            - { field: use, in: [admin, amenity, dormitory] }
            - { parcel: { landUse: industrial } }
        value: { figure: footprintArea }
  canteenLandShare:
    zh: 非生产性用房占地比例
    en: ancillary share of land
    unit: ratio
    from: { ratio: { of: canteenLand, to: industrialLand } }
  canteens:
    zh: 非生产性用房幢数
    en: ancillary buildings
    unit: count
    from: { count: { of: buildings, where: { not: { field: use, in: [production, rnd] } } } }
`;

const rules = `
  - id: canteen.land
    clause: '8'
    phrase: 非生产性用房占地面积不得超过工业用地面积的7%
    title: { zh: 非生产性用房占地, en: Ancillary land }
    strength: hard
    applies: { some: parcels, that: { landUse: industrial } }
    test:
      kind: all-of
      of:
        - kind: limit
          measure: canteenLandShare
          op: '<='
          value: [{ until: 2026-12-31, value: 0.07 }, { from: 2027-01-01, value: 0.05 }]
          unit: ratio
        - { kind: limit, strength: principle, measure: canteens, op: '<=', value: 1, unit: count }
`;

function packWith(): Pack {
  const texts = packTexts('zhengzhou-draft');
  const loaded = loadPack({
    ...texts,
    'measures.yaml': texts['measures.yaml'] + measures,
    'rules.yaml': texts['rules.yaml'] + rules,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
}

const pack = packWith();
const industrial = { system: 'planning-guide-2023', code: '100101' } as const;
const canteen = { id: 'B', parcelId: 'A', use: 'amenity' as const, floorAreaM2: 900 };
const workshop = { id: 'C', parcelId: 'A', use: 'production' as const, floorAreaM2: 20_000, footprintM2: 5000 };

function ancillary(change: Partial<Case>): Finding {
  const base: Case = {
    name: 'ancillary',
    base: {},
    parcels: [{ id: 'A', statedAreaM2: 10_000, landClass: industrial }],
    buildings: [{ ...canteen, footprintM2: 700 }, workshop],
    expect: {},
  };
  return findingsOf({ ...base, ...change }, pack).find((f) => f.rule === 'canteen.land')!;
}

describe('a rule added as data only', () => {
  it('passes exactly at 7 % and names the worst part below it', () => {
    expect(ancillary({})).toMatchObject({ outcome: 'pass', margin: { value: 0 } });
  });

  it('fails above, since the text forbids', () => {
    const finding = ancillary({ buildings: [{ ...canteen, footprintM2: 800 }, workshop] });
    expect(finding).toMatchObject({ outcome: 'fail', margin: { unit: 'ratio' }, clause: '8', strength: 'hard' });
    expect(finding.margin!.value).toBeCloseTo(-0.01, 12);
  });

  it('takes the bound in force on the day', () => {
    expect(ancillary({ date: '2026-12-31' }).outcome).toBe('pass');
    expect(ancillary({ date: '2027-01-01' })).toMatchObject({ outcome: 'fail' });
  });

  it('judges a part by its own strength', () => {
    const two = [canteen, { ...canteen, id: 'D' }].map((b) => ({ ...b, footprintM2: 300 }));
    expect(ancillary({ buildings: [...two, workshop] })).toMatchObject({
      outcome: 'advisory',
      margin: { value: -1, unit: 'count' },
    });
  });

  it('is unknown, and says why, when a footprint or a use is missing', () => {
    expect(ancillary({ buildings: [canteen, workshop] })).toMatchObject({
      outcome: 'unknown',
      margin: null,
      missing: [{ kind: 'building', id: 'B', field: 'footprintM2' }],
    });
    const unused = { ...workshop, use: undefined };
    expect(ancillary({ buildings: [{ ...canteen, footprintM2: 700 }, unused] }).missing).toEqual([
      { kind: 'building', id: 'C', field: 'use' },
    ]);
  });

  it('does not apply off industrial land', () => {
    const shops = { system: 'planning-guide-2023', code: '0901' } as const;
    expect(ancillary({ parcels: [{ id: 'A', statedAreaM2: 10_000, landClass: shops }] }).outcome).toBe(
      'not-applicable',
    );
  });
});
