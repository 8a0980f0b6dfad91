import { closeSync, openSync, read, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { NamedBytes, Slices } from '../formats/contract.ts';
import { isGeodatabasePart } from '../formats/foreign.ts';
import { isCatalogue } from '../formats/gdb/parts.ts';

/** Whether a folder is a file geodatabase, whatever it is called; one that may not be looked into is none. */
export function isGeodatabase(folder: string): boolean {
  try {
    return readdirSync(folder).some(isCatalogue);
  } catch {
    return false;
  }
}

/** The files of a geodatabase, named with its folder; read piece by piece, for a table may be larger than memory. */
export function geodatabaseFiles(folder: string): NamedBytes[] {
  const called = path.basename(path.resolve(folder));
  return readdirSync(folder)
    .filter(isGeodatabasePart)
    .map((name) => ({
      name: `${called}/${name}`,
      bytes: new Uint8Array(),
      slices: new FileSlices(path.join(folder, name)),
    }));
}

const readInto = promisify(read);

/** A file read piece by piece. */
export class FileSlices implements Slices {
  readonly size: number;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    this.size = statSync(file).size;
  }

  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return { arrayBuffer: () => this.#read(from, to - from) };
  }

  async #read(from: number, length: number): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    const opened = openSync(this.#file, 'r');
    try {
      for (let done = 0; done < length;) {
        const { bytesRead } = await readInto(opened, bytes, done, length - done, from + done);
        if (bytesRead === 0) return bytes.buffer.slice(0, done);
        done += bytesRead;
      }
    } finally {
      closeSync(opened);
    }
    return bytes.buffer;
  }
}
