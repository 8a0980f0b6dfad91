/** Files as they stand in the list: a folder once, a table and a file outside of folders by itself. */
export interface FileGroup {
  readonly name: string;
  readonly names: readonly string[];
  readonly isTable: boolean;
}

const isTable = (name: string): boolean => /\.(xlsx?|csv)$/i.test(name);

/** Files of one name beside each other, as those of a Shapefile or of a MIF, are one too. */
const groupOf = (name: string): string =>
  isTable(name) ? name : name.includes('/') ? name.replace(/\/[^/]*$/, '') : name.replace(/\.(shp|shx|dbf|prj|cpg)$/i, '.shp').replace(/\.(mif|mid)$/i, '.mif'); // prettier-ignore

/** Land first, then tables. */
export function groupsOf(names: readonly string[]): readonly FileGroup[] {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(groupOf(name), [...(groups.get(groupOf(name)) ?? []), name]);
  const all = [...groups].map(([name, own]) => ({ name, names: own, isTable: isTable(own[0]) }));
  return [...all.filter((group) => !group.isTable), ...all.filter((group) => group.isTable)];
}
