import { describe, expect, it } from 'vitest';

import { drawerStep, shapeOf } from './frame.ts';

describe('the frame', () => {
  it('of the public map has a list alone', () => {
    expect(shapeOf('public', { rule: null })).toEqual({ left: 'list', right: null, bottom: false });
  });

  it('of the law opens an inspector when a rule is read, and a drawer where it judges jurisdictions', () => {
    expect(shapeOf('policy', { rule: null })).toEqual({ left: 'law', right: null, bottom: false });
    expect(shapeOf('policy', { rule: {} })).toEqual({ left: 'law', right: 'rule', bottom: false });
    expect(shapeOf('policy', { rule: { about: 'jurisdiction' } }).bottom).toBe(true);
  });

  it('of the sketch desk is the same whether a park is in hand or none', () => {
    expect(shapeOf('sketch', { rule: null })).toEqual({ left: 'rail', right: 'inspector', bottom: true });
  });

  it('of another desk says nothing of the rule that was read', () => {
    expect(shapeOf('public', { rule: { about: 'jurisdiction' } })).toEqual(shapeOf('public', { rule: null }));
  });
});

it('a drawer goes from height to height and stays at its ends', () => {
  expect([drawerStep(0, 1), drawerStep(240, 1), drawerStep(420, 1)]).toEqual([240, 420, 420]);
  expect([drawerStep(420, -1), drawerStep(240, -1), drawerStep(0, -1)]).toEqual([240, 0, 0]);
});
