import { keepRecent, recentKept, withRecent, type FileHandle, type RecentFiles } from '../address/recent.ts';

/** 最近打开: files of this device that can be opened again by name. */
export class Recent {
  list = $state.raw<readonly RecentFiles[]>([]);
  /** Names of files that could not be opened again. */
  gone = $state.raw<readonly string[] | null>(null);

  async load() {
    this.list = await recentKept();
  }

  remember(handles: readonly FileHandle[]) {
    if (handles.length > 0) this.#keep(withRecent(this.list, handles));
  }

  drop(entry: RecentFiles) {
    this.gone = entry.names;
    this.#keep(this.list.filter(({ id }) => id !== entry.id));
  }

  forget() {
    this.gone = null;
    this.#keep([]);
  }

  #keep(list: readonly RecentFiles[]) {
    this.list = list;
    void keepRecent(list);
  }
}
