import { expect, it } from 'vitest';
import { file } from '../../src/formats/test-files.ts';
import { readFiles } from '../../src/formats/index.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';

/* A file that is refused is called what it is. */

const table = (rows: readonly string[]) => `宗地号,点号,X,Y\n${rows.map((row, i) => `A,${i + 1},${row}`).join('\n')}\n`;
const collection = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A"},"geometry":';

it.each([
  ['a.geojson', `${collection}{"type":"Polygon","coordinates":[[[113.8`, 'not-json', '文件在这里中断'],
  ['a.geojson', `${collection}{"type":"Poly`, 'not-json', '文件在这里中断'],
  ['a.geojson', `${collection}nul`, 'not-json', '文件在这里中断'],
  ['a.geojson', `${collection}nul}]}`, 'not-json', '这里不符合 JSON 写法'],
  ['a.json', '{"type":"Topology","objects":{},"arcs":[]}', 'not-geojson', 'TopoJSON'],
  ['a.txt', '今天开会\n讨论园区\n', 'not-point-text', 'a.txt 不是界址点 TXT'],
  ['a.txt', '[地块坐标]\n今天开会\n', 'bad-line', '第 2 行读不懂'],
  ['a.csv', table(['1000,1000', '1150,1000', '1150,1200', '1000,1200']), 'local-coordinates', 'Y 1000～1200'],
  // Web Mercator by its numbers; figures that are nowhere, but as large as those of the country.
  [
    'a.csv',
    table(['12650000,4130000', '12650000,4130150', '12650200,4130150']),
    'crs-unknown',
    '数值像是网络地图的墨卡托坐标',
  ],
  ['a.csv', table(['3850000,60000', '3850150,60000', '3850150,60200']), 'crs-unknown', '从数值也判断不出来'],
])('%s: %s', async (name, text, code, words) => {
  const read = await readFiles([file(name, text)], {});
  if (read.ok) throw new Error('read');
  expect(read.refusal.code).toBe(code);
  expect(sayRefusal('zh', read.refusal)).toContain(words);
});
