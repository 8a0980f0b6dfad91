import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedParkView, PlanView, TargetView } from '../../../../city/planning/view.ts';
import { comparedOf, differenceOf } from './compare.ts';
import { limitLines, otherLimits, partsOf, planSum, sumOfTargets, targetRows, thereIn } from './figures.ts';
import { landOf, ParkLabels } from './labels.ts';
import { parksShown, verdictOf, withdrawalOf, type ParkColumn } from './rows.ts';
import { askedAsTaken, askedWith } from './trying.ts';

const YEARS = [2026, 2027, 2028];
const park = fc
  .record({
    year: fc.constantFrom(...YEARS),
    district: fc.constantFrom('a', 'b'),
    parcels: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'), { minLength: 1, maxLength: 3 }),
    areaMu: fc.integer({ min: 50, max: 200 }),
    newMu: fc.integer({ min: 0, max: 50 }),
    costWan: fc.integer({ min: 0, max: 9000 }),
    floorAreaM2: fc.integer({ min: 50_000, max: 200_000 }),
    points: fc.option(fc.integer({ min: 0, max: 99 })),
  })
  .map(
    ({ parcels, points, ...own }) =>
      ({
        ...own,
        township: own.district,
        reckonedWan: 0,
        spare: null,
        sites: [parcels],
        parcels: parcels.map((id) => ({ id })),
        loss: points === null ? null : { points, atLeast: points, atMost: points + 1, isExact: false, isAnew: true },
      }) as unknown as PlannedParkView,
  );
/** No land twice, as in a plan. */
const parks = fc.uniqueArray(park, { maxLength: 12, selector: ({ parcels }) => landOf(parcels.map(({ id }) => id)) });
const viewOf = (own: readonly PlannedParkView[], more: Partial<PlanView> = {}) =>
  ({ years: YEARS, parks: own, limits: [], targets: [], objective: 1, ...more }) as unknown as PlanView;

describe('figures of a plan', () => {
  it('of years add up to those of all', () => {
    fc.assert(
      fc.property(parks, (own) => {
        const all = planSum(own);
        for (const of of ['parks', 'mu', 'newMu', 'costWan', 'floorAreaM2'] as const)
          expect(YEARS.reduce((sum, year) => sum + planSum(own, year)[of], 0)).toBe(all[of]);
      }),
    );
  });

  it('have a row for each unit, a cell for each year, and what is missed in sum', () => {
    const target = (jurisdiction: string, year: number | null, required: number, planned: number) =>
      ({ jurisdiction, name: jurisdiction, year, required, there: 1, planned, spare: 0, short: Math.max(0, required - 1 - planned) }) as TargetView; // prettier-ignore
    const targets = [target('a', 2026, 2, 0), target('a', null, 9, 3), target('b', 2027, 1, 1)];
    const rows = targetRows({ years: YEARS, targets });
    expect(rows.map(({ code, years, total }) => [code, years.map((own) => own?.planned), total?.planned])).toEqual([
      ['a', [0, undefined, undefined], 3],
      ['b', [undefined, 1, undefined], undefined],
    ]);
    expect(sumOfTargets(targets)).toEqual({ reached: 7, there: 3, planned: 4, required: 12, short: 6, spare: 0 });
    expect(sumOfTargets([{ ...targets[1], spare: 2 }])).toMatchObject({ reached: 2, spare: 2 });
  });

  it('say of a year, or of all, what is of the plan and what is there, and of all alone how much more is of before', () => {
    const target = (jurisdiction: string, year: number | null, there: number, planned: number) =>
      ({ jurisdiction, name: jurisdiction, year, required: 9, there, planned, spare: 0, short: 0 }) as TargetView;
    const targets = [
      ...[target('a', 2026, 1, 2), target('a', 2027, 0, 3), target('a', 2028, 4, 0), target('a', null, 7, 5)],
      // Asked for in all alone: of what years its parks are is not told.
      target('b', null, 6, 1),
    ];
    const view = { years: YEARS, targets };
    expect(thereIn(view, null)).toEqual({ planned: 5, there: 5, before: 2, year: null });
    expect(thereIn(view, 2026)).toEqual({ planned: 2, there: 1, before: 0, year: 2026 });
  });

  it('hold what is taken against the tightest limit of just those years, and name those of other years', () => {
    const limit = (from: number, to: number, most: number) => ({ what: 'money', from, to, most, used: 7, price: 0 });
    const view = viewOf([], { limits: [limit(2026, 2026, 9), limit(2026, 2026, 8), limit(2026, 2028, 99)] as never });
    expect(limitLines(view, 2026)[0]).toEqual({ what: 'money', used: 7, most: 8 });
    expect(limitLines(view, 2027)[0]).toEqual({ what: 'money', used: 0, most: null });
    expect(otherLimits(view, 2026).map(({ to }) => to)).toEqual([2028]);
    expect(otherLimits(view, null)).toHaveLength(2);
  });
});

describe('two plans', () => {
  it('share what both have, and every park is in one of the three lists', () => {
    fc.assert(
      fc.property(parks, parks, (a, b) => {
        const told = differenceOf(comparedOf(viewOf(a)), comparedOf(viewOf(b)));
        expect(told.gone.length + told.both.length).toBe(a.length);
        expect(told.come.length + told.both.length).toBe(b.length);
        const lands = (list: readonly { readonly parcels: readonly string[] }[]) =>
          list.map(({ parcels }) => landOf(parcels));
        expect(lands(told.gone).filter((land) => [...lands(told.come), ...lands(told.both)].includes(land))).toEqual(
          [],
        );
        for (const { park: own, from } of told.moved) expect(own.year).not.toBe(from);
        const back = differenceOf(comparedOf(viewOf(b)), comparedOf(viewOf(a)));
        expect([lands(back.gone), lands(back.come)]).toEqual([lands(told.come), lands(told.gone)]);
      }),
    );
  });

  it('call the same land by the same number', () => {
    const labels = new ParkLabels(['1+2']);
    expect([labels.of(['3']), labels.of(['2', '1']), labels.of(['3'])]).toEqual(['C-002', 'C-001', 'C-002']);
    expect(new ParkLabels(labels.known).of(['3'])).toBe('C-002');
  });
});

describe('rows of parks', () => {
  it('are those of year and unit, sorted with what is not known last', () => {
    const columns: ParkColumn[] = ['plan', 'label', 'place', 'year', 'area', 'sites', 'verdict', 'cost', 'loss'];
    const words = { label: (own: PlannedParkView) => own.parcels[0].id, place: (own: PlannedParkView) => own.township, verdict: () => null }; // prettier-ignore
    fc.assert(
      fc.property(
        parks,
        fc.constantFrom(...columns),
        fc.boolean(),
        fc.option(fc.constantFrom(...YEARS)),
        (own, by, down, year) => {
          const shown = parksShown({ parks: own }, { year, district: 'a' }, { by, down }, words);
          expect(new Set(shown)).toEqual(new Set(own.filter((one) => one.district === 'a' && (year === null || one.year === year)))); // prettier-ignore
          const losses = shown.map(({ loss }) => loss?.points ?? null);
          if (by !== 'loss') return;
          const known = losses.filter((points) => points !== null);
          expect(losses.slice(0, known.length)).toEqual(known.toSorted((a, b) => (down ? b - a : a - b)));
        },
      ),
    );
  });

  it('that stand by come after those that are to be supplied, in the order of the plan', () => {
    const words = { label: () => '', place: () => '', verdict: () => null };
    fc.assert(
      fc.property(parks, (own) => {
        const some = own.map((one, n) => (n % 3 === 0 ? { ...one, spare: { jurisdiction: 'a', year: null, after: 1, stepsIn: null } } : one)); // prettier-ignore
        const { firm, spare } = partsOf(some);
        expect(parksShown({ parks: some }, { year: null, district: null }, { by: 'plan', down: false }, words)).toEqual([...firm, ...spare]); // prettier-ignore
        expect(spare).toHaveLength(Math.ceil(own.length / 3));
      }),
    );
  });

  it('say what withdrawing costs: another in its place, a target, points', () => {
    const loss = { points: 5, atLeast: 3, atMost: 9, isExact: false, isAnew: false };
    const own = (parksInstead: number | null) => ({
      spare: null,
      loss,
      alternative: parksInstead === null ? null : { parks: Array.from({ length: parksInstead }, () => ({ year: 2026, parcels: [] })), loss: 2, isProven: true }, // prettier-ignore
      district: 'a',
      year: 2026,
    });
    const targets = [{ jurisdiction: 'a', year: 2026, required: 2, there: 1, planned: 1 }] as never;
    const met = [{ jurisdiction: 'a', year: 2026, required: 1, there: 1, planned: 1 }] as never;
    expect(withdrawalOf({ ...own(null), loss: null }, { targets, objective: 100 })).toBeNull();
    const spare = { jurisdiction: 'a', year: 2026, after: 1, stepsIn: null };
    expect(withdrawalOf({ ...own(1), spare }, { targets, objective: 100 })).toEqual({ code: 'spare' });
    expect(withdrawalOf(own(1), { targets, objective: 100 })).toEqual({ code: 'replaceable', points: 2 });
    expect(withdrawalOf(own(0), { targets, objective: 100 })).toEqual({ code: 'target' });
    expect(withdrawalOf(own(0), { targets: met, objective: 100 })).toEqual({ code: 'points', atLeast: 3, atMost: 9 });
    expect(withdrawalOf(own(null), { targets, objective: 100 })).toEqual({ code: 'points', atLeast: 3, atMost: 9 });
    // Between nothing and more than the whole plan, as it is before much is proven: nothing is said.
    const open = { ...own(null), loss: { ...loss, atLeast: 0, atMost: 101 } };
    expect(withdrawalOf(open, { targets, objective: 100 })).toBeNull();
    expect(withdrawalOf(open, { targets, objective: -102 })).not.toBeNull();
  });

  it('leave a park that is smaller to the office', () => {
    const told = (outcome: 'pass' | 'advisory') => ({ outcome, rules: [], open: 0 });
    expect(verdictOf({ isSmaller: true }, told('pass'))).toBe('relaxed');
    expect(verdictOf({ isSmaller: true }, told('advisory'))).toBe('advisory');
    expect(verdictOf({ isSmaller: false }, told('pass'))).toBe('pass');
    expect(verdictOf({ isSmaller: false }, undefined)).toBeNull();
  });
});

describe('what is tried', () => {
  const asked = { years: [2026, 2027], caps: [{ what: 'money', from: 2026, to: 2026, most: 10 }, { what: 'quota', from: 2026, to: 2027, most: 5 }] } as const; // prettier-ignore
  it('lifts a limit, frees what is banned, or assumes the rung there and from that year on', () => {
    const of = { jurisdiction: 'a', year: 2027 };
    expect(askedWith(asked, of, 'money')!.caps).toEqual([asked.caps[1]]);
    expect(askedWith({ ...asked, bannedParcels: ['x'] }, of, 'bans')).toMatchObject({ bannedParcels: [] });
    expect(askedWith(asked, of, 'readiness')!.assumed).toEqual([{ relax: 'readiness', jurisdiction: 'a', year: 2027 }]);
    expect(askedWith(asked, { ...of, year: null }, 'sites')!.assumed![0].year).toBe(2026);
    for (const relax of ['none', 'others', 'all'] as const) expect(askedWith(asked, of, relax)).toBeNull();
  });

  it('raises a limit that was lifted to what is taken of it, and never lowers one', () => {
    const tried = askedWith(asked, { jurisdiction: 'a', year: 2026 }, 'money')!;
    const taking = (costWan: number) => ({ parks: [{ year: 2026, costWan, newMu: 0, areaMu: 0 }] }) as never;
    expect(askedAsTaken(asked, tried, taking(12.2)).caps).toEqual([{ ...asked.caps[0], most: 13 }, asked.caps[1]]);
    expect(askedAsTaken(asked, tried, taking(3)).caps).toEqual(asked.caps);
  });
});
