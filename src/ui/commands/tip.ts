import { commandWords, type CommandId } from '../../texts/ui/commands.ts';
import type { App } from '../state/app.svelte.ts';
import { commandOf } from './commands.ts';
import { isMac, keyAria, keyText } from './keys.ts';

/** The key of a command as people read it. */
export const keyFor = (id: CommandId): string => keyText(commandOf(id)?.key ?? '', isMac());

/** Attributes of a button that does a command: its name, or `said`, and key at the pointer, its key for a screen reader. */
export function tip(app: App, id: CommandId, said?: string) {
  const name = said ?? commandWords[id][app.settings.language];
  return { title: `${name}（${keyFor(id)}）`, 'aria-keyshortcuts': keyAria(commandOf(id)?.key ?? '', isMac()) };
}
