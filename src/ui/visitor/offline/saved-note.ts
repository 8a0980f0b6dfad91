/** Of the folder of this map: others may stand on the same host. */
const key = () => `yuantu.saved-area ${new URL('.', location.href).pathname}`;

/** What was kept last on this device. */
export interface SavedNote {
  readonly version: string;
  /** Day of its data, and the day it was kept. */
  readonly day: string;
  readonly savedOn: string;
  readonly parks: number;
}

/** Null where nothing was kept, or the browser tells nothing. */
export function savedBefore(): SavedNote | null {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? 'null') as SavedNote | null;
  } catch {
    return null;
  }
}

/** Whether it is there still: a browser that needs room lets go of what it keeps unasked. */
export const isKept = async ({ version }: SavedNote): Promise<boolean> =>
  (await caches.match(new URL(`data/${version}/first.json`, location.href.split(/[?#]/)[0]))) !== undefined;

export function saveNote(note: SavedNote): SavedNote {
  try {
    localStorage.setItem(key(), JSON.stringify(note));
  } catch {
    // What is kept is kept; only when is not remembered.
  }
  return note;
}

export function forgetNote(): void {
  try {
    localStorage.removeItem(key());
  } catch {
    // A browser that tells nothing has kept no note.
  }
}
