import { describe, expect, it } from 'vitest';
import { loosened, resembles, soundsLike } from './near-words.ts';

describe('what may have been meant', () => {
  it('leaves out what people put behind a name, and puts syllables together', () => {
    expect(loosened(['食品园'])).toEqual(['食品']);
    expect(loosened(['环保园区'])).toEqual(['环保']);
    expect(loosened(['liu', 'xi', 'zhi'])).toEqual(['liuxizhi']);
    expect(loosened(['柳溪', '智造'])).toBeNull();
    expect(loosened(['园区'])).toBeNull();
  });

  it('is a name with the same characters in between others, or with one other', () => {
    const name = '鹭洲食品科创小微企业园';
    for (const word of ['鹭洲食品园', '鹭州', '鹿洲', '食品科技']) expect(resembles(name, word)).toBe(true);
    for (const word of ['华为', '科食', '柳溪食品', 'luzhou', '鹭']) expect(resembles(name, word)).toBe(false);
  });

  it('is pinyin but for one letter', () => {
    for (const word of ['luzhou', 'luzhuo', 'luhzou', 'luzou', 'luuzhou', 'nuzhou'])
      expect(soundsLike('luzhoushipin', word)).toBe(true);
    for (const word of ['liuxi', 'lzu', 'luzzuo', '鹭洲']) expect(soundsLike('luzhoushipin', word)).toBe(false);
  });
});
