import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import shipped from '../../../data/schema/exchange.schema.json' with { type: 'json' };
import { exchangeSchema } from './schema.ts';

describe('data/schema/exchange.schema.json', () => {
  it('is the field table', () => {
    expect(shipped).toEqual(exchangeSchema());
  });

  it('takes a good file and refuses a bad field', () => {
    const validator = new Validator(shipped as object, '2020-12');
    const collection = (properties: object) => ({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: null, properties }],
    });
    expect(validator.validate(collection({ kind: 'park', id: 'P', stars: 3 })).valid).toBe(true);
    expect(validator.validate(collection({ kind: 'park', id: 'P', stars: 4 })).valid).toBe(false);
    expect(validator.validate(collection({ kind: 'other', stars: 4 })).valid).toBe(true);
  });
});
