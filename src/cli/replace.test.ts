import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asideName } from './aside.ts';
import { removeFormerParts, settle } from './leftovers.ts';
import { disk, replaceAll, type Disk } from './replace.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'replace-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

const parts = ['a.shp', 'a.shx', 'a.dbf', 'a.prj', 'a.cpg'];
const bytes = (text: string) => new TextEncoder().encode(text);
/** As fast as it goes: nothing is forced to the disk. */
const quick: Disk = { ...disk, write: (file, content) => writeFileSync(file, content), flush: () => undefined };
const write = (text: string, on: Disk = quick) => replaceAll(parts.map(at), parts.map(() => bytes(text)), on); // prettier-ignore
/** What a program that looks for the data set finds; a Shapefile without its .shp is none. */
const found = (): string => {
  if (!existsSync(at('a.shp'))) return 'none';
  return [...new Set(parts.map((name) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : 'none')))].join(' ');
};

class Crash extends Error {}
/** A disk on which everything stops after so many steps: what would tidy up does not run either. */
function crashing(after: number): Disk {
  let steps = 0;
  const step = () => {
    if (++steps > after) throw new Crash();
  };
  return {
    write: (file, content) => {
      step();
      // The step that is interrupted has written half.
      quick.write(file, steps === after ? content.slice(0, 1) : content);
    },
    rename: (from, to) => (step(), disk.rename(from, to)),
    remove: (file) => (step(), disk.remove(file)),
    flush: () => undefined,
  };
}
const crashAfter = (steps: number): boolean => {
  try {
    write('new', crashing(steps));
    return false;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return true;
  }
};
const dead = () => false;

describe.each(['old', 'none'])('a Shapefile where there is %s', (before) => {
  it('that is broken off at any step is the old one, the new one or none, and after tidying old or new', () => {
    for (let steps = 0, crashed = true; crashed; steps++) {
      for (const name of readdirSync(folder)) rmSync(at(name));
      if (before === 'old') write('old');
      crashed = crashAfter(steps);
      expect([before, 'new', 'none'], `after ${steps} steps`).toContain(found());
      settle(folder, dead);
      expect([before, 'new'], `tidied after ${steps} steps`).toContain(found());
      const left = readdirSync(folder).filter((name) => name.startsWith('.'));
      expect(left, `left after ${steps} steps`).toEqual([]);
      // Every part is there, or none of them.
      expect([0, parts.length]).toContain(readdirSync(folder).length);
      expect(steps).toBeLessThan(60);
    }
    expect(found()).toBe('new');
  });

  it('stays as it was where one of its files cannot be replaced', () => {
    if (before === 'old') write('old');
    for (const held of parts) {
      const on: Disk = {
        ...quick,
        rename: (from, to) => {
          if (from.endsWith('.part') && to === at(held)) throw new Error('EBUSY');
          disk.rename(from, to);
        },
      };
      expect(() => write('new', on)).toThrow('EBUSY');
      expect(found()).toBe(before);
      expect(readdirSync(folder).length).toBe(before === 'old' ? parts.length : 0);
    }
  });
});

describe('what an interrupted command left', () => {
  it('is taken away, unless a process is at it', () => {
    const [stale, own] = [asideName(2 ** 30), asideName()];
    for (const name of [stale('part', 0), stale('old', 1), own('part', 0)]) writeFileSync(at(name), 'x');
    settle(folder);
    expect(readdirSync(folder)).toEqual([own('part', 0)]);
    // A process that bears the number a day later is another.
    utimesSync(at(own('part', 0)), new Date(), new Date(Date.now() - 25 * 3_600_000));
    settle(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('by an earlier version goes with the output it belongs to; what others call alike stays', () => {
    const names = ['.a.gpkg.0123abcd.part', '.b.gpkg.0123abcd.part', '.a.gpkg.part', 'a.gpkg.part'];
    for (const name of names) writeFileSync(at(name), 'x');
    removeFormerParts(at('a.gpkg'));
    settle(folder);
    expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
  });

  it.each(['list', 'undo'] as const)('is no %s that someone sent, which names other files', (kind) => {
    const aside = asideName(2 ** 30);
    writeFileSync(at('own.txt'), 'own');
    const inner = path.join(folder, 'sent');
    mkdirSync(inner);
    const own = { part: aside('part', 0), place: 'a.shp', old: aside('old', 0), had: true };
    for (const sent of [
      { ...own, old: '../own.txt' },
      { ...own, part: '../own.txt' },
      { ...own, place: '../own.txt', had: false },
      { part: `../${own.part}`, place: '../own.txt', old: `../${own.old}`, had: false },
    ]) {
      writeFileSync(path.join(inner, aside(kind, 0)), JSON.stringify([sent]));
      settle(inner);
      expect(readFileSync(at('own.txt'), 'utf8')).toBe('own');
      expect(readdirSync(inner)).toEqual([]);
    }
    rmSync(inner, { recursive: true });
  });

  it('does not stop at a list that is no list', () => {
    writeFileSync(at(asideName(2 ** 30)('list', 0)), '{');
    settle(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('a name as long as the file system takes can be written', () => {
  const name = `${'x'.repeat(248)}.txt`;
  replaceAll([at(name)], [bytes('new')]);
  expect(readdirSync(folder)).toEqual([name]);
});
