import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import { atOnce } from '../../../../domain/steps.ts';
import { muOf } from '../../../../domain/quantity/units.ts';
import { byFlag, chosenRows, decidedOf, sumOf, through, toggled } from './flag-choice.ts';
import { DISTRICT, flagsFound, flagsSorted, noFilter, NONE, type FlagColumn, type FlagFilter } from './flag-rows.ts';
import { ranksOfAlike, rankSteps } from './ranked-names.ts';

const rankedNames = (names: readonly string[]) => ranksOfAlike(names) ?? atOnce(rankSteps(names));

const places: FlagTable['places'] = [
  { code: 'a1', name: '苇塘街道', district: { code: 'a', zh: '苇塘区', en: 'Weitang' } },
  { code: 'a2', name: '听涛街道', district: { code: 'a', zh: '苇塘区', en: 'Weitang' } },
  { code: 'b1', name: '采菱街道', district: { code: 'b', zh: '砚湖区', en: 'Yanhu' } },
  { code: 'x', name: '某镇', district: null },
];

interface Row {
  readonly class: number;
  readonly basis: number;
  readonly areaM2: number;
  readonly months: number;
  readonly confidence: number;
  readonly missing: number;
  readonly suggestion: number;
  readonly decision: number;
  readonly place: number;
}

const row = fc.record<Row>({
  class: fc.integer({ min: 0, max: 5 }),
  basis: fc.integer({ min: 0, max: 3 }),
  areaM2: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 200_000 })),
  months: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 90 })),
  confidence: fc.constantFrom(0, 0.2, 0.4, 0.8, 1),
  missing: fc.integer({ min: 0, max: 4 }),
  suggestion: fc.constantFrom(0, 1, 4, NONE),
  decision: fc.integer({ min: 0, max: 2 }),
  place: fc.integer({ min: -1, max: 3 }),
});

const tableOf = (rows: readonly Row[]): FlagTable => ({
  version: 1,
  keys: Uint32Array.from(rows, (_, i) => 100 + i),
  classes: ['in-use', 'suspected-idle', 'idle', 'low-efficiency', 'approved-not-supplied', 'not-supplied'],
  flags: ['suspected-idle', 'low-efficiency', 'approved-not-supplied'],
  bases: ['found', 'disposed', 'confirmed', 'disputed'],
  classOf: Uint8Array.from(rows, (own) => own.class),
  basisOf: Uint8Array.from(rows, (own) => own.basis),
  areaM2: Float64Array.from(rows, (own) => own.areaM2),
  months: Float64Array.from(rows, (own) => own.months),
  confidence: Float64Array.from(rows, (own) => own.confidence),
  missing: Uint8Array.from(rows, (own) => own.missing),
  suggestionOf: Uint8Array.from(rows, (own) => own.suggestion),
  suggestions: ['investigate', 'find', 'dispose', 'supply', 'redevelop'],
  decision: Uint8Array.from(rows, (own) => own.decision),
  placeOf: Int32Array.from(rows, (own) => own.place),
  places,
});

const filter = fc.record<FlagFilter>({
  words: fc.constantFrom('', '1', 'p2'),
  place: fc.constantFrom('', 'a1', `${DISTRICT}a`, `${DISTRICT}b`, 'x'),
  class: fc.option(fc.integer({ min: 0, max: 5 })),
  basis: fc.option(fc.integer({ min: 0, max: 3 })),
  leastMu: fc.option(fc.constantFrom(0, 30, 150)),
  leastConfidence: fc.option(fc.constantFrom(0.4, 0.8)),
  missing: fc.option(fc.constantFrom('some' as const, 'none' as const)),
  suggestion: fc.option(fc.constantFrom(0, 1, 4)),
  decision: fc.option(fc.integer({ min: 0, max: 2 })),
});

/** What the filter means, said once more and slowly. */
function passes(own: Row, id: string, of: FlagFilter): boolean {
  const at = places[own.place] as FlagTable['places'][number] | undefined;
  const isThere =
    of.place === '' ||
    (of.place.startsWith(DISTRICT) ? `${DISTRICT}${at?.district?.code}` === of.place : at?.code === of.place);
  return (
    isThere &&
    id.includes(of.words) &&
    [
      of.class ?? own.class,
      of.basis ?? own.basis,
      of.suggestion ?? own.suggestion,
      of.decision ?? own.decision,
    ].join() === [own.class, own.basis, own.suggestion, own.decision].join() &&
    (of.leastMu === null || muOf(own.areaM2) >= of.leastMu) &&
    (of.leastConfidence === null || own.confidence >= of.leastConfidence) &&
    (of.missing === null || (of.missing === 'some') === own.missing > 0)
  );
}

describe('rows of the table of flags', () => {
  it('are those that pass every filter, in the order of the file', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), filter, (rows, of) => {
        const found = flagsFound(tableOf(rows), of, (i) => `p${i}`);
        expect([...found]).toEqual(rows.flatMap((own, i) => (passes(own, `p${i}`, of) ? [i] : [])));
      }),
    );
  });

  it('are sorted by a column with what is not known last, equal ones as they were', () => {
    const columns: FlagColumn[] = [
      'file',
      'id',
      'place',
      'area',
      'class',
      'basis',
      'missing',
      'confidence',
      'suggestion',
      'decision',
    ];
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom(...columns), fc.boolean(), (rows, by, down) => {
        const table = tableOf(rows);
        const found = flagsFound(table, noFilter, () => '');
        const sorted = flagsSorted(table, found, { by, down }, () => rankedNames(rows.map((_, i) => `P-${i}`)));
        expect([...sorted].sort((a, b) => a - b)).toEqual([...found]);
        if (by !== 'area' && by !== 'suggestion') return;
        const codes = rows.map(({ suggestion }) => (suggestion === NONE ? NaN : suggestion));
        const figures = [...sorted].map((i) => (by === 'area' ? rows[i].areaM2 : codes[i]));
        const known = figures.filter((own) => !Number.isNaN(own));
        expect(figures.slice(0, known.length)).toEqual(known);
        for (let i = 1; i < known.length; i++) {
          expect(down ? known[i - 1] >= known[i] : known[i - 1] <= known[i]).toBe(true);
          if (known[i - 1] === known[i]) expect(sorted[i - 1]).toBeLessThan(sorted[i]);
        }
      }),
    );
  });

  it('sort numbers in names as numbers, and back to the order of the file', () => {
    const table = tableOf([{}, {}, {}].map(() => ({ class: 1, basis: 0, areaM2: 1, months: 1, confidence: 1, missing: 0, suggestion: 0, decision: 0, place: 0 }))); // prettier-ignore
    const ids = ['宗-10', '宗-9', '宗-100'];
    const all = Uint32Array.of(0, 1, 2);
    expect([...flagsSorted(table, all, { by: 'id', down: false }, () => rankedNames(ids))]).toEqual([1, 0, 2]);
    expect([...flagsSorted(table, all, { by: 'id', down: true }, () => rankedNames(ids))]).toEqual([2, 0, 1]);
    expect([...flagsSorted(table, all, { by: 'file', down: false }, () => rankedNames(ids))]).toEqual([0, 1, 2]);
  });
});

it('names are ranked as a collator has them, alike or not', () => {
  const byName = new Intl.Collator('zh-Hans-CN', { numeric: true });
  const alike = fc.array(fc.stringMatching(/^4101[0-9]{2}-[A-Z][0-9]{3}$/), { maxLength: 30 });
  const any = fc.array(fc.stringMatching(/^[0-9A-Za-z宗-]{0,6}$/), { maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(alike, any), (names) => {
      const ranks = rankedNames(names);
      const ranked = names.map((_, at) => at).sort((a, b) => ranks[a] - ranks[b]);
      const expected = names.map((_, at) => at).sort((a, b) => byName.compare(names[a], names[b]) || a - b);
      expect(ranked).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('thousands of names are ranked in pieces as all at once', () => {
  const names = Array.from({ length: 3000 }, (_, n) => `${n % 7 === 0 ? '宗' : 'G'}${(n * 7919) % 2500}`);
  const order = names.map((_, at) => at).sort((a, b) => new Intl.Collator('zh-Hans-CN', { numeric: true }).compare(names[a], names[b]) || a - b); // prettier-ignore
  const ranks = atOnce(rankSteps(names));
  expect(order.map((at) => ranks[at])).toEqual(order.map((_, place) => place));
  const alike = Array.from(
    { length: 3000 },
    (_, n) => `410181001001GB${String((n * 7919) % 100_000).padStart(5, '0')}`,
  );
  expect(ranksOfAlike(alike)).toEqual(atOnce(rankSteps(alike)));
});

describe('what is chosen', () => {
  it('adds up, by flag too', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.integer({ min: 100, max: 135 })), (rows, keys) => {
        const table = tableOf(rows);
        const chosen = keys.reduce<ReadonlySet<number>>((set, key) => toggled(set, key), new Set());
        const own = rows.filter((_, i) => chosen.has(100 + i));
        const known = own.filter(({ areaM2 }) => areaM2 > 0);
        const { count, mu, unmeasured } = sumOf(table, chosenRows(table, chosen));
        expect([count, unmeasured]).toEqual([own.length, own.length - known.length]);
        expect(mu).toBeCloseTo(
          known.reduce((sum, { areaM2 }) => sum + (areaM2 * 3) / 2000, 0),
          6,
        );
        const decidable = own.filter(({ class: code }) => [1, 3, 4].includes(code)).length;
        expect(byFlag(table, chosenRows(table, chosen)).reduce((n, part) => n + part.keys.length, 0)).toBe(decidable);
        expect(decidedOf(table, chosenRows(table, chosen))).toHaveLength(
          own.filter(({ decision }) => decision > 0).length,
        );
      }),
    );
  });

  it('goes from one row to another as they are shown', () => {
    const table = tableOf([1, 2, 3, 4].map(() => ({ class: 1, basis: 0, areaM2: 1, months: 1, confidence: 1, missing: 0, suggestion: 0, decision: 0, place: 0 }))); // prettier-ignore
    const shown = Uint32Array.of(3, 1, 0, 2);
    expect([...through(table, shown, new Set(), 101, 102)].sort()).toEqual([100, 101, 102]);
  });
});
