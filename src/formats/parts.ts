/** Data sets of several files of one name: by the ending of the file that is read, the endings of all of them. */
const parts: Readonly<Record<string, readonly string[]>> = {
  shp: ['shp', 'shx', 'dbf', 'prj', 'cpg'],
  mif: ['mif', 'mid'],
};

const endingOf = (name: string): string => /\.([^./\\]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase() ?? '';

/** Whether a file is the one of several by which its data set is read. */
export const isMain = (name: string): boolean => Object.hasOwn(parts, endingOf(name));

/** The ending of the file that is read, of the data set that a file belongs to by its name; null for a file of its own. */
export const mainEndingOf = (name: string): string | null =>
  Object.keys(parts).find((main) => parts[main].includes(endingOf(name))) ?? null;
