import type { NamedBytes } from '../../formats/contract.ts';
import { isGeodatabasePart } from '../../formats/foreign.ts';
import { mostBytes } from '../../formats/limits.ts';

/** The tables of a geodatabase may be larger than memory, and so may an archive of them: they are read where they lie. */
const namedBytes = async (name: string, file: File): Promise<NamedBytes> =>
  isGeodatabasePart(name) || file.size > mostBytes
    ? { name, bytes: new Uint8Array(), slices: file }
    : { name, bytes: new Uint8Array(await file.arrayBuffer()) };

/** Files someone chose, by their names; those of a folder by their paths. */
export const chosenFiles = (files: Iterable<File>): Promise<NamedBytes[]> =>
  Promise.all([...files].map((file) => namedBytes(file.webkitRelativePath || file.name, file)));

/** What was dropped, folders opened: a file in a folder goes by its path. Asked at once, for a drop is gone after its event. */
export function droppedFiles({ items, files }: DataTransfer): Promise<NamedBytes[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(files);
  return Promise.all(entries.map(filesIn)).then((all) => all.flat());
}

async function filesIn(entry: FileSystemEntry): Promise<NamedBytes[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [await namedBytes(entry.fullPath.replace(/^\//, ''), file)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: NamedBytes[] = [];
  // A reader gives a hundred at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const inner of some) found.push(...(await filesIn(inner)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
