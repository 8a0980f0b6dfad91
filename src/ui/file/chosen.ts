import type { FileHandle } from '../address/recent.ts';

type Picker = (options: { readonly multiple: true }) => Promise<readonly FileHandle[]>;
const picker = (): Picker | undefined => (window as { showOpenFilePicker?: Picker }).showOpenFilePicker;

/** Whether the browser gives handles that can be kept. */
export const givesHandles = (): boolean => picker() !== undefined;

/** What a person chooses; null where they close the dialog. */
export async function pickFiles(): Promise<readonly FileHandle[] | null> {
  try {
    return (await picker()?.({ multiple: true })) ?? null;
  } catch {
    return null;
  }
}

type HandleItem = DataTransferItem & { getAsFileSystemHandle?: () => Promise<(FileHandle & { kind: string }) | null> };

/** Handles of what was dropped, asked for at once; none where a folder is among them or the browser gives none. */
export async function droppedHandles({ items }: DataTransfer): Promise<readonly FileHandle[]> {
  const asked = ([...items] as HandleItem[]).map((item) => item.getAsFileSystemHandle?.());
  const handles = await Promise.all(asked).catch(() => []);
  const files = handles.flatMap((handle) => (handle?.kind === 'file' ? [handle] : []));
  return files.length === asked.length ? files : [];
}
