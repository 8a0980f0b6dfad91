import { describe, expect, it } from 'vitest';
import { commandWords } from '../../texts/ui/commands.ts';
import { COMMANDS } from './commands.ts';
import { findable, found, type Entry } from './found.ts';

const entry = (name: string, also: readonly string[] = [], initials?: string): Entry => ({
  id: name,
  group: 'command',
  name,
  also,
  ...(initials !== undefined && { initials }),
  run: () => undefined,
});
const commands = Object.values(commandWords).map(({ zh, en, initials }) => findable(entry(zh, [en], initials)));
const names = (text: string, most = 5) => found(commands, text, most).map(({ name }) => name);

describe('a command is found', () => {
  it.each([
    ['另存', '另存为'],
    ['lcw', '另存为'],
    ['LCW', '另存为'],
    ['save', '另存为'],
    ['save as', '另存为'],
    ['as sa', '另存为'],
    ['dkwj', '打开文件'],
    ['open file', '打开文件'],
    ['全图', '看全图'],
    ['ｄｙ', '打印'],
  ])('by %s', (text, name) => expect(names(text)[0]).toBe(name));

  it('by initials in the middle of its name, after those that begin so', () => {
    expect(names('qd')).toEqual(['回到清单', '导出清单']);
    expect(names('dk').slice(0, 2)).toEqual(['打开文件', '找地块、命令']);
  });

  it('of several as good in their own order, no more than asked for, none by what it is not', () => {
    expect(names('dc')).toEqual(['导出地图图片', '导出清单', '台账导出']);
    expect(names('', 3)).toHaveLength(3);
    expect(names('没有这个')).toEqual([]);
    expect(names('save print')).toEqual([]);
  });

  it('by its own name alone, not by what it would be done to', () => {
    const undo = findable({ ...entry('撤销', ['Undo'], 'cx'), detail: '排布 D01774' });
    expect(found([undo], '撤销', 1)).toHaveLength(1);
    for (const text of ['D01774', '排布', 'pb']) expect(found([undo], text, 1), text).toEqual([]);
  });

  it('and a park by its name, number and initials', () => {
    const park = findable(entry('柳溪智造小微企业园', ['P-007']));
    for (const text of ['柳溪', '智造', 'P-007', 'p-0', 'lxzz', 'zzxw'])
      expect(found([park], text, 1), text).toHaveLength(1);
    expect(found([park], 'x', 1)).toEqual([]);
  });
});

it('every command has a name in both languages, and a key of its own', () => {
  expect(COMMANDS.map(({ id }) => id).toSorted()).toEqual(Object.keys(commandWords).toSorted());
  const keys = COMMANDS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
