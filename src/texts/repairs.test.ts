import { describe, expect, it } from 'vitest';
import { refuse } from '../domain/outcome.ts';
import { sayRefusal } from './refusals.ts';
import { editSentences, sayEditNote, stepText } from './repairs.ts';

describe('what an edit of boundaries says', () => {
  it('names the gap between parcels that do not touch, or that they touch in a point', () => {
    const apart = refuse('not-adjacent', { id: 'A', other: 'B', distanceM: 0.0304 }).refusal;
    expect(sayRefusal('zh', apart, editSentences)).toContain('宗地 A 与 B 不相邻，最近处相距 0.030 m');
    expect(sayRefusal('en', apart, editSentences)).toContain('0.030 m apart');
    const point = refuse('not-adjacent', { id: 'A', other: 'B', distanceM: 0 }).refusal;
    expect(sayRefusal('zh', point, editSentences)).toContain('相接于一点');
    expect(sayRefusal('en', point, editSentences)).toContain('share no line');
  });
  it('tells two areas apart', () => {
    const { refusal } = refuse('areas-exceed', { sumM2: 10000.004, areaM2: 9999.996 });
    expect(sayRefusal('en', refusal, editSentences)).toBe("The areas sum to 10,000.004 m², more than the parcel's 9,999.996 m²; ask for less."); // prettier-ignore
  });
  it('begins with a word, never with an id or the name of a field: the page makes its first letter a capital', () => {
    const note = { code: 'amount-dropped', params: { id: 'a1#', field: 'm2' } } as const;
    expect(sayEditNote('en', note)).toBe('the m2 of parcel a1# cannot be apportioned and was left out');
  });
  it('speaks each language alone', () => {
    const note = { code: 'building-moved', params: { id: 'b1', parcel: 'A-2' } } as const;
    expect(sayEditNote('zh', note)).toBe('建筑 b1 归入宗地 A-2（占其大部分基底）');
    expect(sayEditNote('en', note)).not.toMatch(/\p{Script=Han}/u);
    expect(stepText('en', 'redrawn')).toContain('even–odd');
  });
});
