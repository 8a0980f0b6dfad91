import { Validator } from '@cfworker/json-schema';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packSchema from '../../data/policies/pack.schema.json' with { type: 'json' };
import { recordKinds } from '../../src/domain/land/fields/kinds.ts';
import { landClass } from '../../src/domain/land/fields/parcel.ts';
import { park } from '../../src/domain/land/fields/park.ts';
import { jurisdiction, zone } from '../../src/domain/land/fields/places.ts';
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

it('the schema of a pack, which editors complete from, lists kinds and values as the table does', () => {
  const { condition, pack, category, landClasses, fields } = packSchema.$defs;
  expect(condition.properties.zoneType.items.enum).toEqual(zone.zoneType.values);
  expect(pack.properties.knownFrom.propertyNames.enum).toEqual(park.stage.values);
  expect(category.enum).toEqual(jurisdiction.category.values);
  expect(landClasses.properties.systems.required).toEqual(landClass.system.values);
  expect(fields.required).toEqual(expect.arrayContaining([...recordKinds]));
  expect(fields.maxProperties).toBe(recordKinds.length);
});
