import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DataFile } from '../publish/data-files.ts';
import type { NowFile } from '../publish/shape/published.ts';
import { compressedCopies, mostTogether } from './compressed.ts';

/** So many versions of the data stay, so that a page that is open goes on with the one it began with. */
export const KEPT_VERSIONS = 3;

/** A published map on disk: versions of its data beside each other, and the file that names the one of now. */
export class PublishedFolder {
  readonly folder: string;
  readonly #data: string;

  constructor(folder: string) {
    this.folder = folder;
    this.#data = path.join(folder, 'data');
  }

  /** Writes data as a version of their own, named by a digest of them; what fails leaves nothing. */
  async addVersion(files: Iterable<DataFile> | AsyncIterable<DataFile>): Promise<string> {
    const draft = path.join(this.#data, `.new-${randomUUID()}`);
    const hash = createHash('sha256');
    try {
      mkdirSync(draft, { recursive: true });
      const writing = mostTogether(4);
      for await (const { path: name, bytes } of files) {
        hash.update(`${name}\0${bytes.length}\0`).update(bytes);
        const file = path.join(draft, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, bytes);
        await writing.add(() => compressedCopies(file, bytes));
      }
      await writing.done();
      const version = hash.digest('hex').slice(0, 16);
      const place = path.join(this.#data, version);
      if (!existsSync(place)) renameSync(draft, place);
      return version;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }

  /** Makes a version that of now, last of all, and takes away those before the last three; returns these. */
  async makeCurrent(version: string, day: string): Promise<readonly string[]> {
    const now: NowFile = { format: 1, version, day };
    const before = this.versions();
    const kept = [version, ...before.filter((own) => own !== version)];
    this.replace('now.json', `${JSON.stringify(now)}\n`);
    this.replace('data/versions.json', `${JSON.stringify(kept.slice(0, KEPT_VERSIONS))}\n`);
    const gone = kept.slice(KEPT_VERSIONS);
    for (const own of gone) rmSync(path.join(this.#data, own), { recursive: true, force: true });
    return gone;
  }

  /** Versions there are, the newest first. */
  versions(): readonly string[] {
    try {
      const listed: unknown = JSON.parse(readFileSync(path.join(this.#data, 'versions.json'), 'utf8'));
      return Array.isArray(listed) ? listed.filter((own) => typeof own === 'string' && /^[0-9a-f]{16}$/.test(own)) : [];
    } catch {
      return [];
    }
  }

  /** A file that whoever looks finds as it was or as it is, never in between. */
  replace(name: string, text: string | Uint8Array): void {
    const file = path.join(this.folder, name);
    const part = `${file}.part`;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(part, text);
    renameSync(part, file);
  }
}
