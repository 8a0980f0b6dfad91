import { randomBytes } from 'node:crypto';

/*
 * Names of files on their way: `.yuantu-PID-RANDOM.N.part`, short whatever the output is called, and with the process that
 * writes them, so that what an interrupted one left can be told from what another is writing now.
 */

/** `part`: new and not in its place yet; `old`: put aside for it; `list`, `undo`: the renames to finish, to take back. */
export type AsideKind = 'part' | 'old' | 'list' | 'undo';

/** Names for the files of one writing. */
export function asideName(process: number = globalThis.process.pid): (kind: AsideKind, n: number) => string {
  const id = `.yuantu-${process}-${randomBytes(4).toString('hex')}`;
  return (kind, n) => `${id}.${n}.${kind}`;
}

export interface Aside {
  readonly process: number;
  readonly kind: AsideKind;
  /** What the names of one writing share. */
  readonly writing: string;
}

/** What a name says; null for any other file. */
export function asideOf(name: string): Aside | null {
  const found = /^(\.yuantu-(\d+)-[0-9a-f]{8})\.\d+\.(?:list\.)?(part|old|list|undo)$/.exec(name);
  return found && { writing: found[1], process: Number(found[2]), kind: found[3] as AsideKind };
}

/** Whether a process of this computer is running. */
export function isRunning(process: number): boolean {
  try {
    globalThis.process.kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
