import type { CommandId } from '../../texts/ui/commands.ts';
import type { App } from '../state/app.svelte.ts';
import type { KeyName } from './keys.ts';

/** One of the things a command can be done with: a format, a filter, a file. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Pinyin initials of the name; made from it where they are left out. */
  readonly initials?: string;
  readonly run: () => unknown;
}

/** Something a person can have done: by its key, from the palette, by its button. Its names are in `texts/ui/commands.ts`. */
export interface Command {
  readonly id: CommandId;
  readonly key: KeyName;
  /** Another key that many are used to. */
  readonly otherKey?: KeyName;
  /** While something is typed its keys are the field's own. */
  readonly leavesFields?: boolean;
  /** While a button or the like has the focus its keys are the button's own. */
  readonly leavesControls?: boolean;
  /** What it would be done to now. */
  readonly detail?: (app: App) => string;
  /** Whether it can be done now; always where nothing is said. */
  readonly possible?: (app: App) => boolean;
  /** What it does; with choices it asks which first. */
  readonly run?: (app: App) => unknown;
  readonly choices?: (app: App) => readonly Choice[];
}

export const isPossible = (command: Command, app: App): boolean => command.possible?.(app) ?? true;

/** Does it, or asks for its choice. */
export function perform(command: Command, app: App): void {
  if (!isPossible(command, app)) return;
  if (command.choices) app.palette.show(command.id);
  else void command.run?.(app);
}
