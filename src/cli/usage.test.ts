import { parseArgs } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './main.ts';
import { usages, type CommandName } from './usage.ts';
import { options } from './usage-options.ts';

let out = '';
beforeEach(() => {
  out = '';
  vi.spyOn(console, 'log').mockImplementation((text) => void (out += `${text}\n`));
});
afterEach(() => void vi.restoreAllMocks());
const names = Object.keys(usages) as CommandName[];

describe('help', () => {
  it.each(['zh', 'en'])('names every command in a line of its own: %s', async (language) => {
    expect(await main(['help', '--lang', language])).toBe(0);
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(out.split('\n').length).toBeLessThan(24);
  });

  it.each(names)('%s tells its own options in both languages, asked either way', async (name) => {
    for (const language of ['zh', 'en']) {
      out = '';
      expect(await main([name, '--help', '--lang', language])).toBe(0);
      const asked = out;
      out = '';
      expect(await main(['help', name, '--lang', language])).toBe(0);
      expect(out).toBe(asked);
      for (const option of usages[name].options) expect(out).toMatch(new RegExp(`^  --${option}[ \\n]`, 'm'));
      for (const other of names.filter((n) => n !== name)) expect(out).not.toContain(`yuantu ${other} `);
    }
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
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    expect(await main([...args, '--lang', 'zh'])).toBe(0);
  });
});
