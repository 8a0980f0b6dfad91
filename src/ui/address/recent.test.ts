import { describe, expect, it } from 'vitest';
import { filesOf, withRecent, type FileHandle, type RecentFiles } from './recent.ts';

const handle = (name: string, permission: PermissionState = 'granted', asked = permission): FileHandle => ({
  name,
  getFile: () => Promise.resolve(new File([name], name)),
  queryPermission: () => Promise.resolve(permission),
  requestPermission: () => Promise.resolve(asked),
});
const opened = (...names: string[]) => names.map((name) => handle(name));

describe('recent files', () => {
  it('come latest first, the same ones once, and no more than eight', () => {
    let list: readonly RecentFiles[] = [];
    for (const name of 'abcdefghij') list = withRecent(list, opened(name));
    list = withRecent(list, opened('d'));
    expect(list.map(({ names }) => names.join())).toEqual(['d', 'j', 'i', 'h', 'g', 'f', 'e', 'c']);
  });

  it('of one data set are one entry, in whatever order they were chosen', () => {
    const list = withRecent(withRecent([], opened('a.shp', 'a.dbf')), opened('a.dbf', 'a.shp'));
    expect(list).toHaveLength(1);
    expect(list[0].names).toEqual(['a.dbf', 'a.shp']);
  });

  it('are read after the person allowed it, and not without', async () => {
    const names = async (own: FileHandle) =>
      (await filesOf({ id: '', names: [], handles: [own] }))?.map(({ name }) => name);
    expect(await names(handle('a'))).toEqual(['a']);
    expect(await names(handle('a', 'prompt', 'granted'))).toEqual(['a']);
    expect(await names(handle('a', 'prompt', 'denied'))).toBeUndefined();
    expect(await names({ name: 'a', getFile: () => Promise.reject(new Error('gone')) })).toBeUndefined();
  });
});
