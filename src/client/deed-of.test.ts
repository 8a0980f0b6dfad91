import { describe, expect, it } from 'vitest';
import { deedOf, timed } from './deed-of.ts';
import type { Question } from './line.ts';

const AT = '2026-11-30 10:31';
const change = { base: 3, note: { code: 'removed', params: { kind: 'building', ids: '1#' } }, tables: {} } as const;
const asked = (call: string, input: object) => ({ call, input, judging: {} }) as unknown as Question;
const kept = (call: string, input: object) => {
  const { call: own, input: with_ } = timed(asked(call, input), AT);
  return deedOf(own, with_);
};

describe('what is kept of what is done', () => {
  it('has the minute it was done in its note, all else as it was asked', () => {
    expect(kept('apply', { change, scenario: 1 })).toEqual({ ...change, note: { ...change.note, at: AT } });
    expect(timed(asked('apply', { change, scenario: 1 }), AT).input).toMatchObject({ scenario: 1 });
    const take = { do: 'take', of: 1, reason: '少拆一栋', on: '2026-11-30' };
    expect(kept('scenario', { step: take })).toEqual({ scenario: { ...take, at: AT } });
  });

  it('is the same where nothing is told of it', () => {
    const silent = { base: 3, tables: {} };
    expect(kept('apply', { change: silent })).toEqual(silent);
    expect(kept('scenario', { step: { do: 'go', of: 1 } })).toEqual({ scenario: { do: 'go', of: 1 } });
    expect(kept('undo', { elsewhere: 1 })).toBe('undo');
  });
});
