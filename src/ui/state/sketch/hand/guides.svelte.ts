import type { KeptGuide } from '../../../../client/drafts/draft.ts';
import type { KeptDrafts } from '../../../../client/client.ts';
import type { DraftRefusal } from '../../../../desk/draft-refusal.ts';

/** What was done to the guides, and between which steps of the land. */
interface GuideStep {
  readonly what: 'add' | 'clear';
  /** The guides as they were, and as they are with it. */
  readonly before: readonly KeptGuide[];
  readonly after: readonly KeptGuide[];
  /** How many steps the land was past what was opened. */
  readonly depth: number;
}

/** 辅助线: setback lines that were kept, with what is open and its draft; undone between the steps of the land. */
export class Guides {
  list = $state.raw<readonly KeptGuide[]>([]);
  /** Why they are not kept on this device. */
  unkept = $state.raw<DraftRefusal | null>(null);
  #done = $state.raw<readonly GuideStep[]>([]);
  #undone = $state.raw<readonly GuideStep[]>([]);
  readonly #kept: KeptDrafts['guides'] | null;
  readonly #depth: () => number;
  #opening = 0;

  constructor(kept: KeptDrafts['guides'] | null, depth: () => number) {
    this.#kept = kept;
    this.#depth = depth;
  }

  add(guide: KeptGuide): void {
    this.#do('add', [...this.list, guide]);
  }

  clear(): void {
    this.#do('clear', []);
  }

  /** Whether the last thing that was done is a step of theirs. */
  get canBack(): boolean {
    const last = this.#done.at(-1);
    return last !== undefined && last.depth >= this.#depth();
  }

  /** What is undone; null where the last step was one of the land. */
  back(): GuideStep['what'] | null {
    const step = this.canBack ? this.#done.at(-1)! : null;
    if (!step) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    void this.#set(step.before);
    return step.what;
  }

  get canForth(): boolean {
    return this.#undone.at(-1)?.depth === this.#depth();
  }

  forth(): GuideStep['what'] | null {
    const step = this.canForth ? this.#undone.at(-1)! : null;
    if (!step) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    void this.#set(step.after);
    return step.what;
  }

  /** A new step of the land: what was undone before it is not done again. */
  landChanged(): void {
    this.#undone = [];
  }

  /** Other land is open: of a draft what was kept with it. */
  async opened(): Promise<void> {
    const opening = ++this.#opening;
    this.list = this.#done = this.#undone = [];
    this.unkept = null;
    const kept = (await this.#kept?.list()) ?? [];
    if (opening === this.#opening) this.list = [...kept, ...this.list];
  }

  #do(what: GuideStep['what'], after: readonly KeptGuide[]): void {
    this.#done = [...this.#done, { what, before: this.list, after, depth: this.#depth() }];
    this.#undone = [];
    void this.#set(after);
  }

  async #set(list: readonly KeptGuide[]): Promise<void> {
    this.list = list;
    this.unkept = (await this.#kept?.keep(list)) ?? null;
  }
}
