import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../src/domain/land/model.ts';
import { withParameter } from '../../src/policy/what-if/parameters.ts';
import { landParametersOf } from '../../src/policy/what-if/land-parameters.ts';
import { dateOf, dayOf } from '../../src/supply/screen/calendar.ts';
import { classAt, type ScreenClass } from '../../src/supply/screen/classes.ts';
import { explained } from '../../src/supply/screen/explain.ts';
import { screenFlips } from '../../src/supply/screen/flips.ts';
import { gradesOf } from '../../src/supply/screen/grades.ts';
import { ratesOf } from '../../src/supply/screen/rates.ts';
import type { Screen } from '../../src/supply/screen/screen.ts';
import { DAY, landOf, pack, works, screen } from './land.ts';

const day = fc.integer({ min: dayOf('2012-01-01'), max: dayOf(DAY) }).map(dateOf);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const parcel: fc.Arbitrary<Partial<Parcel>> = fc.record({
  landClass: fc.constantFrom(works, { system: 'planning-guide-2023', code: '0701' } as const, undefined),
  status: maybe(fc.constantFrom('in-use', 'idle', 'low-efficiency', 'approved-not-supplied', 'vacant')),
  approvedOn: maybe(day),
  suppliedOn: maybe(day),
  handedOverOn: maybe(day),
  agreedStart: maybe(day),
  startedOn: maybe(day),
  stoppedOn: maybe(day),
  developedShare: maybe(share),
  investedShare: maybe(share),
  floorAreaM2: maybe(fc.integer({ min: 0, max: 40_000 })),
  taxPerMuWan: maybe(fc.double({ min: -2, max: 30, noNaN: true })),
  outputPerMuWan: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
  investmentPerMuWan: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
  yearsWithoutTax: maybe(fc.integer({ min: 0, max: 4 })),
  productionStoppedOn: maybe(day),
  findingNo: maybe(fc.constantFrom('1号', ' ')),
  flagDecision: maybe(fc.constantFrom('confirmed', 'disputed')),
  flagClass: maybe(fc.constantFrom('suspected-idle', 'low-efficiency', 'approved-not-supplied')),
}) as fc.Arbitrary<Partial<Parcel>>; // prettier-ignore
const parcels = fc.array(parcel, { minLength: 1, maxLength: 25 }).map((all) => all.map((own) => JSON.parse(JSON.stringify(own)) as Partial<Parcel>)); // prettier-ignore

const classesOf = (screened: Screen): (ScreenClass | null)[] =>
  Array.from({ length: screened.columns.size }, (_, row) => classAt(screened, row));
const withFigure = (id: string, value: number) => withParameter(pack, `${id}:value`, value);
const rowsOf = (screened: Screen, name: ScreenClass) =>
  new Set(classesOf(screened).flatMap((own, row) => (own === name ? [row] : [])));

describe('the screen of any land', () => {
  it.each([
    ['idle.not-started', 'suspected-idle', [0, 6], -1],
    ['idle.stopped', 'suspected-idle', [0, 6], -1],
    ['idle.developed', 'suspected-idle', [0, 1], 1],
    ['idle.invested', 'suspected-idle', [0, 1], 1],
    ['low-efficiency.tax', 'low-efficiency', [-5, 40], 1],
    ['low-efficiency.plot-ratio', 'low-efficiency', [0, 3], 1],
    ['low-efficiency.signs', 'low-efficiency', [1, 5], -1],
    ['low-efficiency.no-tax', 'low-efficiency', [0, 5], -1],
    ['approved.years', 'approved-not-supplied', [0, 9], -1],
  ] as const)('%s: more of it flags %s never the other way', (id, name, [min, max], sign) => {
    const figure = fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(parcels, figure, figure, (all, one, two) => {
        const [less, more] = [Math.min(one, two), Math.max(one, two)].map((value) => rowsOf(screen(landOf(all), withFigure(id, value), DAY), name)); // prettier-ignore
        const [fewer, others] = sign > 0 ? [less, more] : [more, less];
        expect([...fewer].filter((row) => !others.has(row))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('what is suspected idle stays so as days go by, while nothing else happens', () => {
    fc.assert(
      fc.property(parcels, fc.integer({ min: 0, max: 3000 }), (all, days) => {
        // Of the day of judgement on nothing more is on record.
        const now = rowsOf(screen(landOf(all), pack, DAY), 'suspected-idle');
        const later = rowsOf(screen(landOf(all), pack, dateOf(dayOf(DAY) + days)), 'suspected-idle');
        expect([...now].filter((row) => !later.has(row))).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of the parcels, nor do rates and grades', () => {
    fc.assert(
      fc.property(parcels, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const order = all.map((_, i) => i).sort((a, b) => (numbers.next().value! % 7) - 3 || a - b);
        const named = all.map((own, i) => ({ ...own, id: `N${i}`, statedAreaM2: 1000 * (i + 1) }));
        const [one, two] = [named, order.map((i) => named[i])].map((own) => screen(landOf(own), pack, DAY));
        expect(classesOf(two)).toEqual(order.map((i) => classesOf(one)[i]));
        expect(order.map((_, row) => explained(two, row))).toEqual(order.map((i) => explained(one, i)));
        const [a, b] = [one, two].map((own) => ratesOf(own, all.map((_, row) => row))); // prettier-ignore
        for (const rate of ['notSupplied', 'idle', 'supply'] as const) {
          expect(b[rate].of.count).toBe(a[rate].of.count);
          expect(b[rate].value ?? -1).toBeCloseTo(a[rate].value ?? -1, 9);
        }
      }),
    );
  });

  it('flips are what screening all of it again by the other figures gives', () => {
    const figures = landParametersOf(pack, DAY);
    fc.assert(
      fc.property(
        parcels,
        fc.constantFrom(...figures),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (all, { id, value }, by) => {
          const before = screen(landOf(all), pack, DAY);
          const { rows, counts } = screenFlips(before, pack, DAY, [{ id, value: value * by }]);
          const anew = classesOf(screen(landOf(all), withParameter(pack, id, value * by), DAY));
          const byHand = classesOf(before).flatMap((name, row) =>
            anew[row] === name ? [] : [`${row} ${name} ${anew[row]}`],
          );
          const after = screenFlips(before, pack, DAY, [{ id, value: value * by }]).after;
          expect(Array.from(rows, (row) => `${row} ${classAt(before, row)} ${classAt(after, row)}`)).toEqual(byHand);
          expect(counts.reduce((n, { count }) => n + count, 0)).toBe(byHand.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is one of its classes with evidence, and sure by some measure', () => {
    fc.assert(
      fc.property(parcels, (all) => {
        const screened = screen(landOf(all), pack, DAY);
        all.forEach((own, row) => {
          const one = explained(screened, row);
          if (one.class === null) return expect(screened.problems.some((problem) => problem.row === row)).toBe(true);
          expect(one.evidence.length).toBeGreaterThan(0);
          expect(one.confidence).toBeGreaterThan(0);
          expect(one.confidence).toBeLessThanOrEqual(1);
          expect(new Set(one.missing).size).toBe(one.missing.length);
          for (const field of one.missing) if (field !== 'floorAreaM2') expect(own[field], field).toBeUndefined();
          // 闲置 only by a number.
          expect(one.class === 'idle').toBe(own.findingNo === '1号');
        });
      }),
      // A decision on land of which nothing but the end of production is on record had no evidence.
      {
        examples: [[[{ landClass: works, productionStoppedOn: '2012-01-01', flagDecision: 'confirmed', flagClass: 'suspected-idle' }]]], // prettier-ignore
      },
    );
  });
});

describe('亩均评价', () => {
  const firm = fc.record({
    aboveScale: fc.boolean(),
    taxPerMuWan: fc.integer({ min: 0, max: 50 }),
    outputPerTceWan: fc.integer({ min: 0, max: 50 }),
    performanceScore: fc.integer({ min: 0, max: 100 }),
  });
  const graded = (all: readonly Partial<Parcel>[]) =>
    gradesOf({ grading: pack.grading, screen: screen(landOf(all), pack, DAY), districtOf: () => '' });

  it('A 15 % of the better half by tax, C 10 % of the worse by output per energy, the rest B', () => {
    fc.assert(
      fc.property(fc.array(firm, { minLength: 1, maxLength: 60 }), (all) => {
        const found = graded(all);
        expect(found).toHaveLength(all.length);
        for (const list of ['above-scale', 'below-scale']) {
          const own = found.filter((one) => one.list === list);
          const of = (grade: string) => own.filter((one) => one.grade === grade);
          expect(of('A').length).toBe(Math.round(own.length * 0.15));
          expect(of('C').length).toBe(Math.round(own.length * 0.1));
          expect(of('A').length + of('B').length + of('C').length).toBe(own.length);
          const score = (row: number) => all[row].performanceScore;
          const worstA = Math.min(...of('A').map(({ row }) => score(row)), Infinity);
          const bestC = Math.max(...of('C').map(({ row }) => score(row)), -Infinity);
          expect(worstA).toBeGreaterThanOrEqual(bestC);
          // By hand: halves by score, in each the ends of its own ranking.
          const ranked = own.map(({ row }) => row).sort((a, b) => score(b) - score(a) || a - b);
          const cut = Math.round(ranked.length / 2);
          const grade = new Map(own.map((one) => [one.row, one.grade]));
          const [better, worse] = [ranked.slice(0, cut), ranked.slice(cut)];
          const figures = (rows: number[], field: 'taxPerMuWan' | 'outputPerTceWan', own: boolean, name: string) =>
            rows.filter((row) => (grade.get(row) === name) === own).map((row) => all[row][field]);
          expect(Math.min(...figures(better, 'taxPerMuWan', true, 'A'), Infinity)).toBeGreaterThanOrEqual(Math.max(...figures(better, 'taxPerMuWan', false, 'A'), -Infinity)); // prettier-ignore
          expect(Math.max(...figures(worse, 'outputPerTceWan', true, 'C'), -Infinity)).toBeLessThanOrEqual(Math.min(...figures(worse, 'outputPerTceWan', false, 'C'), Infinity)); // prettier-ignore
        }
      }),
    );
  });

  it('tells who is not graded and why', () => {
    const found = graded([
      { aboveScale: true, taxPerMuWan: 3, productionOn: '2024-11-29' },
      { aboveScale: true, taxPerMuWan: 3, productionOn: '2024-11-28' },
      { aboveScale: false, taxPerMuWan: 3, statedAreaM2: 3333 },
      { aboveScale: false, taxPerMuWan: 3, statedAreaM2: 10_000 / 3 },
      { taxPerMuWan: 3 },
      { floorAreaM2: 3 },
    ]);
    expect(found.map(({ row, list, grade, why }) => [row, list, grade, why])).toEqual([
      [0, null, null, 'young'],
      [1, 'above-scale', 'B', null],
      [2, 'below-scale', null, 'too-small'],
      [3, 'below-scale', 'B', null],
      [4, null, null, 'missing'],
    ]);
  });
});

describe('rates', () => {
  it('say what they are made of, and stand open where days are missing', () => {
    const screened = screen(
      landOf([
        { approvedOn: '2023-05-01' },
        { approvedOn: '2023-06-01', suppliedOn: '2024-01-01', agreedStart: '2024-06-01', startedOn: '2024-06-01' },
        { approvedOn: '2020-06-01', suppliedOn: '2021-01-01', agreedStart: '2021-06-01' },
        { approvedOn: '2021-01-01' },
        { suppliedOn: '2019-01-01', startedOn: '2019-05-01' },
        { approvedOn: '2026-01-01' },
      ]),
      pack,
      DAY,
    );
    const rates = ratesOf(screened, [0, 1, 2, 3, 4, 5]);
    expect(rates.notSupplied).toMatchObject({ value: 0.5, of: { count: 3, areaM2: 60_000 }, to: { count: 6 } });
    expect(rates.idle).toMatchObject({ value: 1 / 3, of: { count: 1 }, to: { count: 3 }, missing: [] });
    // Approved 2021–2025; what was begun before is older than that.
    expect(rates.supply).toMatchObject({
      value: 1 / 3,
      of: { count: 1 },
      to: { count: 3 },
      outcome: 'missed',
      missing: [],
    });
    expect(rates.vintages.map(({ year, isCounted, rate }) => [year, isCounted, rate.value])).toEqual([
      [2020, false, 1],
      [2021, true, 0],
      [2023, true, 0.5],
      [2026, false, 0],
    ]);
    const open = ratesOf(screen(landOf([{ approvedOn: '2023-05-01' }, { suppliedOn: '2024-01-01', startedOn: '2024-02-01' }, { suppliedOn: '2024-01-01', startedOn: '2024-02-01' }]), pack, DAY), [0, 1, 2]); // prettier-ignore
    expect(open.supply).toMatchObject({ value: 0, least: 0, most: 2 / 3, outcome: 'open', missing: [{ field: 'approvedOn', amount: { count: 2 } }] }); // prettier-ignore
  });
});

describe('the rate of supply 供地率', () => {
  const land = fc.record({
    areaM2: fc.oneof(fc.integer({ min: 1, max: 50_000 }), fc.constant(NaN)),
    isSupplied: fc.boolean(),
    isDated: fc.boolean(),
  });
  const recordOf = ({ isSupplied, isDated }: { isSupplied: boolean; isDated: boolean }): Partial<Parcel> => ({
    approvalNo: '豫政土〔2023〕1号',
    ...(isDated && { approvedOn: '2023-05-01' }),
    ...(isSupplied && { suppliedOn: '2024-01-01', startedOn: '2024-02-01' }),
  });

  it('lies between its ends whatever the missing days and areas turn out to be', () => {
    fc.assert(
      fc.property(
        fc.array(land, { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(1, 20_000, 1e9), { minLength: 6, maxLength: 6 }),
        fc.nat({ max: 63 }),
        (all, areas, within) => {
          const areaM2 = Float64Array.from(all, (own) => own.areaM2);
          const { supply } = ratesOf(screen(landOf(all.map(recordOf), { areaM2 }), pack, DAY), all.keys());
          const true_ = { of: 0, to: 0 };
          for (const [i, own] of all.entries()) {
            if (!own.isDated && !((within >> i) & 1)) continue;
            const area = Number.isNaN(own.areaM2) ? areas[i] : own.areaM2;
            true_.to += area;
            if (own.isSupplied) true_.of += area;
          }
          if (true_.to === 0 || supply.least === null || supply.most === null) return;
          expect(true_.of / true_.to).toBeGreaterThanOrEqual(supply.least - 1e-12);
          expect(true_.of / true_.to).toBeLessThanOrEqual(supply.most + 1e-12);
          if (supply.outcome === 'met') expect(true_.of / true_.to).toBeGreaterThanOrEqual(supply.floor! - 1e-12);
          if (supply.outcome === 'missed') expect(true_.of / true_.to).toBeLessThan(supply.floor! + 1e-12);
        },
      ),
    );
  });
});
