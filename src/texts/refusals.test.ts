import { describe, expect, it } from 'vitest';
import { refuse } from '../domain/outcome.ts';
import { sayRefusal } from './refusals.ts';

describe('where a refusal points', () => {
  it('names feature, ring, point and line in words', () => {
    const { refusal } = refuse('not-geojson', { where: '#3 (A)', detail: 'ring-empty', ring: 2 });
    expect(sayRefusal('zh', refusal)).toContain('第 3 个要素（A）第 2 圈，这一圈没有点');
    expect(sayRefusal('en', refusal)).toContain('feature 3 (A), ring 2, the ring has no points');
    const zone = refuse('outside-zone', { where: '#1 (A)', line: 14, at: '3846900, 38' }).refusal;
    expect(sayRefusal('zh', zone)).toContain('第 1 个要素（A）第 14 行的坐标（3846900, 38）');
    expect(sayRefusal('en', zone)).toContain('feature 1 (A), line 14: coordinates (3846900, 38)');
  });
});

it('names the first eight choices and counts the rest', () => {
  const choices = Array.from({ length: 10 }, (_, i) => `EPSG:${4534 + i}`);
  const { refusal } = refuse('crs-ambiguous', {}, choices);
  expect(sayRefusal('zh', refusal)).toMatch(/EPSG:4541 中央子午线 96° 等 10 个。$/);
  expect(sayRefusal('en', refusal)).toMatch(/EPSG:4541 central meridian 96° and 2 more\.$/);
  expect(sayRefusal('zh', refuse('crs-ambiguous', {}, choices.slice(0, 8)).refusal)).toMatch(
    /EPSG:4541 中央子午线 96°。$/,
  );
});

it('says of a file of another program what it is and what to do', () => {
  const { refusal } = refuse('foreign-file', { name: 'd.dwg', what: 'dwg' });
  expect(sayRefusal('zh', refusal)).toBe('d.dwg 是 DWG 图形，这里读不了：请在 CAD 中另存为 DXF（ASCII 文本）。');
  expect(sayRefusal('en', refusal)).toBe(
    'd.dwg is a DWG drawing, not read here: save it as DXF (ASCII text) in the CAD program.',
  );
});

it('shortens names no screen has room for', () => {
  const name = `${'长'.repeat(20_000)}.zip`;
  const { refusal } = refuse('several-layers', { name }, [`a/${name}`, `b/${name}`]);
  for (const language of ['zh', 'en'] as const) expect(sayRefusal(language, refusal).length).toBeLessThan(1000);
});
