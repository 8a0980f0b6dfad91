import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { file, gbk, txtText, parcelFields } from './test-files.ts';
import { readFiles, writeFiles, type Format } from './index.ts';

const formats = ['kml', 'kmz', 'dxf', 'csv', 'xlsx'] as const satisfies readonly Format[];
const written = new Map<Format, Uint8Array>();

beforeAll(async () => {
  const read = await readFiles([file('a.txt', gbk(txtText()))], {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  for (const format of formats) {
    const files = await writeFiles(format, read.value.project, { name: 'x' });
    if (!files.ok) throw new Error(JSON.stringify(files.refusal));
    written.set(format, files.value.files[0].bytes);
  }
});

it.each(formats)('%s: whatever bytes change, go or come twice, there is a reading or a refusal', async (format) => {
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
      const result = await readFiles([{ name: `x.${format}`, bytes: whole }], {
        fields: parcelFields({ 地块编号: 'id' }),
      });
      if (!result.ok) refused++;
    }),
    { numRuns: 250 },
  );
  expect(refused).toBeGreaterThan(0);
});
