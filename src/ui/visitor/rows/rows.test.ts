import { describe, expect, it } from 'vitest';
import { Geodesic } from 'geographiclib-geodesic';
import { visitorTexts } from '../../../texts/visitor.ts';
import { firstFile } from '../test-first.ts';
import { eighthOf } from '../map/compass.ts';
import { distanceM } from './distance.ts';
import { facetChoices } from './facet-choices.ts';
import { facetValues, passes, toggled } from './facets.ts';
import { Finder, wordsOf } from './search.ts';
import { distanceText, figureText, landShown } from './shown.ts';
import { sortedRows } from './table.ts';

const zh = await visitorTexts.zh();

describe('the parks a search finds', () => {
  const more = {
    parkPinyin: ['yiyuan yy', 'jiayuan jy', 'dingyuan dy', 'bingyuan by'],
    parkAddress: ['柳溪镇兴业路 8 号', '', '', ''],
    townshipPinyin: ['liuxizhen lxz', 'qinggangjiedao qgjd'],
    industryPinyin: ['zhinengzhuangbei znzb', 'shipin sp'],
  };
  const found = (text: string, further: typeof more | null = more) =>
    [...new Finder(firstFile(), further).parks(wordsOf(text)).keys()].sort();

  it.each([
    ['甲园', [1]],
    ['ｐ3', [2]],
    ['park four', [2]],
    ['柳溪镇', [0, 2]],
    ['Liuxi', [0, 2]],
    ['东区', [0, 1, 2, 3]],
    ['食品', [1, 2]],
    ['food 柳溪', [2]],
    ['兴业路8号', [0]],
    ['jiayuan', [1]],
    ['dy', [2]],
    ['znzb', [0, 2]],
    ['没有', []],
  ])('%s → %j', (text, rows) => expect(found(text)).toEqual(rows));

  it('needs no further words for what the list has, and finds no pinyin without them', () => {
    expect(found('甲园', null)).toEqual([1]);
    expect(found('jiayuan', null)).toEqual([]);
  });

  it('ranks a name before what only lies in a place of that name', () => {
    const first = firstFile({ name: ['乙园', '柳溪甲园', '丁园', '丙园'] });
    const ranks = new Finder(first, null).parks(['柳溪']);
    expect(ranks.get(1)).toBeLessThan(ranks.get(0)!);
  });

  it.each([
    ['食品园', [1, 2]],
    ['柳西镇', [0, 2]],
    ['liu xi zhen', [0, 2]],
    ['liuxu', [0, 2]],
    ['华为', []],
  ])('%s, found nowhere, may be %j', (text, rows) => {
    const finder = new Finder(firstFile(), more);
    expect(finder.parks(wordsOf(text)).size).toBe(0);
    expect([...finder.near(wordsOf(text)).keys()]).toEqual(rows);
  });

  it('names the townships it finds', () => expect(new Finder(firstFile(), more).townships(['qg'])).toEqual([1]));
});

describe('filters', () => {
  const first = firstFile();
  const values = facetValues(first);
  const rows = [0, 1, 2, 3];
  const left = (chosen: Parameters<typeof passes>[1]) => rows.filter((row) => passes(values, chosen, row));

  it('any value of one facet will do, facets go together', () => {
    expect(left({ stage: ['operating', 'building'], type: ['manufacturing'] })).toEqual([0, 2]);
    expect(left({ stage: [] })).toEqual(rows);
    // Free space of nothing is none.
    expect(left({ free: ['yes'] })).toEqual([0]);
  });

  it('a count is what choosing the value would leave: held against the filter itself', () => {
    const chosen = { stage: ['building'], industry: ['食品'] };
    for (const [facet, choices] of Object.entries(facetChoices({ values, chosen, searched: rows }, first)))
      for (const { value, count } of choices)
        expect([facet, value, count]).toEqual([facet, value, left({ ...chosen, [facet]: [value] }).length]);
  });

  it('a value is chosen and no longer', () => {
    expect(toggled({ type: ['service'] }, 'type', 'service')).toEqual({ type: [] });
  });
});

describe('figures', () => {
  it('are written as the publisher wrote them where that is not by rounding', () => {
    const first = { ...firstFile(), written: { landM2: { 1: '74.999996' }, plotRatio: { 2: '1.1250' } } };
    expect([0, 1, 2, 3].map((row) => landShown(first, row, zh)?.text)).toEqual(['100.00', '74.999996', '120.00', undefined]); // prettier-ignore
    expect([0, 2, 3].map((row) => figureText(first, 'plotRatio', row))).toEqual(['1.50', '1.1250', null]);
    expect(figureText(first, 'floorM2', 0)).toBe('100,000');
  });

  it.each([
    [4, '0 米'],
    [846, '850 米'],
    [994, '990 米'],
    [996, '1.0 公里'],
    [9949, '9.9 公里'],
    [12_400, '12 公里'],
  ])('%d m is told as %s', (metres, text) => expect(distanceText(metres, zh)).toBe(text));
});

describe('the table', () => {
  const first = firstFile();
  const none = [null, null, null, null];
  it('sorts figures and words, what is not told last whichever way', () => {
    expect(sortedRows(first, none, [0, 1, 2, 3], { column: 'land', down: true })).toEqual([2, 0, 1, 3]);
    expect(sortedRows(first, none, [3, 2, 1, 0], { column: 'land', down: false })).toEqual([1, 0, 2, 3]);
    expect(sortedRows(first, none, [0, 1, 2, 3], { column: 'name', down: false })).toEqual([3, 2, 1, 0]);
    expect(sortedRows(first, none, [0, 1, 2, 3], { column: 'outcome', down: false })).toEqual([1, 2, 3, 0]);
  });
});

it.each([
  [[113.5, 34.6], 0],
  [[113.6, 34.5], 2],
  [[113.4, 34.4], 5],
  [[113.5, 34.4], 4],
  [[113.4, 34.5], 6],
  [[113.4, 34.6], 7],
])('%j lies in eighth %d of the compass', (to, eighth) => expect(eighthOf([113.5, 34.5], to)).toBe(eighth));

it('is as far as the geodesic of GeographicLib says, to a metre in a kilometre', () => {
  for (const [lon, lat] of [
    [113.51, 34.5],
    [113.9, 34.9],
    [113.5, 35.3],
    [112.6, 34.1],
  ]) {
    const { s12 } = Geodesic.WGS84.Inverse(34.5, 113.5, lat, lon);
    expect(Math.abs(distanceM([113.5, 34.5], [lon, lat]) / s12! - 1)).toBeLessThan(1e-3);
  }
});
