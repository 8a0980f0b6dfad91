import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { surveyedLayer } from '../../domain/geometry/plane/project.ts';
import { planeCrsOf } from '../../domain/geodesy/zones.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import { formatOf, readFiles, writeFiles } from '../index.ts';
import { crc32 } from './crc32.ts';
import { TextIndex } from './texts.ts';
import { Texts } from '../../domain/land/records/texts.ts';
import { packedBytes } from './write.ts';
import { readPacked, readPackedColumns } from './read.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';
import { each } from '../../domain/land/records/records.ts';
import { plainProject } from '../../domain/land/records/test-plain.ts';

/** The checksum a gzip of the bytes ends with. */
const peerCrc32 = (bytes: Uint8Array): number => {
  const zipped = gzipSync(bytes, { level: 0 });
  return new DataView(zipped.buffer, zipped.byteOffset).getUint32(zipped.length - 8, true);
};

const gk38 = planeCrsOf(4526)!;
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('园区', '\ud83c', '\ufeff甲', '__proto__', '𠮷'),
);
/** A blank number is none. */
const id = text.filter((t) => t.trim() !== '');
const amount = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
/** JSON has no −0. */
const json = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
const extra = fc.dictionary(text, json, { minKeys: 1, maxKeys: 5 });
const some = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
/** Fields that came out undefined are not there. */
const clean = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, v]) => v !== undefined)) as T;
const recordOf = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record({ ...model, extra: some(extra) } as typeof model).map(clean);

const ring = (toPosition: fc.Arbitrary<Position>) =>
  fc.array(toPosition, { minLength: 3, maxLength: 7 }).map((r) => [...r, r[0]]);
const shape = (position: fc.Arbitrary<Position>): fc.Arbitrary<MultiPolygon | null> =>
  fc.option(fc.array(fc.array(ring(position), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }));
const nine = (min: number, max: number) => fc.integer({ min: min * 1e9, max: max * 1e9 }).map((n) => n / 1e9);
const inDegrees = fc.tuple(nine(74, 136), nine(3, 54)) as fc.Arbitrary<Position>;
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const inMetres = fc.oneof(
  fc.tuple(real(38_300_000, 38_700_000), real(3_000_000, 4_000_000)),
  fc
    .tuple(fc.integer({ min: 383e9, max: 387e9 }), fc.integer({ min: 3e10, max: 4e10 }))
    .map(([e, n]) => [e / 1e4, n / 1e4]),
) as fc.Arbitrary<Position>;

const layerOf = (size: number): fc.Arbitrary<Layer> => {
  const shapes = (position: fc.Arbitrary<Position>) => fc.array(shape(position), { minLength: size, maxLength: size });
  return fc.oneof(
    shapes(inDegrees).map((features) => buildLayer(features)),
    shapes(inMetres).map((features) => surveyedLayer(features, gk38)),
  );
};
const records = <T>(of: fc.Arbitrary<T>, key: (record: T) => string) =>
  fc.uniqueArray(of, { maxLength: 6, selector: key });
const table = <T>(of: fc.Arbitrary<readonly T[]>) =>
  of.chain((list) => layerOf(list.length).map((layer) => ({ records: arrayRecords(list), layer })));

const projects: fc.Arbitrary<Project> = records(
  recordOf<Project['parks'][number]>({
    id,
    name: some(text),
    stage: some(fc.constantFrom('idea', 'planned')),
    industries: some(fc.array(text)),
    recognised: some(fc.boolean()),
    leases: some(
      fc.uniqueArray(recordOf({ id, filedOn: some(fc.constantFrom(null, '2026-02-28')) }), { selector: (l) => l.id }),
    ),
  }),
  (p) => p.id,
).chain((parks) => {
  const parkId = parks.length > 0 ? some(fc.constantFrom(...parks.map((p) => p.id))) : fc.constant(undefined);
  const parcels = records(
    recordOf<Parcel>({
      id,
      parkId,
      landClass: some(fc.constantFrom({ system: 'gb50137-2011', code: 'M1' } as const)),
      statedAreaM2: some(amount),
      taxPerMuWan: some(fc.double({ noNaN: true, noDefaultInfinity: true })),
      planYear: some(fc.constantFrom(null, 2026)),
      plannedFar: some(fc.constantFrom('>1.1,<1.8', 2)),
    }),
    (p) => p.id,
  );
  const named = records(recordOf({ id, name: some(text) }), (t) => t.id);
  return fc
    .record({
      title: some(text),
      extra: some(fc.dictionary(fc.constantFrom('source', '来源', '__proto__'), json, { minKeys: 1 })),
      parks: fc.constant(parks),
      parcels: table(parcels),
      buildings: table(records(recordOf({ id, storeys: some(fc.nat(40)), held: some(fc.boolean()) }), (b) => b.id)),
      townships: table(named),
      zones: table(named),
      jurisdictions: records(recordOf({ code: id, name: some(text) }), (j) => j.code),
      others: fc.array(
        fc.record({ type: fc.constant('Feature' as const), geometry: fc.constant(null), properties: extra }),
      ),
    })
    .map(clean);
});

/** A little of everything: metres and degrees, a part with a hole, numbers, shared texts, values and what is kept aside. */
const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const small: Project = {
  title: '小城',
  extra: { source: 's' },
  parks: [{ id: 'P', industries: ['a'], year: 2026, leases: [{ id: 'L', filedOn: null }] }],
  parcels: {
    records: arrayRecords<Parcel>([
      { id: '甲', parkId: 'P', statedAreaM2: 5.5, status: 'idle', landClass: { system: 'gb50137-2011', code: 'M1' } },
      { id: 'B', status: 'idle', extra: { 备注: 1 } },
    ]),
    layer: surveyedLayer([[[square(38_467_900.5, 3_846_900.125, 60), square(38_467_910, 3_846_910, 9)]], null], gk38),
  },
  buildings: {
    records: arrayRecords([{ id: '1', parcelId: 'B', storeys: 3 }]),
    layer: buildLayer([[[square(113.5, 34.5, 0.001)]]]),
  },
  townships: emptyTable(),
  zones: emptyTable(),
  jurisdictions: [{ code: '4101', name: '郑州' }],
  supplyPlans: [{ id: '2026-1', year: 2026, states: [{ state: 'draft', on: '2026-01-05' }] }],
  supplyRows: [
    { id: '1', planId: '2026-1', parcelIds: ['甲'], isNew: false },
    { id: '2', areaM2: 5 },
  ],
  others: [{ type: 'Feature', geometry: null, properties: { kind: 'tree' } }],
};

const read = (bytes: Uint8Array) => readPacked('a.ytp', bytes);

describe('packed file', () => {
  it('gives back every project bit for bit, with its surveyed metres', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const back = read(packedBytes(project));
        expect(back.ok && plainProject(back.value.project)).toEqual(plainProject(project));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('is the same file to the byte when what was read is written again', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const bytes = packedBytes(project);
        const back = read(bytes);
        expect(back.ok && Buffer.compare(packedBytes(back.value.project), bytes)).toBe(0);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('holds records as objects hold them, field by field', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const back = read(packedBytes(project));
        if (!back.ok) throw new Error(back.refusal.code);
        const [{ records: held }, { records }] = [back.value.project.parcels, project.parcels];
        for (const name of ['id', 'parkId', 'landClass', 'statedAreaM2', 'planYear', 'plannedFar', 'extra'] as const) {
          expect(each(held, held.field(name))).toEqual(each(records, records.field(name)));
          const [a, b] = [held.coded(name), records.coded(name)];
          const valueOf = ({ values, codes }: typeof a, row: number) =>
            codes[row] < 0 ? undefined : values[codes[row]];
          expect(each(held, (row) => valueOf(a, row))).toEqual(each(records, (row) => valueOf(b, row)));
        }
        const kept = records.map(({ extra: own = {} }) => Object.keys(own)).flat();
        for (const name of new Set(kept))
          expect(each(held, held.kept(name))).toEqual(each(records, records.kept(name)));
        expect(each(held, (row) => held.get(row))).toEqual([...records]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('refuses what is cut or changed in any byte, or gives the same', () => {
    const project = small;
    const bytes = packedBytes(project);
    for (let at = 0; at < bytes.length; at++) {
      if (at % 3 === 0) expect(read(bytes.subarray(0, at)).ok).toBe(false);
      const wrong = bytes.slice();
      wrong[at] ^= 1 << (at % 8);
      const back = read(wrong);
      if (back.ok) expect(plainProject(back.value.project)).toEqual(plainProject(project));
    }
  });

  it('ends in a refusal or a project when the checksums are made to fit', () => {
    const project = small;
    const bytes = packedBytes(project);
    const codes = new Set<string>();
    let usable = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (hits) => {
        const hostile = bytes.slice();
        for (const [at, value] of hits) hostile[at] = value;
        resealed(hostile);
        const back = read(hostile);
        if (!back.ok) codes.add(back.refusal.code);
        // What was let in must be usable: every record is made and written again.
        else if (packedBytes(back.value.project).length > 0) usable++;
      }),
      { numRuns: 1000, seed: 1, endOnFailure: true },
    );
    expect([...codes].sort()).toEqual(expect.arrayContaining(['packed-damaged', 'packed-version']));
    expect(usable).toBeGreaterThan(30);
  });

  it('says which record has a value that does not fit, an id twice, a park that is not there', () => {
    const layer = buildLayer([null, null]);
    const ok = { id: 'A' };
    const refusalOf = (second: object) => {
      const parcels = { records: arrayRecords([ok, second as { id: string }]), layer };
      const project: Project = {
        parks: [],
        parcels,
        buildings: emptyTable(),
        townships: emptyTable(),
        zones: emptyTable(),
        jurisdictions: [],
        others: [],
      };
      const back = read(packedBytes(project));
      return back.ok ? null : back.refusal;
    };
    expect(refusalOf({ id: 'B', statedAreaM2: 5 })).toBeNull();
    expect(refusalOf({ id: 'B', statedAreaM2: -5 })).toMatchObject({
      code: 'bad-field',
      params: { where: '#2 (B)', field: 'statedAreaM2', value: '-5' },
    });
    expect(refusalOf({ id: 'B', status: 'asleep' })).toMatchObject({ code: 'bad-field', params: { field: 'status' } });
    expect(refusalOf({ id: 'A' })).toMatchObject({ code: 'duplicate-id', params: { kind: 'parcel', id: 'A' } });
    expect(refusalOf({ id: 'B', parkId: 'P' })).toMatchObject({
      code: 'missing-reference',
      params: { where: '#2 (B)', field: 'parkId', id: 'P' },
    });
  });

  it('keeps the keys of a city that was changed, and refuses ones given twice or not yet given', () => {
    const keyed = (rows: readonly number[], next: number) =>
      read(packedBytes({ ...small, keys: { parcel: { rows, next } } }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0xffff_fff0), { minLength: 2, maxLength: 2 }), fc.nat(9), (rows, more) => {
        const keys = { rows, next: Math.max(...rows) + 1 + more };
        const back = keyed(keys.rows, keys.next);
        expect(back.ok && back.value.project.keys).toEqual({ parcel: keys });
      }),
    );
    for (const [rows, next] of [
      [[3, 3], 4],
      [[0, 5], 5],
      [[0], 5],
      [[0, 1, 2], 5],
    ] as const)
      // prettier-ignore
      expect(keyed(rows, next)).toMatchObject({ refusal: { code: 'packed-damaged' } });
  });

  it('refuses metres that lie elsewhere than the degrees', () => {
    const { layer, records } = small.parcels;
    const moved = layer.surveyed!.eastNorth.map((metres) => metres + 1);
    const parcels = { records, layer: { ...layer, surveyed: { crs: gk38, eastNorth: moved } } };
    expect(read(packedBytes({ ...small, parcels }))).toMatchObject({ refusal: { code: 'packed-damaged' } });
  });

  it('is a format among the others, by name and by its first bytes', async () => {
    const [project] = fc.sample(projects, { numRuns: 1, seed: 3 });
    expect(formatOf('城市.YTP')).toBe('ytp');
    const written = await writeFiles('ytp', project, { name: '城市' });
    if (!written.ok) throw new Error(written.refusal.code);
    expect(written.value).toMatchObject({ files: [{ name: '城市.ytp' }], notes: [] });
    const back = await readFiles([{ name: 'renamed.txt', bytes: written.value.files[0].bytes }], {});
    expect(back.ok && back.value.format).toBe('ytp');
    expect(back.ok && plainProject(back.value.project)).toEqual(plainProject(project));
  });

  it('keeps columns as numbers and texts, without a record made', () => {
    const layer = buildLayer([null, null, null]);
    const records = [{ id: 'A', statedAreaM2: 5 }, { id: 'B' }, { id: 'C', statedAreaM2: 7, status: 'idle' as const }];
    const parcels = { records: arrayRecords(records), layer };
    const project: Project = {
      parks: [],
      parcels,
      buildings: emptyTable(),
      townships: emptyTable(),
      zones: emptyTable(),
      jurisdictions: [],
      others: [],
    };
    const columns = readPackedColumns('a.ytp', packedBytes(project));
    if (!columns.ok) throw new Error(columns.refusal.code);
    const [ids, areas, status] = columns.value.tables.parcel.columns;
    expect([ids.field, areas.field, status.field]).toEqual(['id', 'statedAreaM2', 'status']);
    expect(areas.as === 'number' && [...areas.values]).toEqual([5, 0, 7]);
    expect([areas.present?.[0], status.present?.[0]]).toEqual([0b101, 0b100]);
  });
});

describe('checksum and index', () => {
  it('is the CRC-32 of zlib at every alignment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(9), (bytes, from) => {
        const part = bytes.subarray(Math.min(from, bytes.length));
        expect(crc32(part)).toBe(peerCrc32(part));
      }),
    );
  });
  it('finds a text that stands twice and no other, as a Set does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 30 }), fc.boolean(), (texts, inOrder) => {
        const list = inOrder ? texts.toSorted((a, b) => (a < b ? -1 : Number(a > b))) : texts;
        const starts = Uint32Array.from([0, ...list.map((_, i) => list.slice(0, i + 1).join('').length)]);
        const index = new TextIndex(new Texts(list.join(''), starts));
        const repeated = list.find((t, i) => list.indexOf(t) < i) ?? null;
        expect(index.repeated).toBe(repeated);
        if (repeated === null)
          expect([...list, '?!?'].map((t) => index.has(t))).toEqual([...list.map(() => true), false]);
      }),
    );
  });
});

/** Writes the checksums that fit the bytes, so that what is behind them is put to the test. */
function resealed(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer);
  const count = view.getUint32(12, true);
  for (let entry = 24; entry < 24 + 24 * count && entry + 24 <= bytes.length; entry += 24) {
    const [offset, length] = [view.getBigUint64(entry, true), view.getBigUint64(entry + 8, true)];
    if (offset + length > BigInt(bytes.length)) continue;
    const section = bytes.subarray(Number(offset), Number(offset + length));
    view.setUint32(entry + 16, peerCrc32(section), true);
  }
  view.setUint32(16, peerCrc32(bytes.subarray(24, Math.min(24 + 24 * count, bytes.length))), true);
}
