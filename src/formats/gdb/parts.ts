import type { NamedBytes, Slices } from '../contract.ts';
import { bytesInSlices } from '../slices.ts';

/** The first table of a geodatabase lists the others: where it is, there is a geodatabase. */
const catalogue = /(^|\/)a00000001\.gdbtable$/i;

export const isCatalogue = (name: string): boolean => catalogue.test(name);

/** The folder a file lies in, with the slash behind it. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** What a person calls the folder of a geodatabase; empty for files that were given without their folder. */
const calledAfter = (folder: string): string => folder.replace(/\/+$/, '').replace(/^.*\//, '');

const slicesOf = ({ bytes, slices }: NamedBytes): Slices => slices ?? bytesInSlices(bytes);

/** The files of one geodatabase, by their names in lower case without folder. */
export class Parts {
  readonly name: string;
  readonly #files: ReadonlyMap<string, NamedBytes>;

  constructor(folder: string, files: readonly NamedBytes[]) {
    this.name = calledAfter(folder);
    const own = files.filter(({ name }) => folderOf(name) === folder);
    this.#files = new Map(own.map((file) => [file.name.slice(folder.length).toLowerCase(), file]));
  }

  /** A file of the table with this number in the catalogue; null where it is not there. */
  of(table: number, ending: 'gdbtable' | 'gdbtablx' | 'cdf'): Slices | null {
    const file = this.#files.get(`a${table.toString(16).padStart(8, '0')}.${ending}`);
    return file ? slicesOf(file) : null;
  }
}

/** The geodatabases that files are of. */
export const databasesOf = (files: readonly NamedBytes[]): readonly Parts[] =>
  files.filter(({ name }) => isCatalogue(name)).map(({ name }) => new Parts(folderOf(name), files));
