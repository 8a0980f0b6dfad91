import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeOf } from './page.ts';
import { folderOf, licensedIn, madeOf, standardText } from './packages.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'yuantu-licences-'))));
afterEach(() => rmSync(root, { recursive: true }));

function put(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = path.join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}

describe('a package that is shipped', () => {
  it('is told by the folder of a module, scoped, nested or asked for with a question', () => {
    expect(folderOf('/a/node_modules/@x/b/dist/b.js?worker')).toBe('/a/node_modules/@x/b');
    expect(folderOf('/a/node_modules/c/node_modules/d/d.js')).toBe('/a/node_modules/c/node_modules/d');
    expect(folderOf('/a/src/main.ts')).toBeNull();
  });

  it('has its own text, and where its source is in its version', () => {
    const folder = put('a', { license: '(MIT OR Apache-2.0)', repository: { url: 'git+https://example.org/a.git' } }, { LICENSE: 'Mine\n' }); // prettier-ignore
    expect(licensedIn(folder, false)).toEqual({
      name: 'a',
      version: '1.0.0',
      licence: 'MIT OR Apache-2.0',
      source: 'https://example.org/a',
      texts: ['Mine'],
    });
  });

  it('that leaves the text out has the standard one under its author', () => {
    const folder = put('a', { license: 'MIT', author: 'A. Author <a@example.org>' });
    expect(licensedIn(folder, false).texts).toEqual([`Copyright (c) A. Author\n\n${standardText('MIT')}`]);
    expect(() => licensedIn(put('b', { license: 'BSD-3-Clause' }), false)).toThrow('has no licence text');
  });

  it.each(['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', 'SEE LICENSE IN x', undefined])(
    'under %s ends the build',
    (license) => {
      const folder = put('a', { license }, { LICENSE: 'x' });
      expect(() => licensedIn(folder, true)).toThrow('is shipped to browsers');
    },
  );

  it('under LGPL-3.0 ends it too, unless it is a file of its own, and then brings both texts', () => {
    const folder = put('a', { license: 'LGPL-3' }, { 'LICENSE.txt': 'GNU LESSER …' });
    expect(() => licensedIn(folder, false)).toThrow('must stay a file of its own');
    const { licence, texts } = licensedIn(folder, true);
    expect([licence, texts[0], texts.length]).toEqual(['LGPL-3.0', 'GNU LESSER …', 2]);
    expect(texts[1]).toContain('GNU GENERAL PUBLIC LICENSE');
  });

  it('made of others before it was published names them by its source map or its comments', () => {
    const [inner, scoped] = [put('inner', { license: 'ISC' }), put('@x/y', { license: 'ISC' })];
    const map = JSON.stringify({
      sources: ['../src/a.ts', '../node_modules/inner/i.js', '../../node_modules/@x/y/y.js'],
    });
    const mapped = put('mapped', {}, { 'm.js': '1', 'm.js.map': map });
    expect(madeOf(path.join(mapped, 'm.js'))).toEqual([inner, scoped]);
    const said = put('said', {}, { 's.js': '//#region node_modules/inner/i.js\n// node_modules/@x/y/y.js\n' });
    expect(madeOf(path.join(said, 's.js'))).toEqual([inner, scoped]);
    expect(() => madeOf(path.join(put('lost', {}, { 'l.js': '// node_modules/nowhere/n.js' }), 'l.js'))).toThrow(
      'nowhere',
    );
  });
});

it('the notice has each text once, under all whose it is, and nothing of it is markup', () => {
  const one = { name: 'a', version: '1', licence: 'MIT', source: 'https://example.org/a', texts: ['<b> & text'] };
  const html = noticeOf([one, { ...one, name: 'b' }], { b: 'libraries/b.js' });
  expect(html.match(/&lt;b> &amp; text/g)).toHaveLength(1);
  expect(html).toContain('>1. a 1, b 1</h2>');
  expect(html).toContain('<code>libraries/b.js</code>');
});
