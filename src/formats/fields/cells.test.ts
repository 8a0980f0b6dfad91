import { describe, expect, it } from 'vitest';
import { readCell } from './cell.ts';
import { dayOf, monthOf } from './dates.ts';
import { headingOf } from './heading.ts';
import * as t from '../../domain/land/fields/type.ts';
import { unitOf, type WrittenUnit } from './units.ts';

describe('the heading of a column', () => {
  it.each<[string, string, string[]]>([
    ['面积（亩）', '面积', ['亩']],
    ['面积(公顷)', '面积', ['公顷']],
    ['面积/㎡', '面积', ['m²']],
    ['用地面积（hm²）', '用地面积', ['公顷']],
    ['用地面积 hm2', '用地面积', ['公顷']],
    ['用地　面积［平方米］', '用地面积', ['m²']],
    ['面积_亩', '面积', ['亩']],
    ['面积（单位：公顷）', '面积', ['公顷']],
    ['面积 m²（亩）', '面积', ['m²', '亩']],
    ['土地面积（㎡/亩）', '土地面积', ['m²', '亩']],
    ['m²（亩）', '', ['m²', '亩']],
    ['亩', '', ['亩']],
    ['DKMJ_M2', 'DKMJ', ['m²']],
    ['建筑面积（万平方米）', '建筑面积', ['万m²']],
    ['投资强度（万元/亩）', '投资强度', ['万元/亩']],
    ['亩均税收（万元/亩·年）', '亩均税收', ['万元/亩']],
    ['绿地率（％）', '绿地率', ['%']],
    ['起始价(万元)', '起始价', ['万元']],
    ['面积（公', '面积', []],
    ['名称（全称）', '名称(全称)', []],
    ['area', 'area', []],
    ['面积：', '面积', []],
  ])('%s is %s in %o', (heading, name, units) => {
    const found = headingOf(heading);
    expect([found.name, found.units.map((unit) => unit.name)]).toEqual([name, units]);
  });
});

describe('a cell', () => {
  const units = (...names: string[]): WrittenUnit[] => names.map((name) => unitOf(name)!);
  it.each<[unknown, t.FieldType, WrittenUnit[], unknown, string]>([
    ['1.5', t.yuanPerM2Month, [], 1.5, 'usual'],
    ['1,234.5', t.yuanPerM2Month, [], 1234.5, 'odd'],
    ['１２', t.count, [], 12, 'odd'],
    [12, t.count, [], 12, 'exact'],
    ['4层', t.storeys, [], 4, 'odd'],
    ['35%', t.share, [], 0.35, 'odd'],
    [35, t.share, units('%'), 0.35, 'exact'],
    ['3', t.m2, units('公顷'), 30_000, 'usual'],
    ['50', t.m2, units('亩'), 33_333.333333333, 'usual'],
    ['3公顷', t.m2, [], 30_000, 'odd'],
    ['3公顷', t.m2, units('亩'), 30_000, 'odd'],
    ['3（公顷）', t.m2, [], 30_000, 'odd'],
    ['48357.35（72.5360）', t.m2, units('m²', '亩'), 48_357.35, 'odd'],
    ['5000元', t.wan, [], 0.5, 'odd'],
    ['50年', t.years, [], 50, 'odd'],
    ['0.5', t.rate, units('个'), 0.5, 'usual'],
    ['2026-01-18', t.date, [], '2026-01-18', 'exact'],
    ['2026/1/18', t.date, [], '2026-01-18', 'odd'],
    ['20260118', t.date, [], '2026-01-18', 'usual'],
    [20260118, t.date, [], '2026-01-18', 'usual'],
    ['2026年1月18日', t.date, [], '2026-01-18', 'odd'],
    ['2026-1-18', t.date, [], '2026-01-18', 'odd'],
    ['["2026年1月","2026-02"]', t.list(t.month), [], ['2026-01', '2026-02'], 'odd'],
    ['', t.yuanPerM2Month, [], null, 'exact'],
  ])('%j', (value, type, of, read, form) => expect(readCell(value, type, of)).toMatchObject({ value: read, form }));

  it.each<[unknown, t.FieldType, WrittenUnit[]]>([
    ['约3', t.m2, []],
    ['3（2）', t.m2, []],
    ['3米', t.m2, []],
    ['3', t.wan, units('亩')],
    [-3, t.m2, []],
    ['1.5', t.count, []],
    [1.5, t.share, []],
    ['12,34', t.yuanPerM2Month, []],
    ['2026-02-30', t.date, []],
    ['二月', t.date, []],
    [{}, t.yuanPerM2Month, []],
    [[1, 'x'], t.list(t.yuanPerM2Month), []],
  ])('that is none of the field: %j', (value, type, of) => expect(readCell(value, type, of)).toBeNull());

  it('a moment is the day it is in China, or as it stands where it has no offset', () => {
    expect(dayOf('2026-01-17T16:00:00Z')).toBe('2026-01-18');
    expect(dayOf('2026-01-18T00:00:00.000Z')).toBe('2026-01-18');
    expect(dayOf('2026-01-18 23:30:00')).toBe('2026-01-18');
    expect(dayOf('2026-01-18T9:30')).toBe('2026-01-18');
    expect(dayOf('2026-13-18T00:00:00Z')).toBeNull();
    expect(monthOf('2026年1月')).toBe('2026-01');
    expect(monthOf('2026-13')).toBeNull();
  });
});
