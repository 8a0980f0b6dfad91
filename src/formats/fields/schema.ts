import { fieldsOfKind, keyOf, kindNames, type Kind } from '../../domain/land/fields/kinds.ts';
import type { Fields, FieldType } from '../../domain/land/fields/type.ts';

type Schema = Readonly<Record<string, unknown>>;

function schemaOf(type: FieldType): Schema {
  switch (type.is) {
    case 'text':
      return { type: 'string' };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
    case 'one-of':
      return { enum: [...type.values] };
    case 'bounds':
      return { type: ['number', 'string'] };
    case 'range':
      return rangeSchema(type.unit === 'share' ? { maximum: 1 } : {});
    case 'list':
      return { type: 'array', items: schemaOf(type.of) };
    case 'record':
      return { type: 'object', properties: properties(type.fields), required: [...type.required] };
    case 'nullable':
      return { anyOf: [schemaOf(type.of), { type: 'null' }] };
    default:
      return {
        type: type.is,
        ...(type.min === undefined ? {} : { minimum: type.min }),
        ...(type.max === undefined ? {} : { maximum: type.max }),
      };
  }
}

const rangeSchema = (most: Schema): Schema => ({
  type: 'object',
  properties: {
    min: { type: 'number', minimum: 0, ...most },
    max: { type: 'number', minimum: 0, ...most },
    minExclusive: { type: 'boolean' },
    maxExclusive: { type: 'boolean' },
  },
  anyOf: [{ required: ['min'] }, { required: ['max'] }],
});

const properties = (fields: Fields): Schema =>
  Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, schemaOf(type)]));

const drawn = { anyOf: [{ $ref: '#/$defs/polygon' }, { $ref: '#/$defs/multiPolygon' }, { type: 'null' }] };

const feature = (kind: Kind): Schema => ({
  type: 'object',
  required: ['type', 'geometry', 'properties'],
  properties: {
    type: { const: 'Feature' },
    geometry: kind === 'park' ? { type: 'null' } : drawn,
    properties: {
      type: 'object',
      required: ['kind', keyOf(kind)],
      properties: { kind: { const: kind }, ...properties(fieldsOfKind(kind)) },
    },
  },
});

const ring = {
  type: 'array',
  minItems: 4,
  items: { type: 'array', minItems: 2, items: { type: 'number' } },
};
const geometry = (type: string, coordinates: Schema): Schema => ({
  type: 'object',
  required: ['type', 'coordinates'],
  properties: { type: { const: type }, coordinates },
});
const rings = { type: 'array', minItems: 1, items: ring };

/** `data/schema/exchange.schema.json` (2020-12), made from the field table; features of other kinds are free. */
export function exchangeSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Yuantu exchange file 园图交换文件',
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { const: 'FeatureCollection' },
      title: { type: 'string' },
      features: { type: 'array', items: { allOf: kindNames.map((kind) => branch(kind)) } },
    },
    $defs: {
      // `coordinates: []` is a feature without geometry.
      polygon: geometry('Polygon', { type: 'array', items: ring }),
      multiPolygon: geometry('MultiPolygon', { type: 'array', items: rings }),
      ...Object.fromEntries(kindNames.map((kind) => [kind, feature(kind)])),
    },
  };
}

const branch = (kind: Kind): Schema => ({
  if: {
    type: 'object',
    required: ['properties'],
    properties: { properties: { type: 'object', required: ['kind'], properties: { kind: { const: kind } } } },
  },
  then: { $ref: `#/$defs/${kind}` },
});
