const KEY = 'yuantu.saved-area';

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
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as SavedNote | null;
  } catch {
    return null;
  }
}

export function saveNote(note: SavedNote): SavedNote {
  try {
    localStorage.setItem(KEY, JSON.stringify(note));
  } catch {
    // What is kept is kept; only when is not remembered.
  }
  return note;
}
