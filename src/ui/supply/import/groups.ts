import { isCatalogue } from '../../../formats/gdb/parts.ts';

/** Files as they stand in the list: a folder once, a table and a file outside of folders by itself. */
export interface FileGroup {
  readonly name: string;
  readonly names: readonly string[];
  readonly is: 'land' | 'geodatabase' | 'table';
}

const isTable = (name: string): boolean => /\.(xlsx?|csv)$/i.test(name);

/** Files of one name beside each other, as those of a Shapefile or of a MIF, are one too. */
const groupOf = (name: string): string =>
  isTable(name) ? name : name.includes('/') ? name.replace(/\/[^/]*$/, '') : name.replace(/\.(shp|shx|dbf|prj|cpg)$/i, '.shp').replace(/\.(mif|mid)$/i, '.mif'); // prettier-ignore

const kindOf = (names: readonly string[]): FileGroup['is'] =>
  names.some(isCatalogue) ? 'geodatabase' : isTable(names[0]) ? 'table' : 'land';

/** Land first, then tables. */
export function groupsOf(names: readonly string[]): readonly FileGroup[] {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(groupOf(name), [...(groups.get(groupOf(name)) ?? []), name]);
  const all = [...groups].map(([name, own]) => ({ name, names: own, is: kindOf(own) }));
  return [...all.filter(({ is }) => is !== 'table'), ...all.filter(({ is }) => is === 'table')];
}
