import { readFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';
import { expect, it } from 'vitest';

/** Rules of the page of a report that hold where it is printed, without what they hold for only there. */
function printed(): string {
  const file = 'src/ui/print/ReportPaper.svelte';
  const { css } = compile(readFileSync(file, 'utf8'), { filename: file, generate: 'client' });
  const code = css!.code;
  return code.slice(code.lastIndexOf('@media print'));
}

it('totals are printed as rows at the end: what stands below a table browsers repeat on each of its pages', () => {
  const rule = /\btfoot\b[^{]*\{([^}]*)\}/.exec(printed())?.[1] ?? '';
  expect(rule).toContain('display: table-row-group');
  expect(rule).toContain('break-before: avoid');
});
