import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import type { DataFile } from '../publish/data-files.ts';
import { compressedCopies, mostTogether } from './compressed.ts';

const COPIES = ['.br', '.gz'] as const;

/** A publication on its way: written aside with its compressed copies, then moved to its place. What fails leaves nothing. */
export class PublishDraft {
  readonly #folder: string;
  readonly #draft: string;
  readonly #hash = createHash('sha256');
  readonly #writing = mostTogether(4);

  constructor(folder: string) {
    this.#folder = folder;
    this.#draft = path.join(folder, `.new-${randomUUID()}`);
    mkdirSync(path.join(this.#draft, 'data'), { recursive: true });
  }

  /** A file of the data, which its version is named by. */
  async data(file: DataFile): Promise<void> {
    if ('made' in file) return this.#spilled(file.path, file.made);
    const { path: name, bytes } = file;
    this.#hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    await this.#write(path.join('data', name), bytes);
  }

  /** What is larger than memory should hold goes to the disk piece by piece, and then behind what goes in front of it. */
  #spilled(name: string, made: (spill: (piece: Uint8Array) => void) => Uint8Array): void {
    const file = path.join(this.#draft, 'data', name);
    const spill = openSync(`${file}.spill`, 'wx+');
    const whole = openSync(file, 'wx');
    try {
      const front = made((piece) => void writeSync(spill, piece));
      this.#hash.update(`${name}\0`).update(front);
      writeSync(whole, front);
      const buffer = new Uint8Array(1 << 22);
      for (let at = 0, read = 0; (read = readSync(spill, buffer, 0, buffer.length, at)) > 0; at += read) {
        this.#hash.update(buffer.subarray(0, read));
        writeSync(whole, buffer, 0, read);
      }
    } finally {
      closeSync(spill);
      closeSync(whole);
      rmSync(`${file}.spill`);
    }
  }

  /** Any other file, by its path below the folder. */
  async page(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await this.#write(path.join('pages', name), bytes);
  }

  /** Name of the version, once all its data are told. */
  version(): string {
    return this.#hash.copy().digest('hex').slice(0, 16);
  }

  /** Puts the data at `data/VERSION`, then every page over the one that stood there, `index.html` last of all. */
  async finish(): Promise<readonly string[]> {
    await this.#writing.done();
    const place = path.join(this.#folder, 'data', this.version());
    mkdirSync(path.dirname(place), { recursive: true });
    if (!existsSync(place)) renameSync(path.join(this.#draft, 'data'), place);
    const pages = path.join(this.#draft, 'pages');
    const names = existsSync(pages) ? filesIn(pages) : [];
    const plain = names.filter((name) => !COPIES.some((ending) => name.endsWith(ending)));
    for (const name of plain.sort((a, b) => Number(a === 'index.html') - Number(b === 'index.html'))) this.#move(name);
    return plain;
  }

  /** Takes away what was not moved. */
  end(): void {
    rmSync(this.#draft, { recursive: true, force: true });
  }

  /** Copies first go, so that none is handed out for another file. */
  #move(name: string): void {
    const [from, to] = [path.join(this.#draft, 'pages', name), path.join(this.#folder, name)];
    mkdirSync(path.dirname(to), { recursive: true });
    for (const ending of COPIES) rmSync(to + ending, { force: true });
    renameSync(from, to);
    for (const ending of COPIES) if (existsSync(from + ending)) renameSync(from + ending, to + ending);
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.#draft, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    await this.#writing.add(() => compressedCopies(file, bytes));
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
