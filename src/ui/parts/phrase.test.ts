import { describe, expect, it } from 'vitest';
import { splitAt } from './phrase.ts';

const clause = '在工业用地上新建的小微企业园，容积率原则上不低于1.5。非生产性用房不得超过7%。';
const marked = (phrase: string) =>
  splitAt(clause, phrase)
    .filter((p) => p.marked)
    .map((p) => p.text);

describe('a clause around its phrase', () => {
  it('marks the phrase and loses no letter', () => {
    expect(marked('容积率原则上不低于1.5')).toEqual(['容积率原则上不低于1.5']);
    expect(
      splitAt(clause, '不得超过7%')
        .map((p) => p.text)
        .join(''),
    ).toBe(clause);
  });

  it('marks each part of a phrase that leaves words out', () => {
    expect(marked('在工业用地上新建…容积率原则上不低于1.5')).toEqual(['在工业用地上新建', '容积率原则上不低于1.5']);
  });

  it('takes signs of the phrase as they stand', () => {
    expect(splitAt('（a+b）×1.15', '（a+b）')[0]).toEqual({ text: '（a+b）', marked: true });
  });

  it('finds a phrase across a line break', () => {
    expect(splitAt('不低于\n1.5', '不低于1.5')).toEqual([{ text: '不低于\n1.5', marked: true }]);
  });

  it('leaves the clause plain when the phrase is not in it', () => {
    expect(splitAt(clause, '没有这句')).toEqual([{ text: clause, marked: false }]);
  });
});
