/*
 * One at a time, across processes, without help of the system: turns are numbered folders, each with the record of its
 * holder, and the last is the one that counts. A turn ends with its holder, or before that by a mark in it; then the next
 * number can be taken, which only one can do, because a folder is moved there whole. The last turn is never removed, so
 * that no number is given twice.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordOf, runs } from './process.mjs';

const BETWEEN_LOOKS_MS = 100;
const numbersIn = (folder) => readdirSync(folder).map(Number).filter(Number.isInteger);

/** Who still holds a turn: 'nobody', 'running', or 'elsewhere' where that cannot be told from here. */
function holderOf(turn) {
  if (existsSync(path.join(turn, 'over'))) return { state: 'nobody' };
  let state = 'nobody';
  let record;
  for (const name of ['holder.json', 'child.json']) {
    try {
      record = JSON.parse(readFileSync(path.join(turn, name), 'utf8'));
    } catch {
      continue; // no child yet, or the turn is being cleared away by the next holder
    }
    const found = runs(record);
    if (found) return { state: 'running', record };
    if (found === null) state = 'elsewhere';
  }
  return { state, record };
}

/** Makes `number` a turn of this process; false where another took it first. */
function take(folder, number) {
  const made = mkdtempSync(path.join(folder, 'new-'));
  writeFileSync(path.join(made, 'holder.json'), JSON.stringify(recordOf(process.pid)));
  try {
    renameSync(made, path.join(folder, String(number)));
    return true;
  } catch (error) {
    rmSync(made, { recursive: true });
    if (['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES'].includes(error.code) && numbersIn(folder).includes(number))
      return false;
    throw error;
  }
}

/**
 * Waits until no other process has the turn, and takes it. `waiting(state, turn, record)` is called once for each turn
 * waited for. Of the answer `child(pid)` makes the turn last as long as that process too, `end()` ends it.
 */
export async function takeTurn(folder, waiting) {
  mkdirSync(folder, { recursive: true });
  for (let told = 0; ;) {
    const last = Math.max(0, ...numbersIn(folder));
    const turn = path.join(folder, String(last));
    const { state, record } = last > 0 ? holderOf(turn) : { state: 'nobody' };
    if (state !== 'nobody') {
      if (told !== last) waiting(state, turn, record);
      told = last;
      await sleep(BETWEEN_LOOKS_MS);
    } else if (take(folder, last + 1)) {
      for (const n of numbersIn(folder))
        if (n <= last) rmSync(path.join(folder, String(n)), { recursive: true, force: true });
      const mine = path.join(folder, String(last + 1));
      return {
        child(pid) {
          writeFileSync(path.join(mine, 'child.new'), JSON.stringify(recordOf(pid)));
          renameSync(path.join(mine, 'child.new'), path.join(mine, 'child.json'));
        },
        end: () => writeFileSync(path.join(mine, 'over'), ''),
      };
    }
  }
}
