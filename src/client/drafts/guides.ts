import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Drafts, KeptGuide } from './draft.ts';

/** 辅助线 of what is open: kept with its draft, and until there is one in the page. */
export class KeptGuides {
  readonly #drafts: Pick<Drafts, 'guides' | 'keepGuides'>;
  #draft: string | null = null;
  /** As the page has them. */
  #guides: readonly KeptGuide[] = [];

  constructor(drafts: Pick<Drafts, 'guides' | 'keepGuides'>) {
    this.#drafts = drafts;
  }

  /** Other land is open, or a draft again. */
  opened(draft: string | null): void {
    this.#draft = draft;
    this.#guides = [];
  }

  /** What is open has a draft from now on, or another than it had. */
  async begun(draft: string): Promise<void> {
    this.#draft = draft;
    if (this.#guides.length > 0) await this.#drafts.keepGuides(draft, this.#guides);
  }

  async list(): Promise<readonly KeptGuide[]> {
    const found = this.#draft === null ? null : await this.#drafts.guides(this.#draft);
    if (found?.ok) this.#guides = found.value;
    return this.#guides;
  }

  /** All of them, in place of those before; null once they are kept, or as soon as a draft is begun. */
  async keep(guides: readonly KeptGuide[]): Promise<DraftRefusal | null> {
    this.#guides = guides;
    if (this.#draft === null) return null;
    const kept = await this.#drafts.keepGuides(this.#draft, guides);
    return kept.ok ? null : kept.refusal;
  }
}
