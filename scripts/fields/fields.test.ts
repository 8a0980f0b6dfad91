import { Validator } from '@cfworker/json-schema';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exchangeSchema } from './schema.ts';
import { written } from './written.ts';

it('what is made of the table of fields is as it would be made now (npm run fields)', async () => {
  for (const { path, text } of await written()) expect(readFileSync(path, 'utf8')).toBe(text);
});

it('the schema takes a good file and refuses a bad field', () => {
  const validator = new Validator(exchangeSchema(), '2020-12');
  const collection = (properties: object) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: null, properties }],
  });
  expect(validator.validate(collection({ kind: 'park', id: 'P', stars: 3 })).valid).toBe(true);
  expect(validator.validate(collection({ kind: 'park', id: 'P', stars: 4 })).valid).toBe(false);
  expect(validator.validate(collection({ kind: 'other', stars: 4 })).valid).toBe(true);
});
