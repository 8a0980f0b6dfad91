import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMark, isDecided, marksOf, nothingDecided, parcelsOf, withMark, withoutMark, type Mark } from './decided.ts';

const id = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  ids.map((parcels): Mark => ({ of: 'locked-park', park: { parcels } })),
  ids.map((parcels): Mark => ({ of: 'banned-park', parcels })),
  id.map((own): Mark => ({ of: 'locked-parcel', id: own })),
  id.map((own): Mark => ({ of: 'banned-parcel', id: own })),
);

describe('what is decided of a plan', () => {
  it('has the mark that was put last, and none that contradicts it', () => {
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 12 }), (marks) => {
        const decided = marks.reduce(withMark, nothingDecided);
        expect(hasMark(decided, marks.at(-1)!)).toBe(true);
        const { fixedParks = [], bannedParcels = [], bannedSets = [], fixedParcels = [] } = decided;
        const inParks = fixedParks.flatMap(({ parcels }) => parcels);
        expect(new Set(inParks).size).toBe(inParks.length);
        for (const banned of bannedParcels) expect([...inParks, ...fixedParcels]).not.toContain(banned);
        for (const set of bannedSets)
          for (const { parcels } of fixedParks) expect(set.every((own) => parcels.includes(own))).toBe(false);
        const names = marksOf(decided).map((own) => `${own.of} ${parcelsOf(own).toSorted().join()}`);
        expect(new Set(names).size).toBe(names.length);
        expect(isDecided(structuredClone(decided))).toBe(true);
      }),
    );
  });

  it('is without a mark that is taken back, whatever the order of its parcels, and keeps the others', () => {
    const parks = [['A', 'B'], ['C']].map((parcels): Mark => ({ of: 'locked-park', park: { parcels, year: 2027 } }));
    const decided = parks.reduce(withMark, nothingDecided);
    expect(marksOf(withoutMark(decided, { of: 'locked-park', park: { parcels: ['B', 'A'] } }))).toEqual([parks[1]]);
  });

  it.each([null, 3, { fixedParks: [{}] }, { bannedSets: ['A'] }, { fixedParcels: [1] }, { bannedParcels: 'A' }])(
    'is not taken over from what has another shape: %j',
    (kept) => expect(isDecided(kept)).toBe(false),
  );
});
