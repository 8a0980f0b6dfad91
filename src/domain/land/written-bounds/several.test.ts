import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanningCondition } from '../fields/type.ts';
import type { NumberRange } from '../model.ts';
import { readConditions, type Conditions } from './several.ts';

describe('several planning conditions in one cell', () => {
  it.each<[string, Conditions | null]>([
    [
      '容积率≥1.5且≤2.5，建筑密度≤30%，绿地率≤20%，建筑高度≤40米',
      { far: { min: 1.5, max: 2.5 }, density: { max: 0.3 }, green: { max: 0.2 }, heightM: { max: 40 } },
    ],
    [
      '1.0＜容积率≤2.0；建筑系数不低于40%；限高24米。',
      { far: { min: 1, minExclusive: true, max: 2 }, buildingCoefficient: { min: 0.4 }, heightM: { max: 24 } },
    ],
    ['容积率1.5～2.5、绿地率15%以下', { far: { min: 1.5, max: 2.5 }, green: { max: 0.15 } }],
    ['容积率：≥1.5，≤2.5\n建筑密度：35-65%', { far: { min: 1.5, max: 2.5 }, density: { min: 0.35, max: 0.65 } }],
    ['容积率(FAR)≥1.2 建筑密度≥40% 绿地率≤20%', { far: { min: 1.2 }, density: { min: 0.4 }, green: { max: 0.2 } }],
    ['容积率不小于1.5且绿地率不大于20%', { far: { min: 1.5 }, green: { max: 0.2 } }],
    ['建筑密度≤30%，1.5 ≤ 容积率 ≤ 2.5', { density: { max: 0.3 }, far: { min: 1.5, max: 2.5 } }],
    [
      '行政办公及生活服务设施用地面积不超过总用地面积的7%，行政办公及生活服务设施建筑面积不超过总建筑面积的15%',
      { ancillaryLand: { max: 0.07 }, ancillaryFloor: { max: 0.15 } },
    ],
    ['容积率≥1.5', { far: { min: 1.5 } }],
    ['1.容积率1.5～2.5；2.建筑密度≤40%', { far: { min: 1.5, max: 2.5 }, density: { max: 0.4 } }],
    [
      '1、容积率：≥1.5\n2、绿地率：≤20%\n10、限高24米',
      { far: { min: 1.5 }, green: { max: 0.2 }, heightM: { max: 24 } },
    ],
    ['（1）容积率不小于1.5（2）绿地率不大于20%', { far: { min: 1.5 }, green: { max: 0.2 } }],
    ['1)1.5≤容积率≤2.5 2)建筑系数不低于40%', { far: { min: 1.5, max: 2.5 }, buildingCoefficient: { min: 0.4 } }],
    [
      '①容积率1.5～2.5②建筑密度≤40%③建筑高度不超过40米',
      { far: { min: 1.5, max: 2.5 }, density: { max: 0.4 }, heightM: { max: 40 } },
    ],
    ['⑴容积率≥1.5 ⑵绿地率≤20%', { far: { min: 1.5 }, green: { max: 0.2 } }],
    [
      '⒈1.0＜容积率≤2.0⒉建筑密度35-65%',
      { far: { min: 1, minExclusive: true, max: 2 }, density: { min: 0.35, max: 0.65 } },
    ],
    [
      '一、容积率大于1.6；二、建筑系数40%以上',
      { far: { min: 1.6, minExclusive: true }, buildingCoefficient: { min: 0.4 } },
    ],
    // Of a figure nothing is taken for a numeral.
    ['1.1≤容积率≤2；2.1.5%≤绿地率', { far: { min: 1.1, max: 2 }, green: { min: 0.015 } }],
    ['容积率 ≥ 2、建筑密度 ≤ 40%', { far: { min: 2 }, density: { max: 0.4 } }],
    ['限高 24、容积率 1.5 ~ 2.5', { heightM: { max: 24 }, far: { min: 1.5, max: 2.5 } }],
    ['FAR 1.5 to 2. Site coverage ≤ 40%', { far: { min: 1.5, max: 2 }, density: { max: 0.4 } }],
    ['1.1.0≤容积率≤2.0', { far: { min: 1, max: 2 } }],
    ['2.0以下(不含2)容积率，建筑密度≤30%', null],
    [
      'Plot ratio 1.5–2.5; building density ≤ 40%; green ratio at most 20%; building height ≤ 40 m',
      { far: { min: 1.5, max: 2.5 }, density: { max: 0.4 }, green: { max: 0.2 }, heightM: { max: 40 } },
    ],
    [
      '1. FAR not less than 1.5\n2. Site coverage ≤ 40%\n3. Height limit 24 m',
      { far: { min: 1.5 }, density: { max: 0.4 }, heightM: { max: 24 } },
    ],
    [
      '1.0 < plot ratio ≤ 2.0, building coefficient of at least 40%',
      { far: { min: 1, minExclusive: true, max: 2 }, buildingCoefficient: { min: 0.4 } },
    ],
  ])('%s', (text, found) => expect(readConditions(text)).toEqual(found));

  it('what stands before the first name is of the column', () => {
    expect(readConditions('≥1.5，≤2.5，建筑密度≤30%', 'far')).toEqual({
      far: { min: 1.5, max: 2.5 },
      density: { max: 0.3 },
    });
    expect(readConditions('≥1.5，建筑密度≤30%')).toBeNull();
  });

  it.each([
    '',
    '按规划条件',
    '容积率≥1.5，停车位0.3个',
    '容积率≥1.5，容积率≤2.5，绿地率≤20%，容积率≤3',
    '容积率按规划，绿地率≤20%',
    '容积率、绿地率≤20%',
  ])('nothing is guessed of %s', (text) => expect(readConditions(text)).toBeNull());

  const names: Readonly<Partial<Record<PlanningCondition, readonly [name: string, most: number, unit: string]>>> = {
    far: ['容积率', 20, ''],
    density: ['建筑密度', 100, '%'],
    green: ['绿地率', 100, '%'],
    heightM: ['建筑高度', 300, '米'],
  };
  type Own = keyof typeof names;
  /** A condition in one of five forms, with what it means. */
  const one = (own: Own) => {
    const [name, most, unit] = names[own]!;
    const end = fc.integer({ min: 1, max: most * 10 - 1 }).map((n) => n / 10);
    return fc.tuple(end, end, fc.nat(4)).map(([a, b, form]) => {
      const [min, max] = a < b ? [a, b] : [b, a + (a === b ? 0.1 : 0)].map((n) => Number(n.toFixed(1)));
      const of = (bounds: NumberRange): NumberRange =>
        Object.fromEntries(
          Object.entries(bounds).map(([key, n]) => [key, typeof n === 'number' && unit === '%' ? Number((n / 100).toPrecision(12)) : n]), // prettier-ignore
        );
      const [low, high] = [`${min}${unit}`, `${max}${unit}`];
      return [
        [`${name}≥${low}且≤${high}`, of({ min, max })],
        [`${low}＜${name}≤${high}`, of({ min, max, minExclusive: true })],
        [`${name}${low}～${high}`, of({ min, max })],
        [`${name}不小于${low}`, of({ min })],
        [`${name}${high}以下`, of({ max })],
      ][form] as [string, NumberRange];
    });
  };

  it('any of them in any order, form and with any sign between are read as they are said', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.keys(names) as Own[], { minLength: 1 }).chain((keys) => fc.tuple(...keys.map((own) => one(own).map((said) => [own, ...said] as const)))), // prettier-ignore
        fc.constantFrom('，', '；', '、', ',', ';', '\n', '。'),
        (said, sign) =>
          void expect(readConditions(said.map(([, text]) => text).join(sign))).toEqual(
            Object.fromEntries(said.map(([own, , bounds]) => [own, bounds])),
          ),
      ),
      { numRuns: 400 },
    ));
});
