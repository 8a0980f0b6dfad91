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
    // What the device does not take stays in the page as long as it is open.
    const refused: KeptReference[] = [];
    for (const one of all) if (!(await this.#drafts.keepReference(draft, one)).ok) refused.push(one);
    this.#waiting = refused;
  }

  async list(): Promise<readonly KeptReference[]> {
    const kept = this.#draft === null ? [] : await this.#of(this.#draft);
    const ids = new Set(kept.map(({ id }) => id));
    return [...kept, ...this.#waiting.filter(({ id }) => !ids.has(id))];
  }

  /** Anew, or otherwise than it was; null once it is kept, or as soon as a draft is begun. */
  async keep(one: KeptReference): Promise<DraftRefusal | null> {
    if (this.#draft === null) {
      this.#waiting = [...this.#waiting.filter(({ id }) => id !== one.id), one];
      return null;
    }
    const kept = await this.#drafts.keepReference(this.#draft, one);
    if (!kept.ok) return kept.refusal;
    this.#waiting = this.#waiting.filter(({ id }) => id !== one.id);
    return null;
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
