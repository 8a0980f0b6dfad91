import type { App } from '../state/app.svelte.ts';
import { perform, isPossible } from './command.ts';
import { COMMANDS } from './commands.ts';
import { isCharacter, isMac, isPlain, keyOf } from './keys.ts';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=range], [type=checkbox], [type=radio])'));

/** What Enter presses, Backspace and Escape may mean something to. */
const onControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, summary, [role=button], [role=menu], [role=dialog]') !== null;

/** The map zooms by these keys itself while it has the focus. */
const onMap = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.classList.contains('maplibregl-canvas');

/** Does the command whose key was pressed, if it can be done where the focus is. */
export function shortcut(event: KeyboardEvent, app: App): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = keyOf(event, isMac());
  const command = COMMANDS.find((own) => own.key === key || own.otherKey === key);
  if (!command || !isPossible(command, app)) return;
  if (command.leavesFields && typing(event.target)) return;
  if (command.leavesControls && onControl(event.target)) return;
  if (isPlain(key) && ((!app.settings.letterKeys && isCharacter(key)) || app.palette.open || typing(event.target)))
    return;
  if ((command.id === 'zoomIn' || command.id === 'zoomOut') && onMap(event.target)) return;
  event.preventDefault();
  if (command.id === 'palette' && app.palette.open) app.palette.hide(true);
  else perform(command, app);
}
