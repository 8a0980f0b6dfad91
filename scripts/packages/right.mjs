/* Whether the packages in node_modules are those of package-lock.json, whoever put them there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const lockOf = (root) => read(path.join(root, 'package-lock.json'));
const stampOf = (modules) => path.join(modules, '.yuantu', 'installed');

/** The list of what is there, which npm writes when all of it is. */
export const listName = '.package-lock.json';
const listOf = (modules) => read(path.join(modules, listName));

export function packagesIn(text) {
  try {
    return JSON.parse(text).packages ?? {};
  } catch {
    return {};
  }
}

/** glibc or musl: npm leaves out the packages with machine code for the other. */
function libc() {
  if (process.platform !== 'linux') return '';
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

const allows = (list, value) =>
  !list || (list.some((v) => v[0] !== '!') ? list.includes(value) : !list.includes(`!${value}`));
const fits = (p) =>
  allows(p.os, process.platform) && allows(p.cpu, process.arch) && (!p.libc || allows(p.libc, libc()));
const same = (a, b) => a.version === b.version && (!a.integrity || !b.integrity || a.integrity === b.integrity);

const nameOf = (place) => place.split('node_modules/').at(-1);

/**
 * Whether a list of packages is what the lock asks for: each in its version, and none that hides one of them. `dev`: those
 * for development too. npm leaves an optional package out where it does not fit this computer, and what only that one needs.
 */
function meets(lock, list, dev) {
  const askers = [lock[''] ?? {}, ...Object.values(list)];
  const asked = new Set(askers.flatMap((p) => Object.keys({ ...p.dependencies, ...p.optionalDependencies })));
  const needed = (place, p) =>
    (dev || !(p.dev || p.devOptional)) && (!p.optional || (asked.has(nameOf(place)) && fits(p)));
  const met = Object.entries(lock).every(
    ([place, p]) => place === '' || (list[place] ? same(p, list[place]) : !needed(place, p)),
  );
  // One more beside the others does no harm; one inside another takes the place of what is meant.
  const hides = (place) => !lock[place] && place.split('node_modules/').length > 2;
  return met && !Object.keys(list).some(hides);
}

/** Whether an install came to its end in `modules`, by its list; packages may have been moved away since. */
export const isComplete = (root, modules) =>
  listOf(modules) !== '' && meets(packagesIn(lockOf(root)), packagesIn(listOf(modules)), true);

const stamp = (root, modules) =>
  createHash('sha256').update(lockOf(root)).update('\n').update(listOf(modules)).digest('hex');

/** Notes that npm made this of the lock: an optional package that it left out is not missed again at every start. */
export const noteInstalled = (root, modules) => writeFileSync(stampOf(modules), stamp(root, modules));
export const forgetInstalled = (modules) => rmSync(stampOf(modules), { force: true });

export function areRight(root, dev) {
  const modules = path.join(root, 'node_modules');
  const list = packagesIn(listOf(modules));
  const there = Object.entries(list).every(
    ([place, p]) => p.link || existsSync(path.join(root, place, 'package.json')),
  );
  if (!there) return false;
  return meets(packagesIn(lockOf(root)), list, dev) || read(stampOf(modules)) === stamp(root, modules);
}
