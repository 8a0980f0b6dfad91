import { latest, validateStyleMin, type VectorSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { expect, it } from 'vitest';
import { firstLook, type VisitorLook } from './look.ts';
import { layersOf, styleOf } from './style.ts';

const looks: VisitorLook[] = [true, false].flatMap((hasTiles) => {
  const look = firstLook(hasTiles, false);
  const dark = { theme: 'dark', language: 'en', highContrast: true } as const;
  return [look, { ...look, ...dark, chosen: 3, listed: [1, 3], idle: true, bridged: true, tianditu: 'drawn' as const }];
});

const vector = (): VectorSourceSpecification => ({ type: 'vector', tiles: ['archive://land/{z}/{x}/{y}'] });
const tiles = { land: vector(), afar: vector() };

it.each(looks)('is valid by the style specification', (look) => {
  expect(validateStyleMin(styleOf(look, tiles, 'key'), latest)).toEqual([]);
});

it('has the same layers in the same order whatever is shown', () => {
  const ids = looks.map((look) => layersOf(look).map(({ id }) => id));
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[2]).toEqual(ids[3]);
});

it('asks no other host for anything but 天地图, and that only with a key', () => {
  const hosts = (key: string | null) => [
    ...JSON.stringify(styleOf(looks[0], tiles, key)).matchAll(/https?:\/\/[^/]+/g),
  ];
  expect(hosts(null)).toEqual([]);
  expect(hosts('key').every(([host]) => host.endsWith('.tianditu.gov.cn'))).toBe(true);
  expect(JSON.stringify(styleOf(looks[0], tiles, null))).not.toMatch(/"glyphs"|"sprite"/);
});
