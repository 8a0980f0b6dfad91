import type { ParkLine } from '../../city/view.ts';
import type { Client } from '../../client/client.ts';
import { isUnjudged, nextUnjudged } from '../search/unjudged.ts';
import type { OpenProject } from './project.svelte.ts';

/** As many as a list shows at first; then in fewer, larger steps, so that list and map stand still for most of the time. */
const [FIRST, REST] = [60, 240];

/**
 * 判定: the list is there before its parks are judged. Each comes in its turn, those in hand and on top of the list first;
 * what needs all of them waits for `all`.
 */
export class Verdicts {
  readonly #open: OpenProject;
  readonly #client: Pick<Client, 'verdicts'>;
  /** Parks in the order they are looked at; those it leaves out come last. */
  readonly #wanted: () => readonly (ParkLine | null)[];
  #coming: Promise<void> | null = null;

  constructor(open: OpenProject, client: Pick<Client, 'verdicts'>, wanted: () => readonly (ParkLine | null)[]) {
    this.#open = open;
    this.#client = client;
    this.#wanted = wanted;
  }

  /** How many parks are still to be judged. */
  readonly left: number = $derived.by(() => this.#open.project?.parks.filter(isUnjudged).length ?? 0);

  /** Asks for those that are left, if that is not under way; done when all are there, or nothing answers any more. */
  all(): Promise<void> {
    return (this.#coming ??= this.#come().finally(() => (this.#coming = null)));
  }

  async #come(): Promise<void> {
    const { opening } = this.#open;
    for (let most = FIRST; this.#open.opening === opening; most = REST) {
      const keys = nextUnjudged(this.#open.project?.parks ?? [], this.#wanted(), most);
      if (keys.length === 0) return;
      const isTold = await this.#open.judged(() => this.#client.verdicts({ parks: keys }));
      if (!isTold) return;
    }
  }
}
