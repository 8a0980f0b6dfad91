import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { yuantu } from '../../test/helpers/command.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'repair-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => yuantu('repair', ...args, '--lang', 'en');
const broken = 'data/examples/broken.txt';

it('proposes without writing, and writes what it proposed when told yes', async () => {
  const out = path.join(folder, 'sound.txt');
  const dry = await run(broken, out, '--json');
  expect(dry.code).toBe(0);
  const { applied, changes, refused } = JSON.parse(dry.out) as Record<string, unknown>;
  expect({ applied, refused }).toEqual({ applied: false, refused: [] });
  expect(changes).toMatchObject([{ id: 'S3', steps: ['redrawn'], areaBeforeM2: null, areaAfterM2: 5000 }]);
  expect(existsSync(out)).toBe(false);
  expect((await run(broken, out, '--yes')).code).toBe(0);
  expect(existsSync(out)).toBe(true);
  expect((await run(out)).out).toContain('No boundary needs a change.');
});

it('refuses to overwrite its input, to write nowhere, and a tolerance that is none', async () => {
  expect((await run(broken, broken, '--yes')).code).toBe(2);
  expect((await run(broken, '--yes')).code).toBe(2);
  expect((await run(broken, '--gap', 'wide')).code).toBe(2);
  expect((await run(broken, '--yields', 'nobody', '--gap', '0.05')).code).toBe(2);
});
