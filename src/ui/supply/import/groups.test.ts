import { expect, it } from 'vitest';
import { groupsOf } from './groups.ts';

it('a geodatabase is one thing in the list, whatever its many files, beside land and tables', () => {
  const names = [
    '字段.xlsx',
    '三调.gdb/a00000001.gdbtable',
    '三调.gdb/a00000001.gdbtablx',
    'a.shp',
    'a.dbf',
    'b/1.txt',
  ];
  expect(groupsOf(names).map(({ name, is, names: own }) => [name, is, own.length])).toEqual([
    ['三调.gdb', 'geodatabase', 2],
    ['a.shp', 'land', 2],
    ['b', 'land', 1],
    ['字段.xlsx', 'table', 1],
  ]);
});
