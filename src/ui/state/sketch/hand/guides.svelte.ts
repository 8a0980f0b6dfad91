import type { KeptGuide } from '../../../../client/drafts/draft.ts';
import type { KeptDrafts } from '../../../../client/client.ts';
import type { DraftRefusal } from '../../../../desk/draft-refusal.ts';

/** 辅助线: setback lines that were kept, with what is open and its draft. */
export class Guides {
  list = $state.raw<readonly KeptGuide[]>([]);
  /** Why they are not kept on this device. */
  unkept = $state.raw<DraftRefusal | null>(null);
  readonly #kept: KeptDrafts['guides'] | null;
  #opening = 0;

  constructor(kept: KeptDrafts['guides'] | null) {
    this.#kept = kept;
  }

  add(guide: KeptGuide): void {
    void this.#set([...this.list, guide]);
  }

  clear(): void {
    void this.#set([]);
  }

  /** Other land is open: of a draft what was kept with it. */
  async opened(): Promise<void> {
    const opening = ++this.#opening;
    this.list = [];
    this.unkept = null;
    const kept = (await this.#kept?.list()) ?? [];
    if (opening === this.#opening) this.list = [...kept, ...this.list];
  }

  async #set(list: readonly KeptGuide[]): Promise<void> {
    this.list = list;
    this.unkept = (await this.#kept?.keep(list)) ?? null;
  }
}
