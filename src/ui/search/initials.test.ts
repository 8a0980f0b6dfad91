import { describe, expect, it } from 'vitest';
import { commandWords } from '../../texts/ui/commands.ts';
import { fold } from '../../domain/land/parcel-columns.ts';
import { initialsOf } from './initials.ts';

describe('the initials of pinyin', () => {
  it.each([
    ['柳溪智造', 'lxzz'],
    ['鹿角坪', 'ljp'],
    ['郑州经开区', 'zzjkq'],
    ['啊波次的饿佛哥喝机科了摸呢哦坡气日四他屋西鸭自', 'abcdefghjklmnopqrstwxyz'],
    ['lx-0412号', 'lx-0412h'],
  ])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it('are those that stand beside the names of the commands, but for characters of several readings', () => {
    const letters = (text: string) => initialsOf(fold(text)).replace(/[^a-z]/g, '');
    const differ = Object.values(commandWords).flatMap(({ zh, initials }) => {
      const chinese = [...zh].filter((c) => /\p{Script=Han}/u.test(c)).join('');
      // 重 is chóng here, zhòng by itself.
      const told = letters(chinese.replace('重做', '崇做'));
      return told === initials ? [] : [`${zh} ${initials} ${told}`];
    });
    expect(differ).toEqual([]);
  });
});
