import type { CommandId } from '../../texts/ui/commands.ts';

/** 命令面板: open or not, and narrowed to the choices of one command or not. */
export class Palette {
  open = $state(false);
  within = $state<CommandId | null>(null);
  /** Where the focus goes back to. */
  #before: HTMLElement | null = null;

  show(within: CommandId | null = null) {
    if (!this.open) this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.open = true;
    this.within = within;
  }

  /** `back`: the focus returns to where it was, unless what was done has moved it. */
  hide(back: boolean) {
    if (!this.open) return;
    this.open = false;
    this.within = null;
    if (back) this.#before?.focus();
  }
}
