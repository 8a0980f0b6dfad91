import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Linter, type Rule } from 'eslint';
import ts from 'typescript-eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circles, circleThrough, houseOf } from './circles.js';
import { importGraph } from './imports.js';

describe('circles of imports', () => {
  let root = '';
  beforeEach(() => void (root = mkdtempSync(path.join(os.tmpdir(), 'circles-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, 'src', name)), { recursive: true });
      writeFileSync(path.join(root, 'src', name), text);
    }
  }

  const why = (from: string, specifier: string): string | null =>
    circleThrough(houseOf(importGraph(path.join(root, 'src'))), from, specifier);

  it('is named from the file that imports back to itself, a type being enough', () => {
    write({
      'city/a.ts': "import { b } from './b.ts';\nexport type A = typeof b;",
      'city/b.ts': "export { c as b } from '../domain/c.ts';",
      'domain/c.ts': "import type { A } from '../city/a.ts';\nexport const c: A | null = null;",
      'domain/d.ts': "import { c } from './c.ts';\nexport const d = c;",
    });
    expect(why('domain/c.ts', '../city/a.ts')).toContain('domain/c.ts → city/a.ts → city/b.ts → domain/c.ts');
    expect(why('city/a.ts', './b.ts')).toContain('Move what both need');
    expect(why('domain/d.ts', './c.ts')).toBeNull();
  });

  it('is found between folders of a room whose files are in none', () => {
    write({
      'ui/state/a.ts': "import { b } from '../parts/b.ts';\nexport const a = b;",
      'ui/parts/b.ts': 'export const b = 1;',
      'ui/parts/C.svelte': "<script>\n  import { d } from '../state/d.ts';\n</script>",
      'ui/state/d.ts': 'export const d = 1;',
    });
    expect(why('ui/state/a.ts', '../parts/b.ts')).toContain('state → parts → state');
    expect(why('ui/parts/C.svelte', '../state/d.ts')).toContain('parts → state → parts');
  });

  it('fails the lint of a file that closes one, and of no other', () => {
    const texts = {
      'city/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'city/b.ts': "import type { A } from './a.ts';\nexport type B = A;",
      'city/c.ts': "import type { A } from './a.ts';\nexport type C = A;",
    };
    write(texts);
    const linter = new Linter({ cwd: root });
    const said = Object.entries(texts).map(([name, text]) =>
      linter.verify(
        text,
        {
          files: ['**/*.ts'],
          languageOptions: { parser: ts.parser as Linter.Parser },
          plugins: { yuantu: { rules: { circles: circles as Rule.RuleModule } } },
          rules: { 'yuantu/circles': 'error' },
        },
        { filename: path.join(root, 'src', name) },
      ),
    );
    expect(said.map((messages) => messages.map(({ ruleId, line }) => [ruleId, line]))).toEqual([
      [['yuantu/circles', 1]],
      [['yuantu/circles', 1]],
      [],
    ]);
  });
});
