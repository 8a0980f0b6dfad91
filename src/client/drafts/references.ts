import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Drafts, KeptReference } from './draft.ts';

/** 参考层 of what is open: kept with its draft, and until there is one in the page. */
export class KeptReferences {
  readonly #drafts: Drafts;
  #draft: string | null = null;
  #waiting: KeptReference[] = [];

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
  }

  /** Other land is open, or a draft again. */
  opened(draft: string | null): void {
    this.#draft = draft;
    this.#waiting = [];
  }

  /** What is open has a draft from now on, or another than it had. */
  async begun(draft: string): Promise<void> {
    const before = this.#draft;
    this.#draft = draft;
    const all = before === null || before === draft ? this.#waiting : await this.#of(before);
    this.#waiting = [];
    for (const one of all) await this.#drafts.keepReference(draft, one);
  }

  list(): Promise<readonly KeptReference[]> {
    return this.#draft === null ? Promise.resolve(this.#waiting) : this.#of(this.#draft);
  }

  /** Anew, or otherwise than it was; null once it is kept, or as soon as a draft is begun. */
  async keep(one: KeptReference): Promise<DraftRefusal | null> {
    if (this.#draft === null) {
      this.#waiting = [...this.#waiting.filter(({ id }) => id !== one.id), one];
      return null;
    }
    const kept = await this.#drafts.keepReference(this.#draft, one);
    return kept.ok ? null : kept.refusal;
  }

  async drop(id: string): Promise<void> {
    this.#waiting = this.#waiting.filter((own) => own.id !== id);
    if (this.#draft !== null) await this.#drafts.dropReference(this.#draft, id);
  }

  async #of(draft: string): Promise<readonly KeptReference[]> {
    const found = await this.#drafts.references(draft);
    return found.ok ? found.value : [];
  }
}
