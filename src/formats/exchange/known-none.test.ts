import { expect, it } from 'vitest';
import { file } from '../test-files.ts';
import { readExchange } from './read.ts';

const parkOf = (properties: object) => {
  const features = [{ type: 'Feature', properties: { kind: 'park', id: 'P', ...properties }, geometry: null }];
  const { name, bytes } = file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const result = readExchange(name, bytes, {});
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.project.parks[0];
};

it('keeps the null of a park not registered, which is not the same as nothing said', () => {
  expect(parkOf({ registeredOn: null }).registeredOn).toBeNull();
  expect(parkOf({ registeredOn: '2026-01-31' }).registeredOn).toBe('2026-01-31');
  expect(parkOf({})).not.toHaveProperty('registeredOn');
});
