import { mkdirSync, statSync } from 'node:fs';
import { CommandRefused } from './context.ts';
import { reasonOf } from './write.ts';

/** A folder for several outputs, made where it is not there. */
export function outputFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    if (statSync(folder).isDirectory()) return folder;
  } catch (error) {
    throw new CommandRefused({ code: 'file-unwritable', params: { name: folder, detail: reasonOf(error) } });
  }
  throw new CommandRefused({ code: 'file-unwritable', params: { name: folder, detail: 'ENOTDIR' } });
}
