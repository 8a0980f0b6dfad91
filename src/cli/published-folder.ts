import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import type { Entry } from '../publish/pages/changes.ts';
import type { NowFile, ParkFile } from '../publish/shape/published.ts';

/** A version of the data that is there, with the files of the page it came with. */
export interface KeptVersion {
  readonly version: string;
  readonly assets: readonly string[];
}

/** What the map itself puts beside the files of its page. */
const OWN = [
  'data',
  'park',
  'en',
  'now.json',
  'index.html',
  '404.html',
  'robots.txt',
  'sitemap.xml',
  'feed.xml',
  'feed.en.xml',
];

/** A published map on disk: versions of its data beside each other, and the file that names the one of now. */
export class PublishedFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Versions there are, the newest first. */
  versions(): readonly KeptVersion[] {
    const kept = this.#json<readonly KeptVersion[]>('data/versions.json') ?? [];
    return kept.filter(({ version }) => /^[0-9a-f]{16}$/.test(version));
  }

  /** The page as it was published last; null where only data were. */
  page(): string | null {
    const file = path.join(this.folder, 'index.html');
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** What was told of changes, the newest first. */
  entries(): readonly Entry[] {
    return this.#json<readonly Entry[]>('data/changes.json') ?? [];
  }

  /** The card of a park in a version; null where it had none. */
  card(version: string, slug: string): ParkFile | null {
    return this.#json<ParkFile>(`data/${version}/parks/${slug}.json`);
  }

  slugs(version: string): readonly string[] {
    const folder = path.join(this.folder, 'data', version, 'parks');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []).sort(); // prettier-ignore
  }

  /** What lies in the folder that is none of the map's, nor of a page of any version there is. */
  strangers(): readonly string[] {
    const assets = this.versions().flatMap((own) => own.assets.map((name) => name.split('/')[0]));
    const own = new Set([...OWN, ...assets]);
    return readdirSync(this.folder)
      .filter((name) => !own.has(name.replace(/\.(br|gz)$/, '')))
      .sort();
  }

  /** Copies files of the built page with their compressed copies; those that are there are the same. */
  copyAssets(dist: string, names: readonly string[]): void {
    for (const name of names) {
      const to = path.join(this.folder, name);
      mkdirSync(path.dirname(to), { recursive: true });
      for (const ending of ['', '.br', '.gz'])
        if (existsSync(path.join(dist, name) + ending)) copyFileSync(path.join(dist, name) + ending, to + ending);
        else rmSync(to + ending, { force: true });
    }
  }

  /** Makes a version that of now, last of all, and takes away those before the last `keep`; returns these. */
  makeCurrent(now: NowFile, assets: readonly string[], keep: number): readonly string[] {
    const all = [{ version: now.version, assets }, ...this.versions().filter((own) => own.version !== now.version)];
    const [kept, gone] = [all.slice(0, keep), all.slice(keep)];
    this.replace('now.json', `${JSON.stringify(now)}\n`);
    this.replace('data/versions.json', `${JSON.stringify(kept)}\n`);
    const needed = new Set(kept.flatMap((own) => own.assets));
    for (const own of gone) {
      rmSync(path.join(this.folder, 'data', own.version), { recursive: true, force: true });
      for (const name of own.assets.filter((asset) => !needed.has(asset)))
        for (const ending of ['', '.br', '.gz']) rmSync(path.join(this.folder, name) + ending, { force: true });
    }
    return gone.map(({ version }) => version);
  }

  /** Takes away pages of parks that are published no longer. */
  removePages(isThere: (slug: string) => boolean): void {
    for (const parent of ['park', 'en/park']) {
      const folder = path.join(this.folder, parent);
      if (!existsSync(folder)) continue;
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !isThere(entry.name)) rmSync(path.join(folder, entry.name), { recursive: true });
    }
  }

  /** A file that whoever looks finds as it was or as it is, never in between. */
  replace(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  }

  #json<T>(name: string): T | null {
    try {
      return JSON.parse(readFileSync(path.join(this.folder, name), 'utf8')) as T;
    } catch {
      return null;
    }
  }
}
