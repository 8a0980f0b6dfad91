import { afterEach, expect, it, vi } from 'vitest';
import type { App } from '../state/app.svelte.ts';
import { shortcut } from './shortcuts.ts';

afterEach(() => vi.unstubAllGlobals());

it('Delete while a drawn button has the focus removes nothing', () => {
  class Drawn {
    readonly role: string | null;
    constructor(role: string | null) {
      this.role = role;
    }
    closest(asked: string): this | null {
      return this.role !== null && asked.includes(`[role=${this.role}]`) ? this : null;
    }
  }
  // What is drawn is an element, and none of HTML.
  vi.stubGlobal('Element', Drawn);
  vi.stubGlobal('HTMLElement', class {});
  vi.stubGlobal('navigator', { platform: '' });
  const remove = vi.fn();
  const app = {
    workspace: 'sketch',
    open: { project: {} },
    palette: { open: false },
    settings: { letterKeys: true },
    sketch: { selected: [{ table: 'parcel', key: 1 }], canBack: false, tool: 'select', remove },
  } as unknown as App;
  const press = (target: unknown) =>
    shortcut({ key: 'Delete', target, preventDefault: () => undefined } as unknown as KeyboardEvent, app);
  press(new Drawn('button'));
  expect(remove).not.toHaveBeenCalled();
  press(new Drawn(null));
  expect(remove).toHaveBeenCalledTimes(1);
});
