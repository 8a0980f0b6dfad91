import { describe, expect, it } from 'vitest';
import { parkOfPlan } from './plan-view.ts';

describe('what is told of the park beside a plan', () => {
  it('is of the park the building is of, and nothing while another is in hand', () => {
    const park = { facts: { buildings: [{ key: 4 }, { key: 9 }] } };
    expect(parkOfPlan(park, 9)).toBe(park);
    expect([parkOfPlan(park, 5), parkOfPlan(park, null), parkOfPlan(null, 9)]).toEqual([null, null, null]);
  });
});
