/*
 * `npm ci` in a folder of its own, and what it made moved to node_modules when all of it is there: an install that fails
 * or is killed leaves the packages that were there. Inside node_modules, so that it is one disk and nothing else reads it.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { areRight, forgetInstalled, isComplete, listName, noteInstalled, packagesIn } from './right.mjs';
import { takeTurn } from './turn.mjs';

const remove = (place) => rmSync(place, { recursive: true, force: true });

/** Runs npm in `folder`; 0 when it did all of it. Its report goes to stderr, so that `--json` output stays one document. */
function npm(folder, started) {
  const windows = process.platform === 'win32';
  const args = ['ci', '--prefer-offline', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: windows,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (child.pid !== undefined) started(child.pid);
  return new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, signal) => done(code ?? signal));
  });
}

/** Moves what was made into node_modules, the list last: what a kill leaves undone, the next one does. */
function moveIn(stage, modules) {
  const made = path.join(stage, 'node_modules');
  const aside = mkdtempSync(path.join(stage, 'old-'));
  const moves = [];
  const move = (from, to) => {
    if (!existsSync(from)) return;
    renameSync(from, to);
    moves.push([from, to]);
  };
  const replace = (name) => {
    if (!existsSync(path.join(made, name))) return;
    move(path.join(modules, name), path.join(aside, name));
    move(path.join(made, name), path.join(modules, name));
  };
  const list = packagesIn(existsSync(path.join(made, listName)) ? readFileSync(path.join(made, listName), 'utf8') : '');
  const wanted = new Set(Object.keys(list).map((place) => place.split('/')[1]));
  forgetInstalled(modules);
  try {
    move(path.join(modules, listName), path.join(aside, listName));
    for (const name of readdirSync(modules))
      if (name[0] !== '.' && !wanted.has(name)) move(path.join(modules, name), path.join(aside, name));
    for (const name of readdirSync(made)) if (name !== listName) replace(name);
    replace(listName);
  } catch (error) {
    for (const [from, to] of moves.reverse()) renameSync(to, from);
    throw error;
  }
}

/** What an install left behind that was killed: taken where it came to its end, for its npm may have outlived it. */
function takeUp(root, modules, work) {
  for (const name of readdirSync(work).filter((n) => n.startsWith('stage-'))) {
    const stage = path.join(work, name);
    if (isComplete(root, path.join(stage, 'node_modules'))) moveIn(stage, modules);
    remove(stage);
  }
}

/**
 * Makes the packages of `root` those of its lock file. `say(code, detail)`: 'installing', and 'waiting' or 'waiting-elsewhere'
 * while another process does it. Answers null, or what npm ended with: then everything is as it was.
 */
export async function install(root, dev, say) {
  if (areRight(root, dev)) return null;
  const modules = path.join(root, 'node_modules');
  const work = path.join(modules, '.yuantu');
  const turn = await takeTurn(path.join(work, 'turns'), (state, folder) =>
    say(state === 'elsewhere' ? 'waiting-elsewhere' : 'waiting', folder),
  );
  try {
    takeUp(root, modules, work);
    if (areRight(root, dev)) return null;
    say('installing');
    const stage = mkdtempSync(path.join(work, 'stage-'));
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(stage, name));
    const ended = await npm(stage, turn.child);
    if (ended === 0) {
      mkdirSync(path.join(stage, 'node_modules'), { recursive: true });
      moveIn(stage, modules);
      noteInstalled(root, modules);
    }
    remove(stage);
    return ended === 0 || areRight(root, dev) ? null : ended;
  } finally {
    turn.end();
  }
}
