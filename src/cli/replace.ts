import { closeSync, existsSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import { asideName, asideOf, type AsideKind } from './aside.ts';

/*
 * Several files that are one (the parts of a Shapefile) change as one. A file system renames one file at a time, so:
 *   1. all parts are written aside and forced to the disk; a crash before 2. leaves the old files;
 *   2. a list of the renames is put beside them, by a rename of its own;
 *   3. the old files are put aside, the main one first, and the new ones moved in, the main one last: until that is done
 *      no program finds a data set there, so none finds a mixture;
 *   4. the list goes. Whoever finds a list without the process that made it finishes its renames (`leftovers.ts`).
 * One file alone is written aside and renamed, which every file system does at once.
 */

/** A file on its way: where it stands written, where it goes, and where the one that stood there waits. */
export interface Move {
  readonly part: string;
  readonly place: string;
  readonly old: string;
  /** Whether one stood there. */
  readonly had: boolean;
}

/** What changes a file system, step by step; a test stops between any two. */
export interface Disk {
  readonly write: (file: string, bytes: Uint8Array | string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (file: string) => void;
  /** What was renamed in a folder is on the disk. */
  readonly flush: (folder: string) => void;
}

export const disk: Disk = {
  write: (file, bytes) => {
    const handle = openSync(file, 'wx');
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  rename: renameSync,
  remove: (file) => rmSync(file, { force: true }),
  flush: (folder) => {
    try {
      const handle = openSync(folder, 'r');
      fsyncSync(handle);
      closeSync(handle);
    } catch {
      // Windows knows no such thing.
    }
  },
};

/** Writes the files to their places, all or none; `contents[i]` goes to `targets[i]`, the main file first. A link keeps pointing where it does. */
export function replaceAll(targets: readonly string[], contents: readonly Uint8Array[], on: Disk = disk): void {
  const places = targets.map((target) => (existsSync(target) ? realpathSync(target) : target));
  const aside = asideName();
  const beside = (place: string, kind: AsideKind, i: number) => path.join(path.dirname(place), aside(kind, i));
  const moves = places.map((place, i) => ({
    part: beside(place, 'part', i),
    place,
    old: beside(place, 'old', i),
    had: existsSync(place),
  }));
  try {
    for (const [i, { part }] of moves.entries()) on.write(part, contents[i]);
  } catch (error) {
    for (const { part } of moves) on.remove(part);
    throw error;
  }
  if (moves.length === 1) renameOne(moves[0], on);
  else moveTogether(moves, beside(places[0], 'list', 0), beside(places[0], 'undo', 0), on);
}

function renameOne({ part, place }: Move, on: Disk): void {
  try {
    on.rename(part, place);
  } catch (error) {
    on.remove(part);
    throw error;
  }
}

function moveTogether(moves: readonly Move[], list: string, undo: string, on: Disk): void {
  const draft = `${list}.part`;
  try {
    on.write(draft, JSON.stringify(moves.map((move) => relativeTo(path.dirname(list), move))));
    on.rename(draft, list);
    on.flush(path.dirname(list));
  } catch (error) {
    for (const file of [draft, ...moves.map(({ part }) => part)]) on.remove(file);
    throw error;
  }
  try {
    finish(moves, list, on);
  } catch (error) {
    // A program that holds one of the files open (Windows) stops the rest: all goes back.
    on.rename(list, undo);
    takeBack(moves, undo, on);
    throw error;
  }
}

/** The renames of a list, begun or not. */
export function finish(moves: readonly Move[], list: string, on: Disk = disk): void {
  for (const { part, place, old } of moves)
    if (existsSync(part) && existsSync(place) && !existsSync(old)) on.rename(place, old);
  for (const { part, place } of moves.toReversed()) if (existsSync(part)) on.rename(part, place);
  on.flush(path.dirname(list));
  on.remove(list);
  for (const { old } of moves) on.remove(old);
}

/** The old files back in their places, the main one last; what was new there goes. */
export function takeBack(moves: readonly Move[], undo: string, on: Disk = disk): void {
  for (const { part, place, had } of moves) if (!had && !existsSync(part)) on.remove(place);
  for (const { place, old } of moves.toReversed()) if (existsSync(old)) on.rename(old, place);
  on.remove(undo);
  for (const { part } of moves) on.remove(part);
}

const relativeTo = (folder: string, { part, place, old, had }: Move): Move => {
  const from = (file: string) => path.relative(folder, file);
  return { part: from(part), place: from(place), old: from(old), had };
};

/**
 * The moves that a list holds; null where it holds none. Whoever sends someone a folder can put a list in it: one that names
 * anything but the files of its own writing is none.
 */
export function movesOf(list: string): readonly Move[] | null {
  const folder = path.dirname(list);
  try {
    const held: unknown = JSON.parse(readFileSync(list, 'utf8'));
    if (!Array.isArray(held)) return null;
    const moves = held.map(({ part, place, old, had }: Move) => {
      const at = (file: string) => path.join(folder, file);
      return { part: at(part), place: at(place), old: at(old), had };
    });
    return moves.every((move) => isOf(list, move)) ? moves : null;
  } catch {
    return null;
  }
}

/** A move of that writing: aside and in place in one folder; only a file that was there, behind a link, is in another. */
function isOf(list: string, { part, place, old, had }: Move): boolean {
  const isAside = (file: string, kind: AsideKind) => {
    const said = asideOf(path.basename(file));
    return said?.kind === kind && said.writing === asideOf(path.basename(list))?.writing;
  };
  const [home, ...others] = [place, part, old].map((file) => path.dirname(file));
  const isBeside = others.every((folder) => folder === home) && (had || home === path.dirname(list));
  return isBeside && isAside(part, 'part') && isAside(old, 'old');
}
