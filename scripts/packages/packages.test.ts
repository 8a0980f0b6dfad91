import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOf } from './process.mjs';

/*
 * `ensure.mjs` in small projects of its own, as real processes. In most an npm stands first on the PATH that notes its
 * start, waits until it is let go, and makes the packages of the lock file of the folder it runs in: no network, no
 * waiting for a time that a busy machine may not keep. The last test asks the real npm.
 */
const fakeNpm = `#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const root = process.env.FIXTURE;
fs.appendFileSync(path.join(root, 'starts'), process.pid + '\\n');
const go = () => {
  if (!fs.existsSync(path.join(root, 'go'))) return setTimeout(go, 20);
  if (process.env.NPM_FAILS) process.exit(1);
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  delete packages[''];
  for (const [place, p] of Object.entries(packages)) {
    fs.mkdirSync(place, { recursive: true });
    fs.writeFileSync(path.join(place, 'package.json'), JSON.stringify(p));
  }
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
};
go();
`;

type Packages = Readonly<Record<string, { readonly version: string; readonly [more: string]: unknown }>>;
const plain: Packages = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/@x/b': { version: '2.0.0' } };

let root = '';
let running: ChildProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'yuantu-packages-'));
  for (const name of ['ensure.mjs', 'packages'])
    cpSync(path.resolve('scripts', name), at('scripts', name), { recursive: true });
  mkdirSync(at('bin'));
  writeFileSync(at('bin', 'npm'), fakeNpm, { mode: 0o755 });
  writeFileSync(at('package.json'), JSON.stringify({ name: 'fixture', private: true }));
  lock(plain);
});
afterEach(() => {
  if (existsSync(at('starts'))) for (const pid of starts()) kill(pid);
  for (const { pid } of running) if (pid) kill(pid);
  running = [];
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
});
const at = (...names: string[]): string => path.join(root, ...names);
const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // has ended
  }
};
const lock = (packages: Packages) =>
  writeFileSync(at('package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } }));
/** What `npm ci` leaves, without this project's own scripts. */
const installedByHand = (packages: Packages) => {
  for (const [place, p] of Object.entries(packages)) {
    mkdirSync(at(place), { recursive: true });
    writeFileSync(at(place, 'package.json'), JSON.stringify(p));
  }
  writeFileSync(at('node_modules', '.package-lock.json'), JSON.stringify({ packages }));
};
const starts = (): number[] =>
  existsSync(at('starts')) ? readFileSync(at('starts'), 'utf8').trim().split('\n').map(Number) : [];
const letGo = () => writeFileSync(at('go'), '');
const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
/** Packages and nothing else: no folder of an install is left but the number of the last turn. */
const left = () => readdirSync(at('node_modules')).sort();

function ensure(env: NodeJS.ProcessEnv = {}, script = at('scripts', 'ensure.mjs')) {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, FIXTURE: root, PATH: `${at('bin')}${path.delimiter}${process.env.PATH}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  const listeners = new Set<() => void>();
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
    for (const heard of listeners) heard();
  });
  return {
    child,
    /** Resolves when it has said `word`. */
    says: (word: string) =>
      new Promise<void>((done) => {
        const look = () => void (said.includes(word) && (listeners.delete(look), done()));
        listeners.add(look);
        look();
      }),
    ended: new Promise<{ code: number | null; said: string }>((done) =>
      child.on('close', (code) => done({ code, said })),
    ),
  };
}
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((next) => setTimeout(next, 10));
};
const npmStarted = (times = 1) => until(() => starts().length >= times);

describe.skipIf(process.platform === 'win32')('an install', () => {
  it('is made once by as many processes as ask at the same time', async () => {
    const all = Array.from({ length: 5 }, () => ensure());
    await npmStarted();
    letGo();
    const ended = await Promise.all(all.map(({ ended }) => ended));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(starts()).toHaveLength(1);
    expect([versionOf('a'), versionOf('@x/b')]).toEqual(['1.0.0', '2.0.0']);
    expect(readdirSync(at('node_modules', '.yuantu')).filter((n) => n.startsWith('stage'))).toEqual([]);
  });

  it('whose process is killed is finished by its npm, which no other doubles', async () => {
    const first = ensure();
    await first.says('installing');
    await npmStarted();
    await until(() => readdirSync(at('node_modules/.yuantu/turns/1')).includes('child.json'));
    first.child.kill('SIGKILL');
    await new Promise((done) => first.child.on('exit', done));
    const second = ensure();
    await second.says('another process');
    expect(starts()).toHaveLength(1);
    letGo();
    expect((await second.ended).code).toBe(0);
    expect(starts()).toHaveLength(1);
    expect(versionOf('a')).toBe('1.0.0');
  });

  it('that is killed with its npm is made anew by the next', async () => {
    const first = ensure();
    await npmStarted();
    await until(() => readdirSync(at('node_modules/.yuantu/turns/1')).includes('child.json'));
    first.child.kill('SIGKILL');
    kill(starts()[0]);
    const second = ensure();
    await npmStarted(2);
    letGo();
    expect((await second.ended).code).toBe(0);
    expect(versionOf('a')).toBe('1.0.0');
    expect(left()).toEqual(['.package-lock.json', '.yuantu', '@x', 'a']);
  });

  it('that was killed while packages were moved to their place is finished without npm', async () => {
    installedByHand({ 'node_modules/a': { version: '1.0.0' } });
    rmSync(at('node_modules', '.package-lock.json'));
    const stage = at('node_modules', '.yuantu', 'stage-1', 'node_modules');
    mkdirSync(path.join(stage, '@x', 'b'), { recursive: true });
    writeFileSync(path.join(stage, '@x', 'b', 'package.json'), '{"version":"2.0.0"}');
    writeFileSync(path.join(stage, '.package-lock.json'), JSON.stringify({ packages: plain }));
    expect((await ensure().ended).code).toBe(0);
    expect(starts()).toEqual([]);
    expect([versionOf('a'), versionOf('@x/b')]).toEqual(['1.0.0', '2.0.0']);
  });

  it('that fails leaves the packages that are there, and says so', async () => {
    installedByHand({ 'node_modules/a': { version: '0.9.0' }, 'node_modules/old': { version: '1.0.0' } });
    letGo();
    const { code, said } = await ensure({ NPM_FAILS: '1' }).ended;
    expect(code).toBe(2);
    expect(said).toContain('the packages that were there are as they were');
    expect([versionOf('a'), versionOf('old')]).toEqual(['0.9.0', '1.0.0']);
    // With the network back it is made good, and what is no longer asked for goes.
    expect((await ensure().ended).code).toBe(0);
    expect(versionOf('a')).toBe('1.0.0');
    expect(left()).toEqual(['.package-lock.json', '.yuantu', '@x', 'a']);
  });

  it('without npm is refused in a line', async () => {
    rmSync(at('bin', 'npm'));
    const { code, said } = await ensure({ PATH: at('bin') }).ended;
    expect([code, said.trim().split('\n').length]).toEqual([2, 2]);
    expect(said).toContain('ENOENT');
  });
});

describe.skipIf(process.platform === 'win32')('packages that are right', () => {
  it('are left alone, whoever installed them', async () => {
    installedByHand(plain);
    expect(await ensure().ended).toEqual({ code: 0, said: '' });
    // One more beside them does no harm.
    installedByHand({ ...plain, 'node_modules/more': { version: '1.0.0' } });
    expect(await ensure().ended).toEqual({ code: 0, said: '' });
    expect(left()).toEqual(['.package-lock.json', '@x', 'a', 'more']);
    expect(starts()).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['of another version', () => installedByHand({ ...plain, 'node_modules/a': { version: '1.0.1' } })],
    ['with one missing', () => rmSync(at('node_modules', '@x'), { recursive: true })],
    [
      'with one that hides another',
      () => installedByHand({ ...plain, 'node_modules/a/node_modules/@x/b': { version: '1.0.0' } }),
    ],
    ['without the list npm ends with', () => rmSync(at('node_modules', '.package-lock.json'))],
    [
      'with other bytes',
      () => {
        lock({ ...plain, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-new' } });
        installedByHand({ ...plain, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-old' } });
      },
    ],
  ])('are not those %s', async (_, change) => {
    installedByHand(plain);
    change();
    letGo();
    expect((await ensure().ended).code).toBe(0);
    expect(starts()).toHaveLength(1);
    expect(await ensure().ended).toEqual({ code: 0, said: '' });
  });

  it('may lack what is for other computers, and what only that needs', async () => {
    const other = process.platform === 'linux' ? 'darwin' : 'linux';
    const optional = { version: '1.0.0', optional: true };
    const native = {
      ...plain,
      'node_modules/a': { version: '1.0.0', optionalDependencies: { native: '1', own: '1' } },
    };
    const own = { 'node_modules/own': { ...optional, os: [process.platform] } };
    lock({
      ...native,
      ...own,
      'node_modules/native': { ...optional, os: [other], dependencies: { helper: '1' } },
      'node_modules/helper': optional,
    });
    installedByHand({ ...native, ...own });
    expect(await ensure().ended).toEqual({ code: 0, said: '' });
    // But not what is for this one: the folder comes from another computer.
    installedByHand(native);
    rmSync(at('node_modules', 'own'), { recursive: true });
    letGo();
    expect((await ensure().ended).code).toBe(0);
    expect(versionOf('own')).toBe('1.0.0');
  });

  it('may lack those for development where the product alone is to run', async () => {
    lock({ ...plain, 'node_modules/test': { version: '1.0.0', dev: true } });
    installedByHand(plain);
    appendFileSync(
      at('start.mjs'),
      "import { ensurePackages } from './scripts/ensure.mjs';\nawait ensurePackages({ dev: false });\n",
    );
    expect(await ensure({}, at('start.mjs')).ended).toEqual({ code: 0, said: '' });
    letGo();
    expect((await ensure().ended).code).toBe(0);
    expect(versionOf('test')).toBe('1.0.0');
  });
});

describe.skipIf(process.platform === 'win32')('a turn', () => {
  const held = (record: object) => {
    mkdirSync(at('node_modules', '.yuantu', 'turns', '7'), { recursive: true });
    writeFileSync(at('node_modules', '.yuantu', 'turns', '7', 'holder.json'), JSON.stringify(record));
  };

  it('whose holder has ended is taken over although its number lives on in another process', async () => {
    held({ ...recordOf(process.pid), start: 'long ago' });
    letGo();
    expect((await ensure().ended).code).toBe(0);
    expect(readdirSync(at('node_modules', '.yuantu', 'turns'))).toEqual(['8']);
  });

  it('from before the computer was started again is over', async () => {
    held({ ...recordOf(process.pid), boot: 'before' });
    letGo();
    expect((await ensure().ended).code).toBe(0);
  });

  it('of another computer is waited for, and how to end that is said', async () => {
    held({ ...recordOf(process.pid), place: 'elsewhere' });
    const waiting = ensure();
    await waiting.says(at('node_modules', '.yuantu', 'turns', '7'));
    expect(starts()).toEqual([]);
    rmSync(at('node_modules', '.yuantu', 'turns', '7'), { recursive: true });
    letGo();
    expect((await waiting.ended).code).toBe(0);
  });
});

it('the real npm installs in the same way, and after it nothing is installed again', async () => {
  rmSync(at('bin', 'npm'));
  mkdirSync(at('package'));
  writeFileSync(at('package', 'package.json'), '{"name":"a","version":"1.0.0","bin":"a.js"}');
  writeFileSync(at('package', 'a.js'), '#!/usr/bin/env node\nconsole.log("here");\n');
  spawnSync('tar', ['-czf', 'a.tgz', 'package'], { cwd: root });
  writeFileSync(
    at('package.json'),
    JSON.stringify({ name: 'fixture', private: true, dependencies: { a: `file:${at('a.tgz')}` } }),
  );
  rmSync(at('package-lock.json'));
  const npm = (...args: string[]) => spawnSync('npm', args, { cwd: root, shell: true, encoding: 'utf8' });
  expect(npm('install', '--offline', '--package-lock-only').status).toBe(0);
  expect((await ensure({ npm_config_offline: 'true' }).ended).code).toBe(0);
  expect(npm('exec', '--offline', 'a').stdout).toBe('here\n');
  expect(left()).toEqual(['.bin', '.package-lock.json', '.yuantu', 'a']);
  expect(npm('ci', '--offline').status).toBe(0);
  expect(await ensure().ended).toEqual({ code: 0, said: '' });
});
