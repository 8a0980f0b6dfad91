import { expect, it } from 'vitest';
import { plainChoices } from '../formats/crs/detect.ts';
import { refuse } from '../domain/outcome.ts';
import { nearestFirst } from './crs-names.ts';
import { noNames } from './field-names.ts';
import { sayRefusal } from './refusals.ts';

it('puts the systems of the land at hand first', () => {
  expect(nearestFirst([4502, 4508, 4534, 4546, 4547, 4548], 113.6).slice(0, 2)).toEqual([4547, 4546]);
  expect(nearestFirst([4547, 4508], 111)).toEqual([4508, 4547]);
});

it('metres without a zone: the zones of the place are named first, each with its central meridian', () => {
  const { refusal } = refuse('crs-ambiguous', {}, plainChoices);
  const names = { ...noNames, centralMeridian: 114 };
  expect(sayRefusal('zh', refusal, {}, names)).toContain(
    '可选：EPSG:4547 中央子午线 114°、EPSG:4546 中央子午线 111°、EPSG:4548 中央子午线 117°、EPSG:4508 中央子午线 111°（6° 带）、',
  );
  expect(sayRefusal('en', refusal, {}, names)).toContain('Choices: EPSG:4547 central meridian 114°, EPSG:4546 ');
});
