import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unusedExports } from './exports.mjs';

let root = '';
beforeEach(() => void (root = mkdtempSync(path.join(os.tmpdir(), 'exports-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
}

const sound = {
  'package.json': '{ "name": "house", "type": "module", "dependencies": { "svelte": "5" } }',
  'src/main.ts': "import Page from './Page.svelte';\nconsole.log(Page);",
  'src/Page.svelte': '<script lang="ts">\n  import { a, type A } from \'./a.ts\';\n  const b: A = a;\n</script>\n{b}',
  'src/a.ts': 'export type A = number;\nexport const a: A = 1;',
  'src/a.test.ts': "import { a } from './a.ts';\nconsole.log(a);",
  'src/cli/main.ts': 'console.log(1);',
};

it('lets pass what some other file of the product imports, from a component too', async () => {
  write(sound);
  expect(await unusedExports(root)).toEqual([]);
});

it('names what nobody imports, values and types, and what only tests or benchmarks do, and says what to do', async () => {
  write({
    ...sound,
    'src/a.ts': 'export type A = number;\nexport const a: A = 1;\nexport const b = 2;\nexport type B = 2;',
    'src/c.ts': 'export const c = 3;',
    'src/c.test.ts': "import { c } from './c.ts';\nconsole.log(c);",
    'src/d.ts': 'export const d = 4;',
    'scripts/bench/d.ts': "import { d } from '../../src/d.ts';\nconsole.log(d);",
  });
  const [nobody, tests, ...rest] = await unusedExports(root);
  expect([nobody.places, tests.places, rest]).toEqual([['src/a.ts:3 b', 'src/a.ts:4 B'], ['src/c.ts', 'src/d.ts'], []]);
  expect(nobody.why).toContain('Take `export` away');
  expect(tests.why).toContain('let the product use them');
});
