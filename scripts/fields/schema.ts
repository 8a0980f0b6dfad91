import { fieldsOfKind, keyOf, kindNames, type Kind } from '../../src/domain/land/fields/kinds.ts';
import { mostBelieved } from '../../src/domain/land/fields/reason.ts';
import type { Fields, FieldType } from '../../src/domain/land/fields/type.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Years from 100 on, as the reader counts days; not every validator looks at `format`. */
const date = { type: 'string', format: 'date', pattern: '^(?!00)\\d{4}-\\d{2}-\\d{2}$' };
const month = { type: 'string', pattern: '^(?!00)\\d{4}-(0[1-9]|1[0-2])$' };

function schemaOf(type: FieldType): Schema {
  switch (type.is) {
    case 'text':
      return { type: 'string' };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return date;
    case 'month':
      return month;
    case 'one-of':
      return { enum: [...type.values] };
    case 'bounds':
      return { type: ['number', 'string'], minimum: 0 };
    case 'range':
      return rangeSchema(type.unit === 'share' ? { maximum: 1 } : {});
    case 'list':
      return { type: 'array', items: schemaOf(type.of) };
    case 'record':
      return { type: 'object', properties: properties(type.fields, type.required), required: [...type.required] };
    case 'nullable':
      return { anyOf: [schemaOf(type.of), { type: 'null' }] };
    default:
      return { type: type.is, ...limits(type) };
  }
}

/** What is more than is believed of a figure, or no whole number a computer holds, the reader puts aside. */
function limits(type: Extract<FieldType, { readonly is: 'number' | 'integer' }>): Schema {
  const most = mostBelieved(type) ?? (type.is === 'integer' ? Number.MAX_SAFE_INTEGER : undefined);
  const [minimum, maximum] = [type.min ?? (most === undefined ? undefined : -most), type.max ?? most];
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
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
  additionalProperties: false,
});

/** What is always there is no blank text. */
const properties = (fields: Fields, required: readonly string[]): Schema =>
  Object.fromEntries(
    Object.entries(fields).map(([field, type]) => {
      const filled = required.includes(field) && type.is === 'text' ? { pattern: '\\S' } : {};
      return [field, { ...schemaOf(type), ...filled }];
    }),
  );

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
      properties: { kind: { const: kind }, ...properties(fieldsOfKind(kind), [keyOf(kind)]) },
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
