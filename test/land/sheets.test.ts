import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { landIndex } from '../../src/domain/land/land-index.ts';
import type { LandUses } from '../../src/domain/land/land-use.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { indicatorsOf, type Indicator } from '../../src/domain/land/sheets/indicators.ts';
import { landBalance } from '../../src/domain/land/sheets/land-balance.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { readFiles } from '../../src/formats/index.ts';
import { readPack } from '../policy/cases.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

const uses: LandUses = { isIndustrial: (c) => c.code === '100101', isRoad: (c) => c.code === '1207' };

async function factsOf(...features: Feature[]) {
  const read = await readFiles([{ name: 'city.geojson', bytes: bytes(collection(...features)) }], {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { project } = read.value;
  return parkFacts(project, landIndex(project, uses), project.parks[0], uses);
}

/** 40 000 m² of industrial land and 10 000 m² of green; a works of 3 × 6 000 m², an office of 4 × 500 m² over a cellar. */
const features = [
  park({ heldAreaM2: 5000, greenAreaM2: 12_000, yardAreaM2: 1000, parkingSpaces: 80, investmentPerMuWan: 310 }),
  parcel('A', rectangle(0, 0, 200, 200), { statedAreaM2: 40_000 }),
  parcel('B', rectangle(200, 0, 50, 200), {
    statedAreaM2: 10_000,
    landClass: { system: 'planning-guide-2023', code: '1401' },
  }),
  building('works', 'A', null, {
    footprintM2: 6000,
    storeys: 3,
    storeyHeightM: 6,
    floorAreaM2: 18_000,
    floorAreaBelowM2: 0,
  }),
  building('office', 'A', null, {
    use: 'admin',
    footprintM2: 500,
    storeys: 4,
    storeyHeightM: 4,
    floorAreaM2: 2500,
    floorAreaBelowM2: 500,
  }),
];

describe('经济技术指标表', () => {
  it('holds what a hand calculation gives', async () => {
    const rows = indicatorsOf(await factsOf(...features));
    const value = (what: Indicator) => {
      const row = rows.find((r) => r.what === what)!;
      return row.value.state === 'value' ? [row.value.value, row.unit] : row.value;
    };
    expect(value('landArea')).toEqual([50_000, 'm2']);
    expect(value('industrialLandArea')).toEqual([40_000, 'm2']);
    expect(value('floorArea')).toEqual([20_500, 'm2']);
    expect(value('floorAreaAbove')).toEqual([20_000, 'm2']);
    expect(value('floorAreaBelow')).toEqual([500, 'm2']);
    expect(value('countedFloorArea')).toEqual([20_000, 'm2']);
    expect(value('productiveFloor')).toEqual([18_000, 'm2']);
    expect(value('ancillaryFloor')).toEqual([2500, 'm2']);
    expect(value('plotRatio')).toEqual([0.4, 'ratio']);
    expect(value('buildingDensity')).toEqual([13, 'percent']);
    expect(value('buildingCoefficient')).toEqual([15, 'percent']);
    expect(value('greenShare')).toEqual([24, 'percent']);
    expect(value('buildingHeight')).toEqual([18, 'm']);
    expect(value('ancillaryLandShare')).toEqual([1.25, 'percent']);
    expect((value('ancillaryFloorShare') as [number])[0]).toBeCloseTo((2500 / 20_500) * 100, 12);
    expect((value('heldShare') as [number])[0]).toBeCloseTo((5000 / 20_500) * 100, 12);
    expect(value('parkingSpaces')).toEqual([80, 'count']);
  });

  it('names what is missing and never shows 0 for it', async () => {
    const [, ...land] = features;
    const rows = indicatorsOf(await factsOf(park(), ...land, building('new', 'A', null, { use: 'production' })));
    const missing = (what: Indicator) => {
      const { value } = rows.find((r) => r.what === what)!;
      return value.state === 'unknown' ? value.missing.map((m) => `${m.kind} ${m.id} ${m.field}`) : value;
    };
    expect(missing('greenShare')).toEqual(['park P greenAreaM2']);
    expect(missing('parkingSpaces')).toEqual(['park P parkingSpaces']);
    expect(missing('buildingHeight')).toEqual(['building new storeys']);
    expect(missing('floorArea')).toContain('building new floorAreaM2');
  });
});

describe('用地平衡表', () => {
  it('prints hectares and shares that sum as printed', async () => {
    const { parcels, overlapM2 } = await factsOf(...features);
    expect(landBalance(parcels, overlapM2)).toMatchObject({
      totalHectares: 5,
      missing: [],
      rows: [
        { landClass: { code: '100101' }, hectares: 4, percent: 80, parcelIds: ['A'] },
        { landClass: { code: '1401' }, hectares: 1, percent: 20, parcelIds: ['B'] },
      ],
    });
  });
  it('keeps three equal classes at 100.00 %, puts the unclassified last, and names a parcel without boundary', async () => {
    const third = (id: string, east: number, code?: string) =>
      parcel(id, rectangle(east, 0, 100, 100), {
        statedAreaM2: 33_333.33,
        landClass: code && { system: 'planning-guide-2023', code },
      });
    const facts = await factsOf(
      park(),
      third('x', 0),
      third('y', 100, '1001'),
      third('z', 200, '1401'),
      parcel('none', null),
    );
    const { rows, missing, totalHectares } = landBalance(facts.parcels, facts.overlapM2);
    expect(rows.map((r) => r.landClass?.code ?? null)).toEqual(['1001', '1401', null]);
    expect(rows.map((r) => r.percent)).toEqual([33.34, 33.33, 33.33]);
    expect(totalHectares).toBe(9.9999);
    expect(missing).toEqual([{ kind: 'parcel', id: 'none', field: 'geometry' }]);
  });
});

describe('经济技术指标表 and the rules', () => {
  it('divide a building by the uses of its units alike', async () => {
    const units = [
      { id: 'U', floorAreaM2: 4500, use: 'amenity' },
      { id: 'V', floorAreaM2: 3000, use: 'production' },
    ];
    const mixed = building('mixed', 'A', null, { use: 'production', floorAreaM2: 18_000, units });
    const facts = await factsOf(park({ heldAreaM2: 112_500 }), features[1], mixed);
    const rows = indicatorsOf(facts);
    const share = rows.find((r) => r.what === 'ancillaryFloorShare')!;
    expect(share).toMatchObject({ value: { state: 'value', value: 25 } });
    const pack = readPack('zhengzhou-draft');
    const context = contextOf({ zones: [], jurisdictions: [] }, pack);
    const finding = evaluatePark(pack, facts, context, '2026-01-01').find((f) => f.rule === 'ancillary.floor')!;
    expect(finding).toMatchObject({ outcome: 'pass', measured: [{ value: 0.25 }] });
    // 112 500 m² held of 18 000 is no 625 per cent.
    const held = rows.find((r) => r.what === 'heldShare')!;
    expect(held.value).toMatchObject({ state: 'unknown', missing: [{ field: 'heldAreaM2' }, { field: 'floorArea' }] });
  });
});
