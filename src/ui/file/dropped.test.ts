import { describe, expect, it } from 'vitest';
import { droppedFiles } from './dropped.ts';

const fileEntry = (fullPath: string, text: string) => ({
  isFile: true,
  isDirectory: false,
  fullPath,
  file: (done: (file: File) => void) => done(new File([text], fullPath.split('/').at(-1)!)),
});
/** A folder that gives its entries two at a time, as a browser gives a hundred. */
const folderEntry = (fullPath: string, entries: readonly object[]) => ({
  isFile: false,
  isDirectory: true,
  fullPath,
  createReader: () => {
    let at = 0;
    return { readEntries: (done: (some: readonly object[]) => void) => done(entries.slice(at, (at += 2))) };
  },
});
const drop = (entries: readonly object[], files: readonly File[] = []) =>
  droppedFiles({ items: entries.map((e) => ({ webkitGetAsEntry: () => e })), files } as unknown as DataTransfer);

describe('a drop', () => {
  it('opens folders, however deep and full, and names files by their path', async () => {
    const plots = ['1', '2', '3', '4', '5'].map((n) => fileEntry(`/地块/${n}.txt`, n));
    const files = await drop([
      folderEntry('/地块', [...plots, folderEntry('/地块/旧', [fileEntry('/地块/旧/1.txt', 'x')])]),
    ]);
    expect(files.map(({ name }) => name)).toEqual([
      ...['1', '2', '3', '4', '5'].map((n) => `地块/${n}.txt`),
      '地块/旧/1.txt',
    ]);
    expect(new TextDecoder().decode(files[5].bytes)).toBe('x');
  });

  it('leaves the tables of a geodatabase where they lie', async () => {
    const [table] = await drop([folderEntry('/三调.gdb', [fileEntry('/三调.gdb/a00000001.gdbtable', 'abc')])]);
    expect([table.name, table.bytes.length, table.slices?.size]).toEqual(['三调.gdb/a00000001.gdbtable', 0, 3]);
    expect(new TextDecoder().decode(await table.slices!.slice(1, 3).arrayBuffer())).toBe('bc');
  });

  it('of files alone goes by their names', async () => {
    const files = await drop([fileEntry('/a.txt', 'never asked')], [new File(['a'], 'a.txt')]);
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['a.txt', 'a']]);
  });
});
