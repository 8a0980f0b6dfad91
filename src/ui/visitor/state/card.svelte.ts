import type { Published, UnreadCode } from '../../../client/published.ts';
import type { ParkFile } from '../../../publish/shape/published.ts';

/** The file of the park whose card lies open, as it comes. */
export class Card {
  file = $state.raw<ParkFile | null>(null);
  unread = $state<UnreadCode | null>(null);
  #wanted: string | null = null;

  constructor(private readonly published: Pick<Published, 'park'>) {}

  /** What comes after another was asked for is not shown. */
  async want(slug: string) {
    this.#wanted = slug;
    if (this.file?.slug !== slug) this.file = null;
    this.unread = null;
    const read = await this.published.park(slug);
    if (this.#wanted !== slug) return;
    if (read.ok) this.file = read.value;
    else this.unread = read.refusal.code;
  }
}
