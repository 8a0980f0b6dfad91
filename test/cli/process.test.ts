import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAll } from '../../src/cli/write.ts';

/*
 * The command as a process: how it starts, ends and writes to real streams. What it answers is asked in the test's own
 * process (`helpers/command.ts`); a start of Node costs a second, more on a busy machine, so each is made once.
 */
const script = path.resolve('scripts/yuantu.mjs');
const plots = path.resolve('data/examples/parcels.txt');
const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '' };
let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'yuantu-process-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

it('starts, answers on stdout alone, says the rest on stderr in the language of the terminal, and ends with its code', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'check', plots, '--json'], {
    encoding: 'utf8',
    env,
  });
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { parks: unknown[] }).parks).toEqual([]);
  expect(stderr).toContain('没有园区');
});

it('ends with 2 and one line on stderr where the input cannot be used', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'figures', at('none.txt')], {
    encoding: 'utf8',
    env: { ...env, LC_ALL: 'en_GB.UTF-8' },
  });
  expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toContain('there is no such file or folder');
});

describe.skipIf(process.platform === 'win32')('a stream that takes no more', () => {
  const shell = (line: string) => spawnSync('sh', ['-c', line], { encoding: 'utf8', env: { ...env, LC_ALL: 'en_GB' } });
  const figures = `"${process.execPath}" "${script}" figures "${plots}"`;

  it('because its reader has seen enough is no fault: the command ends with its own code and no word', () => {
    const { stderr } = shell(`{ ${figures}; echo "code $?" >&2; } | true`);
    expect(stderr).toContain('code 0');
    expect(stderr).not.toContain('EPIPE');
  });

  it.skipIf(process.platform === 'darwin')('because the disk is full is said in one line', () => {
    const { status, stderr } = shell(`${figures} >/dev/full`);
    expect(status).toBe(2);
    expect(stderr).toContain('The output cannot be written: the disk is full.');
    expect(stderr).not.toContain('at ');
  });
});

describe('an output of several files', () => {
  const given = (name: string): string => {
    mkdirSync(at(name));
    writeFileSync(path.join(at(name), 'a.txt'), 'old');
    return at(name);
  };
  const inside = (place: string) =>
    readdirSync(place).map((name) => [name, readFileSync(path.join(place, name), 'utf8')]);
  const bytes = new TextEncoder().encode('new');

  it('is written whole or not at all', async () => {
    const place = given('fail');
    const tooLong = { name: 'x'.repeat(300), bytes };
    await expect(writeAll(place, [{ name: 'a.txt', bytes }, tooLong])).rejects.toThrow();
    expect(inside(place)).toEqual([['a.txt', 'old']]);
  });

  it.skipIf(process.platform === 'win32')('is whole before an interrupt in between is obeyed', () => {
    const place = given('interrupt');
    const program = `
      import { writeAll } from ${JSON.stringify(path.resolve('src/cli/write.ts'))};
      const bytes = new TextEncoder().encode('new');
      const interrupting = { name: 'b.txt', get bytes() { process.kill(process.pid, 'SIGINT'); return bytes; } };
      await writeAll(process.argv.at(-1), [{ name: 'a.txt', bytes }, interrupting]);
      setInterval(() => {}, 1000); // stays until the interrupt ends it`;
    writeFileSync(at('write.mts'), program);
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', at('write.mts'), place]);
    expect(signal).toBe('SIGINT');
    expect(inside(place)).toEqual([
      ['a.txt', 'new'],
      ['b.txt', 'new'],
    ]);
  });
});
