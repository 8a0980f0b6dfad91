import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { file, gbk, txtText, parcelFields } from './test-files.ts';
import { readFiles, writeFiles, type Format } from './index.ts';

const formats = ['kml', 'kmz', 'dxf', 'csv', 'xlsx'] as const satisfies readonly Format[];
/** Of formats that are only read: a polygon by two lines with its row, and a region with its row. */
const given = {
  vct: gbk(
    [
      ...['HeadBegin', 'Version:3.0', 'Parameters:114,1,38500000,0,3,38', 'Spheroid:CGCS2000', 'HeadEnd'],
      ...['FeatureCodeBegin', '20,地类图斑,Polygon,DLTB', 'FeatureCodeEnd'],
      ...['TableStructureBegin', 'DLTB,2', 'TBBH,Char,8', 'TBMJ,Float,15,2', 'TableStructureEnd'],
      ...['LineBegin', 1, 10, 'x', 1, 1, 11, 3, '38467900,3846900', '38468000,3846900', '38468000,3847000', 0],
      ...[2, 10, 'x', 1, 1, 11, 2, '38467900,3846900', '38468000,3847000', 0, 'LineEnd'],
      ...['PolygonBegin', 11, 20, 'x', 100, '38467950,3846950', 21, 2, '1,-2', 0, 'PolygonEnd'],
      ...['AttributeBegin', 'DLTB', '11,甲,5000', 'TableEnd', 'AttributeEnd'],
    ].join('\n'),
  ),
  mif: gbk(
    'Version 300\nDelimiter ","\nCoordSys Earth Projection 8, 104, "m", 114, 0, 1, 38500000, 0\nColumns 1\n DKBH Char(9)\nData\n\nRegion 1\n 4\n38467900 3846900\n38468000 3846900\n38468000 3847000\n38467900 3846900\n Pen (1,2,0)\nEllipse 38467900 3846900 38468000 3847000\n',
  ),
  mid: gbk('"甲"\n"乙"\n'),
  dxf: gbk(
    [
      ...[0, 'SECTION', 2, 'ENTITIES', 0, 'LINE', 8, 'JZX', 10, 38467900, 20, 3846900, 11, 38468000, 21, 3846900],
      ...[0, 'ARC', 8, 'JZX', 10, 38467950, 20, 3846900, 40, 50, 50, 0, 51, 180],
      ...[
        0,
        'LWPOLYLINE',
        8,
        'JZX',
        90,
        3,
        70,
        0,
        10,
        38467900,
        20,
        3846900,
        42,
        0.5,
        10,
        38467950,
        20,
        3846800,
        10,
        38468000,
        20,
        3846900,
      ],
      ...[
        0,
        'LWPOLYLINE',
        8,
        'JZD',
        90,
        3,
        70,
        1,
        10,
        38467900,
        20,
        3846700,
        10,
        38467950,
        20,
        3846600,
        10,
        38468000,
        20,
        3846700,
      ],
      ...[
        1001,
        'SOUTH',
        1000,
        300000,
        1000,
        '00100100001',
        1000,
        '某某公司',
        1000,
        '061',
        1001,
        'TDZL',
        1000,
        '某某路',
      ],
      ...[0, 'ENDSEC', 0, 'EOF', ''],
    ].join('\n'),
  ),
};
const written = new Map<string, Uint8Array>();

beforeAll(async () => {
  const read = await readFiles([file('a.txt', gbk(txtText()))], {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  for (const format of formats) {
    const files = await writeFiles(format, read.value.project, { name: 'x' });
    if (!files.ok) throw new Error(JSON.stringify(files.refusal));
    written.set(format, files.value.files[0].bytes);
  }
  written.set('dxf of ours', written.get('dxf')!);
  for (const [ending, bytes] of Object.entries(given)) written.set(ending, bytes);
});

it.each([...formats.filter((format) => format !== 'dxf'), ...Object.keys(given), 'dxf of ours'])(
  '%s: whatever bytes change, go or come twice, there is a reading or a refusal',
  async (format) => {
    const bytes = written.get(format) ?? new Uint8Array();
    const at = fc.nat({ max: bytes.length - 1 });
    const change = fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 4 });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(change, at, at, fc.constantFrom('keep', 'cut', 'drop', 'twice'), async (changes, a, b, what) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const changed = bytes.slice();
        for (const [i, value] of changes) changed[i] = value;
        const parts = {
          keep: [changed],
          cut: [changed.subarray(0, from)],
          drop: [changed.subarray(0, from), changed.subarray(to)],
          twice: [changed.subarray(0, to), changed.subarray(from)],
        }[what];
        const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        parts.reduce((offset, part) => (whole.set(part, offset), offset + part.length), 0);
        const beside = format === 'mif' ? 'mid' : format === 'mid' ? 'mif' : null;
        const files = [{ name: `x.${format.slice(0, 4).trim()}`, bytes: whole }, ...(beside ? [{ name: `x.${beside}`, bytes: written.get(beside)! }] : [])]; // prettier-ignore
        const result = await readFiles(files, {
          fields: parcelFields({ 地块编号: 'id' }),
          ...(a % 2 === 0 && { faces: 'JZX' }),
        });
        if (!result.ok) refused++;
      }),
      { numRuns: 250 },
    );
    expect(refused).toBeGreaterThan(0);
  },
);
