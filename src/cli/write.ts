import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { NamedBytes } from '../formats/contract.ts';
import { formatOf } from '../formats/index.ts';
import { zipped } from '../formats/archive/zipped.ts';
import { CommandRefused } from './context.ts';
import { removeFormerParts, settle } from './leftovers.ts';
import { replaceAll } from './replace.ts';

/** What the system calls a failure: `ENOENT`, `EACCES` … */
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

const unwritable = (name: string, detail: string): CommandRefused =>
  new CommandRefused({ code: 'file-unwritable', params: { name, detail } });

const isZip = (output: string): boolean => /\.zip$/i.test(output);

/** The format an output is to have, from its name: a zip holds a Shapefile; other packed files are read, not written. */
export function formatToWrite(output: string): NonNullable<ReturnType<typeof formatOf>> {
  if (isZip(output)) return 'shp';
  const format = formatOf(output);
  if (/\.xls$/i.test(output)) throw new CommandRefused({ code: 'old-excel', params: { name: output } });
  if (!format || /\.gz$/i.test(output)) throw new CommandRefused({ code: 'unknown-format', params: { name: output } });
  return format;
}

/**
 * What was written, under the very name that was asked for: a format has one extension of its own and others it goes by.
 * Several files of one data set keep theirs, or go into the `.zip` asked for.
 */
export function asNamed(output: string, files: readonly NamedBytes[]): readonly NamedBytes[] {
  const name = path.basename(output);
  if (isZip(output)) return [zipped(name, files)];
  return files.length === 1 ? [{ name, bytes: files[0].bytes }] : files;
}

/** The file itself, by whatever name or link it is called; null where there is none. */
function identityOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

/**
 * Ends the command before any work is done for an output that cannot be written: its folder is not there or not to be
 * written, it is a folder or write-protected, or it is one of the inputs, also by another name.
 */
export function requireWritable(output: string, inputs: readonly string[]): void {
  const identity = identityOf(output);
  const same = inputs.find(
    (input) => path.resolve(input) === path.resolve(output) || (identity !== null && identityOf(input) === identity),
  );
  if (same !== undefined) throw new CommandRefused({ code: 'same-file', params: { name: same } });
  try {
    const folder = path.dirname(existsSync(output) ? realpathSync(output) : output);
    if (!statSync(folder).isDirectory()) throw unwritable(output, 'ENOTDIR');
    accessSync(folder, constants.W_OK);
    if (identity === null) return;
    if (statSync(output).isDirectory()) throw unwritable(output, 'EISDIR');
    accessSync(output, constants.W_OK);
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    throw unwritable(output, reasonOf(error));
  }
}

/**
 * Writes all files or none, the main one first (`replace.ts`), after putting in order what an interrupted command left there.
 * An interrupt (Ctrl-C) in between waits until that is done.
 */
export async function writeAll(
  folder: string,
  files: readonly NamedBytes[],
  inputs: readonly string[] = [],
): Promise<void> {
  const targets = files.map(({ name }) => path.join(folder, name));
  for (const target of targets) requireWritable(target, inputs);
  const release = holdInterrupts();
  try {
    for (const own of new Set(targets.map((target) => path.dirname(target)))) settle(own);
    for (const target of targets) removeFormerParts(target);
    replaceAll(
      targets,
      files.map(({ bytes }) => bytes),
    );
  } catch (error) {
    const { dest } = error as { dest?: string };
    throw unwritable(targets.find((target) => target === dest) ?? targets[0], reasonOf(error));
  } finally {
    await release();
  }
}

/** Keeps interrupts until released; one that came is then obeyed. */
function holdInterrupts(): () => Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let came: NodeJS.Signals | null = null;
  const keep = (signal: NodeJS.Signals) => void (came = signal);
  for (const signal of signals) process.on(signal, keep);
  return async () => {
    // A signal that came meanwhile is told when the loop next waits for events, which is after the first turn.
    for (let turn = 0; turn < 2; turn++) await new Promise((next) => setImmediate(next));
    for (const signal of signals) process.off(signal, keep);
    if (came) process.kill(process.pid, came);
  };
}
