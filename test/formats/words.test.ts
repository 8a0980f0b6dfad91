import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileNote, NamedBytes } from '../../src/formats/contract.ts';
import { dictionaryOf, type FieldDictionary } from '../../src/formats/fields/dictionary.ts';
import { fieldsOfKind, type RecordKind } from '../../src/domain/land/fields/kinds.ts';
import { misfitIn } from '../../src/formats/fields/misfit.ts';
import { keyOfWord } from '../../src/formats/fields/words.ts';
import { file, gbk, plots, txtText } from '../../src/formats/test-files.ts';
import { readFiles, writeFiles, type Format } from '../../src/formats/index.ts';
import { sayNote } from '../../src/texts/file-notes.ts';
import { readPack } from '../policy/cases.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import type { Parcel } from '../../src/domain/land/model.ts';

const pack = readPack('zhengzhou-draft');
const fields: FieldDictionary = pack.fields;
const dictionary = dictionaryOf(fields);

async function read(files: NamedBytes | readonly NamedBytes[]) {
  const result = await readFiles([files].flat(), { fields });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const recordsOf = async (bytes: NamedBytes) => (await read(bytes)).project.parcels.records;
const unread = (notes: readonly FileNote[]) =>
  notes.flatMap(({ code, params: p }) =>
    code === 'field-not-understood' ? [[p.column, p.value, p.count, p.row]] : [],
  );

const outline = {
  type: 'Polygon',
  coordinates: [
    [
      [113.6, 34.7],
      [113.601, 34.7],
      [113.601, 34.701],
      [113.6, 34.7],
    ],
  ],
};
const feature = (properties: object, geometry: object | null = outline) => ({ type: 'Feature', properties, geometry });
const geojson = (...features: object[]) => file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));

/** Every field that has listed words, with all of them: its codes, labels, a plain yes or no, the dictionary's. */
const listed = (Object.keys(fields) as RecordKind[]).flatMap((kind) =>
  Object.entries(fieldsOfKind(kind)).flatMap(([field, type]) => {
    if (type.is !== 'one-of' && type.is !== 'boolean' && field !== 'landClass') return [];
    const { values = {}, words = {} } = fields[kind]?.[field] ?? { zh: '', en: '' };
    return [{ kind, field, type, values, words }];
  }),
);

describe('the dictionary of words', () => {
  it('has every enumeration, truth value and the land class, and names every value of them', () => {
    for (const { kind, field, type, values, words } of listed) {
      const codes = type.is === 'one-of' ? type.values : type.is === 'boolean' ? ['true', 'false'] : Object.keys(words);
      const named = Object.keys(type.is === 'one-of' ? values : words);
      expect([kind, field, [...named].sort()]).toEqual([kind, field, [...codes].sort()]);
      expect(named.length).toBeGreaterThan(1);
    }
  });

  it('gives every word one value, which the field may hold', () => {
    for (const { kind, field, type, values, words } of listed) {
      const owner = new Map<string, string>();
      const said = [
        ...Object.entries(values).map(([code, { zh, en }]) => [code, [code, zh, en]] as const),
        ...Object.entries(words),
      ];
      for (const [code, all] of said)
        for (const word of all) {
          const where = `${kind}.${field} ${word}`;
          expect([where, owner.get(keyOfWord(word)) ?? code]).toEqual([where, code]);
          owner.set(keyOfWord(word), code);
          const meaning = dictionary.meaningOf(kind, field, word);
          const value = field === 'landClass' ? { system: code.split('/')[0], code: code.split('/')[1] } : code;
          expect([where, meaning?.value]).toEqual([where, type.is === 'boolean' ? code === 'true' : value]);
          expect(misfitIn(field, meaning?.value, type)).toBeNull();
        }
    }
  });

  it('codes mean themselves, also without a pack', () => {
    for (const { kind, field, type } of listed)
      for (const code of type.is === 'one-of' ? type.values : [])
        for (const known of [dictionary, dictionaryOf()])
          expect(known.meaningOf(kind, field, code)).toEqual({ value: code, whole: true });
  });

  it('calls no land idle that the law does not', () => {
    for (const word of ['空闲', '疑似闲置', '供而未用', '停建', '储备', '在建', '已建成', '空地', '未利用地'])
      expect([word, dictionary.meaningOf('parcel', 'status', word)?.value]).not.toEqual([word, 'idle']);
    expect(dictionary.meaningOf('parcel', 'status', '空闲')?.value).toBe('vacant');
    // The same digits in four systems; a name whose extent differs between them.
    for (const word of ['0601', '1001', '07', '住宅用地', '仓储用地', 'W', 'constructor', '__proto__', ''])
      expect([word, dictionary.meaningOf('parcel', 'landClass', word)]).toEqual([word, undefined]);
  });

  it('takes a land class by its name only where every system that has the name means the same class', () => {
    const classes = Object.values(pack.landClasses).flat();
    const guide = new Set(pack.landClasses['planning-guide-2023'].map(({ code }) => code));
    for (const { zh } of classes) {
      const meant = dictionary.meaningOf('parcel', 'landClass', zh)?.value as { code: string } | undefined;
      for (const entry of meant
        ? classes.filter((other) => other.zh === zh && (other.guide ?? guide.has(other.code)))
        : [])
        expect([zh, entry.guide ?? entry.code]).toEqual([zh, meant?.code]);
    }
  });

  it('knows a word by any width, case and spacing, and its key is its own key', () => {
    for (const word of ['闲置', ' 闲置　', '闲 置', 'IDLE', 'ｉｄｌｅ', 'Idle\u200b'])
      expect(dictionary.meaningOf('parcel', 'status', word)?.value).toBe('idle');
    for (const word of ['low_efficiency', 'Low Efficiency', 'LOW–EFFICIENCY'])
      expect(dictionary.meaningOf('parcel', 'status', word)?.value).toBe('low-efficiency');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => keyOfWord(keyOfWord(word)) === keyOfWord(word)));
  });
});

/* What the three plots of the test files say, and what is meant by it. */
const table = [
  { 状态: '闲置', 用途: '工业用地' },
  { 状态: '低效工业用地', 用途: 'Ｍ１' },
  { 状态: '已建成', 用途: '0601' },
];
const meant = [
  { status: 'idle', landClass: { system: 'planning-guide-2023', code: '1001' }, extra: { 用途: '工业用地' } },
  {
    status: 'low-efficiency',
    landClass: { system: 'gb50137-2011', code: 'M1' },
    extra: { 状态: '低效工业用地', 用途: 'Ｍ１' },
  },
  { extra: { 状态: '已建成', 用途: '0601' } },
];
const left = [
  ['状态', '"已建成"', 1, 3],
  ['用途', '"0601"', 1, 3],
];

describe('the words of a land office', () => {
  it.each<Format>(['geojson', 'shp', 'gpkg', 'fgb', 'parquet', 'kml', 'xlsx'])(
    'are understood in %s',
    async (format) => {
      const plain = await readFiles([file('a.txt', gbk(txtText()))], {});
      if (!plain.ok) throw new Error(plain.refusal.code);
      const { project } = plain.value;
      const records = plots.map(({ id, name }, p) => ({ id, ...(name ? { name } : {}), extra: table[p] }));
      const written = await writeFiles(
        format,
        { ...project, parcels: { ...project.parcels, records: arrayRecords<Parcel>(records) } },
        { name: 'a' },
      );
      if (!written.ok) throw new Error(written.refusal.code);
      const { project: back, notes } = await read(written.value.files);
      expect([...back.parcels.records]).toEqual(records.map(({ id, ...rest }, p) => ({ id, ...rest, ...meant[p] })));
      expect(unread(notes)).toEqual(left);
    },
  );

  it('are understood in a Shapefile of GDAL in GBK that does not say so', async () => {
    const bytes = readFileSync(new URL('golden/gdal-words-gbk.shp.zip', import.meta.url));
    const { project, notes } = await read(file('w.zip', new Uint8Array(bytes)));
    const found = project.parcels.records.map((r) => [r.id, r.status, r.landClass?.system, r.landClass?.code]);
    expect(found).toEqual([
      ['A1', 'idle', 'planning-guide-2023', '1001'],
      ['A2', 'low-efficiency', 'gb50137-2011', 'M1'],
      ['A3', undefined, undefined, undefined],
      ['A4', 'approved-not-supplied', 'planning-guide-2023', '100102'],
      ['A5', 'vacant', undefined, undefined],
      ['A6', undefined, 'planning-guide-2023', '1001'],
    ]);
    expect(unread(notes)).toEqual([
      ['土地状态', '"已建成"', 2, 3],
      ['土地用途', '"0601"', 1, 3],
      ['土地用途', '"住宅用地"', 1, 5],
    ]);
    const [note] = notes.filter(({ code }) => code === 'field-not-understood');
    expect(sayNote('zh', note)).toContain('列“土地状态”的值“已建成”（2 处，首见于第 3 条记录）');
    expect(sayNote('en', note)).toContain('column "土地状态": "已建成" (2 times, first in record 3)');
  });

  it('are understood in a table in GBK beside the boundaries', async () => {
    const rows = plots.map(({ id }, p) => `${id},${table[p].状态},${table[p].用途}`);
    const csv = file('b.csv', gbk(['宗地编号,状态,用途', ...rows].join('\r\n')));
    const { project, notes } = await read([file('a.txt', gbk(txtText())), csv]);
    const found = project.parcels.records.map(({ status, landClass }) => ({ status, landClass }));
    expect(found).toEqual(meant.map(({ status, landClass }) => ({ status, landClass })));
    expect(unread(notes)).toEqual(left);
  });

  it('name the land class in a 界址点 TXT, which leaves as it came; the finer of two columns counts', async () => {
    const text = txtText().replace('面,,,,', '面,,工业用地,100101,').replace('面,,,,', '面,,住宅用地,,');
    const { project, notes } = await read(file('a.txt', gbk(text)));
    const [first, second] = project.parcels.records;
    expect(first.landClass).toEqual({ system: 'planning-guide-2023', code: '100101' });
    expect(second.landClass).toBeUndefined();
    expect(unread(notes)).toEqual([['用途', '"住宅用地"', 1, 2]]);
    const written = await writeFiles('txt', project, { name: 'a' });
    expect(written).toMatchObject({ ok: true, value: { notes: [] } });
    if (written.ok) expect(written.value.files[0].bytes).toEqual(gbk(text));
  });

  it('are understood in parks, buildings and their units, by the dictionary of each', async () => {
    const { project, notes } = await read(
      geojson(
        feature(
          { kind: 'park', id: 'P', 园区类型: '生产制造类', 建设方式: '改建', 阶段: '在建', 是否认定: '是' },
          null,
        ),
        feature(
          { kind: 'park', id: 'Q', 园区类型: '综合类', stage: '已建成', keyPark: '否', 主导产业: '电子、机械' },
          null,
        ),
        feature({ kind: 'parcel', id: 'A', parkId: 'P' }),
        feature({
          kind: 'building',
          id: 'B',
          parcelId: 'A',
          用途: '职工宿舍',
          自持: '全部自持',
          units: [
            { 单元编号: 'U1', 用途: '标准厂房', 购买主体: '个人', usedBy: '自用' },
            { id: 'U2', 用途: '综合楼' },
          ],
        }),
      ),
    );
    expect(project.parks).toEqual([
      {
        id: 'P',
        parkType: 'manufacturing',
        origin: 'extended',
        stage: 'building',
        recognised: true,
        extra: { 建设方式: '改建' },
      },
      {
        id: 'Q',
        stage: 'operating',
        keyPark: false,
        extra: { 园区类型: '综合类', stage原文: '已建成', 主导产业: '电子、机械' },
      },
    ]);
    expect(project.buildings.records.get(0)).toEqual({
      id: 'B',
      parcelId: 'A',
      use: 'dormitory',
      held: true,
      extra: { 用途: '职工宿舍', 自持: '全部自持' },
      units: [
        {
          id: 'U1',
          use: 'production',
          buyerType: 'individual',
          usedBy: 'buyer',
          extra: { 用途: '标准厂房', usedBy原文: '自用' },
        },
        { id: 'U2', extra: { 用途: '综合楼' } },
      ],
    });
    expect(unread(notes)).toEqual([
      ['园区类型', '"综合类"', 1, 2],
      ['主导产业', '"电子、机械"', 1, 2],
      ['units.用途', '"综合楼"', 1, 4],
    ]);
  });

  it("under a field's own name are kept beside it, in a table and in an exchange file", async () => {
    const [first] = await recordsOf(geojson(feature({ status: '其他', landClass: '工业用地' })));
    expect(first).toEqual({
      id: '1',
      landClass: { system: 'planning-guide-2023', code: '1001' },
      extra: { status原文: '其他', landClass原文: '工业用地' },
    });
    const exchange = await read(geojson(feature({ kind: 'parcel', id: 'A', status: '其他' })));
    expect([...exchange.project.parcels.records]).toEqual([{ id: 'A', extra: { status原文: '其他' } }]);
    expect(unread(exchange.notes)).toEqual([['status', '"其他"', 1, 1]]);
  });

  it('of a column full of other words are named up to a number, the rest counted', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => feature({ 土地状态: `词${i}` }, outline));
    const { notes } = await read(geojson(...rows));
    expect(unread(notes)).toHaveLength(20);
    expect(notes).toContainEqual({
      code: 'field-words-further',
      params: { kind: 'parcel', column: '土地状态', field: 'status', count: 30 },
    });
  });

  const decorated = (word: string) =>
    fc.constantFrom(word, ` ${word}`, `${word}　`, word.toUpperCase(), [...word].join(' '));
  const word = fc
    .oneof(
      fc.constantFrom(
        ...listed.flatMap(({ values, words }) => [
          ...Object.entries(values).flatMap(([code, { zh, en }]) => [code, zh, en]),
          ...Object.values(words).flat(),
        ]),
      ),
      fc.constantFrom('是', '否', '√', '1', '0', '疑似闲置', '综合楼', '0601', '住宅用地'),
    )
    .chain(decorated);
  const row = fc.dictionary(
    fc.constantFrom(
      '土地状态',
      '状态',
      '利用状态',
      'status',
      '土地用途',
      '用途',
      '地类编码',
      'landClass',
      'status原文',
    ),
    fc.oneof(word, fc.integer({ min: 0, max: 9 }), fc.constant(null)),
  );

  it('lose no word, and a file read and written is read the same again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const once = await read(geojson(...rows.map((properties) => feature(properties))));
        [...once.project.parcels.records].forEach(({ status, extra }, r) => {
          const kept = Object.values(extra ?? {});
          for (const [column, value] of Object.entries(rows[r])) {
            if (value === null || kept.includes(value)) continue;
            // Then the value says all that the word does.
            const field = dictionary.fieldOf('parcel', column) ?? column;
            expect(dictionary.meaningOf('parcel', field, value)).toEqual({ value: status, whole: true });
          }
        });
        const written = await writeFiles('geojson', once.project, { name: 'a' });
        if (!written.ok) throw new Error(written.refusal.code);
        const again = await read(written.value.files);
        expect([...again.project.parcels.records]).toEqual([...once.project.parcels.records]);
      }),
      { numRuns: 300 },
    );
  });
});
