import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { yuantu } from '../../test/helpers/command.ts';
import { usages, type CommandName } from './usage.ts';
import { options } from './usage-options.ts';

const names = Object.keys(usages) as CommandName[];

describe('help', () => {
  it.each(['zh', 'en'])('names every command in a line of its own: %s', async (language) => {
    const { code, out } = await yuantu('help', '--lang', language);
    expect(code).toBe(0);
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(out.split('\n').length).toBeLessThan(24);
  });

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await yuantu('--version')).toEqual({ code: 0, out: `yuantu ${version}\n`, err: '' });
  });

  it.each(names)('%s tells its own options in both languages, asked either way', async (name) => {
    for (const language of ['zh', 'en']) {
      const { code, out } = await yuantu(name, '--help', '--lang', language);
      expect(code).toBe(0);
      expect(await yuantu('help', name, '--lang', language)).toEqual({ code, out, err: '' });
      for (const option of usages[name].options) expect(out).toMatch(new RegExp(`^  --${option}[ \\n]`, 'm'));
      for (const other of names.filter((n) => n !== name)) expect(out).not.toContain(`yuantu ${other} `);
    }
  });

  it.each(['zh', 'en'])('tells options in lines that a terminal has room for: %s', async (language) => {
    const columns = (line: string): number => Array.from(line).reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);
    for (const name of names) {
      const { out } = await yuantu('help', name, '--lang', language);
      const told = out.split('\n').filter((line) => /^ {2,}(--| {8})/.test(line));
      for (const line of told) expect(columns(line), line).toBeLessThanOrEqual(120);
    }
    const { out } = await yuantu('help', 'layout', '--lang', language);
    for (const wish of ['plotRatio', 'aligned']) expect(out).toMatch(new RegExp(`[ ；：]${wish} [^\n]+`));
  });

  it.each(names.flatMap((name) => usages[name].examples.map((example): [string, string] => [name, example])))(
    'an example of %s is a call it understands: %s',
    (name, example) => {
      const words = (example.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      expect(words[0]).toBe(name);
      const known = Object.fromEntries(
        usages[name as CommandName].options.map((option) => [
          option,
          { type: 'value' in options[option] ? ('string' as const) : ('boolean' as const) },
        ]),
      );
      expect(() => parseArgs({ args: words.slice(1), options: known, allowPositionals: true })).not.toThrow();
    },
  );

  it.each([
    ['figures', 'data/examples/parcels.txt', '--precision', '0.05'],
    ['check', 'data/examples/park.geojson'],
    ['repair', 'data/examples/broken.txt'],
    ['split', 'data/examples/parcels.txt', '--id', 'S1', '--parts', '2', '--bearing', '90'],
  ])('the examples of files at hand run: %s %s', async (...args) => {
    expect(usages[args[0] as CommandName].examples).toContain(args.join(' '));
    expect((await yuantu(...args)).code).toBe(0);
  });
});
