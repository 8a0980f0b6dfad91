import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { asideOf, isRunning } from './aside.ts';
import { finish, movesOf, takeBack } from './replace.ts';

/** A number may belong to another process by now; nothing is written for longer than this. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Puts in order what an interrupted writing left in a folder: renames that had begun are finished, so that the files of
 * one data set are all new; what was not complete yet is removed. What a running process is writing stays. Nothing of it
 * stops the command: a folder that is not to be written is left as it is.
 */
export function settle(folder: string, running: (process: number) => boolean = isRunning): void {
  for (const pass of ['finish', 'clean'] as const)
    for (const name of namesIn(folder)) {
      const aside = asideOf(name);
      if (!aside) continue;
      const file = path.join(folder, name);
      try {
        if (running(aside.process) && Date.now() - statSync(file).mtimeMs < LONGEST_MS) continue;
        if (pass === 'clean') rmSync(file, { force: true });
        else if (name.endsWith('.list')) finish(movesOf(file) ?? [], file);
        else if (name.endsWith('.undo')) takeBack(movesOf(file) ?? [], file);
      } catch {
        // Not ours to change, or another process was faster.
        if (pass === 'finish') return;
      }
    }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Parts of `output` as earlier versions left them, under the output's own name. */
export function removeFormerParts(output: string): void {
  const base = path.basename(output);
  for (const name of namesIn(path.dirname(output)))
    if (name.startsWith(`.${base}.`) && /^\.[0-9a-f]{8}\.part$/.test(name.slice(base.length + 1)))
      rmSync(path.join(path.dirname(output), name), { force: true });
}
