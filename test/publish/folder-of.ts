import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FeatureCollection } from 'geojson';
import { yuantu, type Ran } from '../helpers/command.ts';

/** A folder to publish into, with the city beside it. */
export class TestFolder {
  readonly home = mkdtempSync(path.join(tmpdir(), 'yuantu-publish-'));
  readonly dir = path.join(this.home, 'map');

  /** Data and pages of text, as of one day. */
  async publish(city: FeatureCollection, ...options: readonly string[]): Promise<Ran> {
    const file = path.join(this.home, 'city.geojson');
    writeFileSync(file, JSON.stringify(city));
    return yuantu('publish', this.dir, file, '--data-only', '--date', '2026-11-28', ...options);
  }

  settings(text: string): string {
    const file = path.join(this.home, 'publish.yaml');
    writeFileSync(file, text);
    return file;
  }

  /** Every file by its path. */
  files(): ReadonlyMap<string, Buffer> {
    const names = readdirSync(this.dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      names
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
        .map((file) => [path.relative(this.dir, file), readFileSync(file)]),
    );
  }

  json<T>(name: string): T {
    return JSON.parse(readFileSync(path.join(this.dir, name), 'utf8')) as T;
  }

  /** A file of the data of now. */
  data<T>(name: string): T {
    const { version } = this.json<{ version: string }>('now.json');
    return this.json<T>(`data/${version}/${name}`);
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }
}
