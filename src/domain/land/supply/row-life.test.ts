import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupplyRow } from '../model.ts';
import { isSoundLife, isUnfinished, nextSteps, stateOf, suppliedOn, type RowStep } from './row-life.ts';

/** A letter a step, so that a life is a word and what may happen a regular expression: another way to say the same. */
const letters = { A: 'announced', S: 'sold', F: 'failed', C: 'contracted', H: 'handed-over', T: 'started', D: 'completed', X: 'terminated', W: 'withdrawn', O: 'carried-over' } as const satisfies Record<string, RowStep>; // prettier-ignore
type Letter = keyof typeof letters;
const contract = 'C(H(TD?)?)?';
const ended = 'C(HT?)?X';
const auctioned = new RegExp(`^((AS?F)*AS${ended})*(AS?F)*(A(S(${contract})?)?|AS?[WO]|[WO])?$`);
const given = new RegExp(`^(((AF)*A)?${ended})*(${contract}|(AF)*(A(${contract})?|A?[WO])?)$`);
const unknown = new RegExp(`^(((AS?F)*AS?)?${ended})*(${contract}|(AS?F)*(A(S?${contract}|S)?|(AS?)?[WO])?)$`);
const modes: readonly (readonly [SupplyRow['supplyMode'], RegExp])[] = [
  ['tender', auctioned],
  ['auction', auctioned],
  ['listing', auctioned],
  ['allocation', given],
  ['agreement', given],
  ['contribution', given],
  ['lease', unknown],
  [undefined, unknown],
];

const day = (n: number) => `2026-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`; // prettier-ignore
const lifeOf = (word: string): SupplyRow['steps'] =>
  [...word].map((letter, n) => ({ step: letters[letter as Letter], on: day(n) }));

/** Words that go on as a life may, more often than not. */
const words = fc.array(fc.constantFrom(...(Object.keys(letters) as Letter[])), { maxLength: 9 }).chain((any) =>
  fc.oneof(
    fc.constant(any.join('')),
    fc.constantFrom('', 'A', 'AS', 'ASF', 'ASC', 'ASCH', 'ASCHT', 'ASCHTD', 'ASCX', 'CHX', 'ACHTXA', 'AC', 'C', 'AF', 'AFAS').map((own) => own + any.slice(0, 2).join('')), // prettier-ignore
  ),
);

describe.each(modes)('the life of a row supplied by %s', (supplyMode, order) => {
  it('keeps the order, and whatever can come next is what the order allows', () => {
    fc.assert(
      fc.property(words, (word) => {
        const row = { steps: lifeOf(word), supplyMode };
        expect([word, isSoundLife(row)]).toEqual([word, order.test(word)]);
        if (!order.test(word)) return;
        const next = (Object.keys(letters) as Letter[]).filter((letter) => order.test(word + letter));
        expect([word, new Set(nextSteps(row))]).toEqual([word, new Set(next.map((letter) => letters[letter]))]);
        expect(isUnfinished(row)).toBe(/(^|[ASFX])$/.test(word));
      }),
      { numRuns: 400 },
    );
  });
});

it.each(modes)('of a reserve supplied by %s nothing is recorded but that it was withdrawn', (supplyMode) => {
  fc.assert(
    fc.property(words, (word) => {
      const row = { steps: lifeOf(word), supplyMode };
      expect(nextSteps({ ...row, reserve: true })).toEqual(nextSteps(row).filter((step) => step === 'withdrawn'));
    }),
  );
});

it('is supplied from the day of its contract on, and stands as it did on any day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ASC', 'ASFASCH', 'C', 'ASCHTD', 'AS', 'CX', 'ASCHXAS', 'CHTXC'),
      fc.nat(9),
      (word, n) => {
        const row = { steps: lifeOf(word) };
        const by = word.slice(0, n + 1);
        const at = by.lastIndexOf('C');
        expect(suppliedOn(row, day(n))).toBe(at > by.lastIndexOf('X') ? day(at) : null);
        const last = word.slice(0, n + 1).at(-1) as Letter;
        expect(stateOf(row, day(n))).toBe(letters[last]);
      },
    ),
  );
});

it('steps that say no day tell nothing, and days do not run back', () => {
  expect(stateOf({ steps: [{ step: 'announced' }, { on: '2026-01-01' }] })).toBe('planned');
  expect(isSoundLife({ steps: [{ step: 'announced' }] })).toBe(false);
  const back = [
    { step: 'announced', on: '2026-03-02' },
    { step: 'sold', on: '2026-03-01' },
  ] as const;
  expect(isSoundLife({ steps: back })).toBe(false);
});
