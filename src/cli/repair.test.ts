import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { main } from './main.ts';

let folder = '';
let printed = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'repair-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(console, 'log').mockImplementation((text) => void (printed += `${text}\n`));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = async (...args: string[]) => {
  printed = '';
  const exit = await main(['repair', ...args, '--lang', 'en']);
  return { exit, printed };
};
const broken = 'data/examples/broken.txt';

it('proposes without writing, and writes what it proposed when told yes', async () => {
  const out = path.join(folder, 'sound.txt');
  const dry = await run(broken, out, '--json');
  expect(dry.exit).toBe(0);
  const { applied, changes, refused } = JSON.parse(dry.printed) as Record<string, unknown>;
  expect({ applied, refused }).toEqual({ applied: false, refused: [] });
  expect(changes).toMatchObject([{ id: 'S3', steps: ['redrawn'], areaBeforeM2: null, areaAfterM2: 5000 }]);
  expect(existsSync(out)).toBe(false);
  expect((await run(broken, out, '--yes')).exit).toBe(0);
  expect(existsSync(out)).toBe(true);
  expect((await run(out)).printed).toContain('No boundary needs a change.');
});

it('refuses to overwrite its input, to write nowhere, and a tolerance that is none', async () => {
  expect((await run(broken, broken, '--yes')).exit).toBe(2);
  expect((await run(broken, '--yes')).exit).toBe(2);
  expect((await run(broken, '--gap', 'wide')).exit).toBe(2);
  expect((await run(broken, '--yields', 'nobody', '--gap', '0.05')).exit).toBe(2);
});
