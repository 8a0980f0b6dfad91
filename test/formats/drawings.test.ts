import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readFiles } from '../../src/formats/index.ts';
import { readPack } from '../policy/cases.ts';

const { fields, landClasses } = readPack('zhengzhou-draft');

it('texts in the plots of a drawing are fields as the columns of a table are, to the digit they are written to', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('golden/ezdxf-labels.dxf.gz', import.meta.url)));
  const read = await readFiles([{ name: 'labels.dxf.gz', bytes }], { fields, landClasses });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  // 061 is industry in GB/T 21010-2007, and a class of none of the systems known.
  expect([...read.value.project.parcels.records]).toMatchObject([
    { id: 'ZD-01', name: 'ZD-01', statedAreaM2: 30_000, extra: { 地类编码: '061', 图层: 'JZD' } },
    { id: 'ZD-02', name: 'ZD-02', statedAreaM2: 15_000, extra: { 地类编码: '061', 图层: 'JZD' } },
  ]);
  expect(read.value.project.parcels.records.map(({ landClass }) => landClass)).toEqual([undefined, undefined]);
});
