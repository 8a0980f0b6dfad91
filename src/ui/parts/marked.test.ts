import { describe, expect, it } from 'vitest';
import { markAll } from './marked.ts';

const text = '容积率原则上不低于1.5。占地面积不得超过7%，一般不得超过25%。';

describe('marking the phrases of a clause', () => {
  it('cuts at every phrase and puts the number where it ends', () => {
    const pieces = markAll(text, [
      { id: 'far', phrase: '原则上不低于1.5' },
      { id: 'land', phrase: '占地面积不得超过7%' },
    ]);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
    expect(pieces.filter((p) => p.rules.length).map((p) => [p.text, p.rules, p.ends])).toEqual([
      ['原则上不低于1.5', ['far'], ['far']],
      ['占地面积不得超过7%', ['land'], ['land']],
    ]);
  });
  it('keeps apart phrases that overlap, and names both where they do', () => {
    const pieces = markAll('甲乙丙丁', [
      { id: 'a', phrase: '甲乙丙' },
      { id: 'b', phrase: '丙丁' },
    ]);
    expect(pieces.map((p) => [p.text, p.rules, p.ends])).toEqual([
      ['甲乙', ['a'], []],
      ['丙', ['a', 'b'], ['a']],
      ['丁', ['b'], ['b']],
    ]);
  });
  it('marks the parts of a phrase that leaves words out, its number once', () => {
    const pieces = markAll('由甲方必须由开发商自持', [{ id: 'a', phrase: '甲方…自持' }]);
    expect(pieces.filter((p) => p.rules.length).map((p) => [p.text, p.ends])).toEqual([
      ['甲方', []],
      ['自持', ['a']],
    ]);
  });
  it('finds a phrase across a line break and leaves out one that is not there', () => {
    const pieces = markAll('不低于\n1.5', [
      { id: 'a', phrase: '不低于1.5' },
      { id: 'b', phrase: '没有' },
    ]);
    expect(pieces).toEqual([{ text: '不低于\n1.5', rules: ['a'], ends: ['a'] }]);
  });
});
