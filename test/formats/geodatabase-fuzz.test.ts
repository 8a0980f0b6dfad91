import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFiles } from '../../src/formats/index.ts';
import { filesIn } from './geodatabase-files.ts';

const databases = readdirSync(new URL('gdb/', import.meta.url))
  .filter((name) => name.endsWith('.gdb.zip'))
  .map(filesIn);

it('whatever bytes of whatever file of a database change, go or come twice, it is read or refused', async () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 });
  const which = fc.constantFrom(...databases);
  let [refused, read] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      which,
      fc.nat(),
      change,
      fc.nat(),
      fc.constantFrom('keep', 'keep', 'keep', 'cut', 'gone'),
      async (files, f, changes, cut, what) => {
        const target = f % files.length;
        const given = files.flatMap((file, i) => {
          if (i !== target) return [file];
          if (what === 'gone') return [];
          const bytes = file.bytes.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          return [{ name: file.name, bytes: what === 'cut' ? bytes.subarray(0, cut % bytes.length) : bytes }];
        });
        const result = await readFiles(given, { layer: undefined });
        if (result.ok) read++;
        else refused++;
      },
    ),
    { numRuns: 400 },
  );
  // There is no checksum in the format: some changes are read.
  expect(Math.min(refused, read)).toBeGreaterThan(20);
});
