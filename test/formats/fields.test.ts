import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import schema from '../../data/schema/exchange.schema.json' with { type: 'json' };
import { fieldsOfKind, keyOf, kindNames, nested, type Kind } from '../../src/domain/land/fields/kinds.ts';
import type { FieldType } from '../../src/domain/land/fields/type.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { writeExchange } from '../../src/formats/exchange/write.ts';
import { printBounds } from '../../src/domain/land/written-bounds/print.ts';
import { clashIn } from '../../src/domain/land/fields/clash.ts';
import { readPacked } from '../../src/formats/packed/read.ts';
import { packedBytes } from '../../src/formats/packed/write.ts';
import { recordOf, valueOf, wrongFor } from '../helpers/field-values.ts';

type Loose = Readonly<Record<string, unknown>>;
const validator = new Validator(schema as object, '2020-12');
const isValid = (collection: unknown): boolean => validator.validate(collection).valid;

const collectionOf = (features: readonly (readonly [Kind, Loose])[]) => ({
  type: 'FeatureCollection',
  features: features.map(([kind, record]) => ({ type: 'Feature', properties: { kind, ...record }, geometry: null })),
});

function read(collection: unknown) {
  const found = readExchange('a.geojson', new TextEncoder().encode(JSON.stringify(collection)), {});
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}

function writtenAgain(project: Project): unknown {
  const written = writeExchange(project, { name: 'a' });
  if (!written.ok) throw new Error(written.refusal.code);
  return JSON.parse(new TextDecoder().decode(written.value[0].bytes));
}

const recordsOf = ({
  parks,
  jurisdictions,
  supplyPlans = [],
  supplyRows = [],
  ...tables
}: Project): Readonly<Record<Kind, readonly Loose[]>> => ({
  park: parks,
  parcel: [...tables.parcels.records],
  building: [...tables.buildings.records],
  township: [...tables.townships.records],
  zone: [...tables.zones.records],
  jurisdiction: jurisdictions,
  supplyPlan: supplyPlans,
  supplyRow: supplyRows,
});

/** Fields that must agree with each other do; what a record refers to is there. */
function consistent(kind: Kind, record: Loose): Loose {
  const made: Record<string, unknown> = { ...record };
  for (const field of Object.keys(nested))
    if (Array.isArray(made[field]) && Object.hasOwn(fieldsOfKind(nested[field]), 'id'))
      made[field] = made[field].map((item: Loose, i) => ({ ...item, id: `${i + 1}` }));
  if (kind === 'parcel') {
    delete made.parkId;
    // Its bounds stand among the conditions.
    const far = (made.conditions as { far?: object } | undefined)?.far;
    if (made.plannedFar !== undefined) {
      const bounds = { min: Number(made.plannedFar), max: Number(made.plannedFar) };
      if (far) made.plannedFar = printBounds(bounds);
      made.conditions = { ...(made.conditions as object | undefined), far: bounds };
    }
  }
  if (kind === 'building') {
    delete made.parcelId;
    for (let clash = clashIn(made); clash !== null; clash = clashIn(made)) delete made[clash];
  }
  return made;
}

const anyRecord = fc
  .constantFrom(...kindNames)
  .chain((kind) =>
    recordOf(fieldsOfKind(kind), [keyOf(kind)]).map((record) => [kind, consistent(kind, record)] as const),
  );

describe('a record made of the table of fields', () => {
  it('is taken by reader, schema and packed file, and comes back as it is', () => {
    fc.assert(
      fc.property(anyRecord, ([kind, record]) => {
        const collection = collectionOf([[kind, record]]);
        expect(isValid(collection)).toBe(true);
        const { project, notes } = read(collection);
        expect(notes).toEqual([]);
        expect(recordsOf(project)[kind]).toEqual([record]);
        expect(writtenAgain(project)).toEqual(collection);
        const packed = readPacked('a.ytp', packedBytes(project));
        if (!packed.ok) throw new Error(JSON.stringify(packed.refusal));
        expect(recordsOf(packed.value.project)[kind]).toEqual([record]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Every field, those within records as well: the way to it and its type. */
interface Place {
  readonly kind: Kind;
  readonly way: readonly string[];
  readonly type: FieldType;
}
const within = ({ kind, way, type }: Place): Place[] => {
  const inner = type.is === 'list' ? type.of : type;
  const own: Place[] =
    inner.is === 'record'
      ? Object.entries(inner.fields).flatMap(([field, row]) => within({ kind, way: [...way, field], type: row }))
      : [];
  return [{ kind, way, type }, ...own];
};
const places = kindNames.flatMap((kind) =>
  Object.entries(fieldsOfKind(kind)).flatMap(([field, type]) => within({ kind, way: [field], type })),
);

/** A number 编号 is always there, and a code with its system: a blank is none. */
function isRequired({ kind, way: [field, part], type }: Place): boolean {
  if (part === undefined) return field === keyOf(kind);
  const holder = fieldsOfKind(kind)[field];
  const inner = holder.is === 'list' ? holder.of : holder;
  return inner.is === 'record' && inner.required.includes(part) && type.is === 'text';
}

/** What a record within a record always has besides its number, as a table might say it. */
const required = (type: FieldType): Loose =>
  type.is === 'record'
    ? Object.fromEntries(
        type.required
          .filter((name) => name !== 'id')
          .map((name) => [name, fc.sample(valueOf(type.fields[name]), { numRuns: 1, seed: 1 })[0]]),
      )
    : {};

/** A record with this value there and nothing else that could be wrong. */
function holding({ kind, way: [field, part] }: Place, value: unknown): Loose {
  const type = fieldsOfKind(kind)[field];
  const id = keyOf(kind) === field && part === undefined ? {} : { [keyOf(kind)]: 'X' };
  if (part === undefined) return { ...id, [field]: value };
  if (field === 'landClass') return { ...id, [field]: { system: 'land-survey-3', code: '0601', [part]: value } };
  const inner = { ...(type.is === 'list' && { id: '1', ...required(type.of) }), [part]: value };
  return { ...id, [field]: type.is === 'list' ? [inner] : inner };
}

/** What stands there once it was read. */
function taken({ kind, way: [field, part] }: Place, record: Loose): unknown {
  if (part === undefined) return record[field];
  const own = record[field];
  const isList = fieldsOfKind(kind)[field].is === 'list';
  return ((isList ? (own as readonly Loose[])?.[0] : own) as Loose | undefined)?.[part];
}

describe.each(places.map((place) => [`${place.kind}.${place.way.join('.')}`, place] as const))('%s', (_, place) => {
  const { kind, type } = place;

  it('is taken where it holds what the table says', () => {
    fc.assert(
      fc.property(valueOf(type), (value) => {
        expect(isValid(collectionOf([[kind, holding(place, value)]]))).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it('is refused by reader and schema where it holds anything else', () => {
    for (const value of [...wrongFor(type), ...(isRequired(place) ? ['', ' '] : [])]) {
      const collection = collectionOf([[kind, holding(place, value)]]);
      expect([value, isValid(collection)]).toEqual([value, false]);
      const { project, notes } = read(collection);
      expect([value, notes.map(({ code }) => code)]).not.toEqual([value, []]);
      expect(taken(place, recordsOf(project)[kind][0])).not.toEqual(value);
    }
  });
});

/** Bounds that a schema has no words for: what their text means, and that the lower one lies below the upper. */
const isBeyondSchema = ({ way, type }: Place, value: unknown): boolean => {
  if (type.is === 'bounds') return typeof value === 'string';
  const ranges = type.is === 'range' ? [value] : way[0] === 'conditions' ? Object.values(value ?? {}) : [];
  return ranges.some((own: { min?: unknown; max?: unknown } | null) => Number(own?.min) >= Number(own?.max));
};

/** The feature as it is written again, less what its fields say of other records and of each other. */
function itself({ kind, way: [field] }: Place, collection: unknown): unknown {
  const { features } = collection as { readonly features: readonly { readonly properties: Loose }[] };
  const { conditions, ...properties } = features.find((f) => f.properties.kind === kind)!.properties;
  return field === 'plannedFar' ? properties : { ...properties, conditions };
}

it('reader and schema are of one mind on any value in any field', () => {
  const place = fc.constantFrom(...places.filter(({ way: [field] }) => field !== 'parkId' && field !== 'parcelId'));
  const near = fc.constantFrom(
    -1,
    -0.5,
    0,
    0.5,
    1,
    1.5,
    3,
    4,
    5,
    100,
    101,
    200,
    201,
    1000,
    1001,
    9999,
    10_000,
    1e10,
    1.1e10,
    1e16,
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }).map((json): unknown => JSON.parse(JSON.stringify(json))),
    near,
    place.chain(({ type }) => fc.oneof(valueOf(type), fc.constantFrom(...wrongFor(type)))),
  );
  fc.assert(
    fc.property(place, value, (at, own) => {
      fc.pre(
        !isBeyondSchema(at, own) &&
          !(at.way.length === 1 && at.way[0] === keyOf(at.kind) && typeof own === 'string' && own.trim() === ''),
      );
      const collection: unknown = JSON.parse(JSON.stringify(collectionOf([[at.kind, holding(at, own)]])));
      const { project, notes } = read(collection);
      // An unknown property that looks like an area is told, and kept like any.
      const told = notes.filter(({ code }) => code !== 'area-column-left');
      const isTaken = told.length === 0 && isDeepStrictEqual(itself(at, writtenAgain(project)), itself(at, collection));
      expect(isTaken).toBe(isValid(collection));
    }),
    { numRuns: 3000 },
  );
});
