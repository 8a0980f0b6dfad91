import type { Client } from '../../client/client.ts';
import type { Key } from '../../domain/land/change.ts';
import type { RuleRepairs } from '../../policy/repairs/repairs.ts';

/** Repairs of the park whose card is open; asked for when it opens, because they cost more than its findings. */
export class Repairs {
  #found = $state.raw<readonly RuleRepairs[]>([]);
  #park: Key | null = null;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async ask(park: Key | null) {
    // Of the same park those of before stay until the new ones are here: what is typed beside one is not taken away.
    if (park !== this.#park) this.#found = [];
    this.#park = park;
    if (park === null) return;
    // A cancelled opening ends the worker and with it this question: the card then has no repairs.
    const found = await this.#client.repairs({ park }).catch(() => null);
    if (this.#park === park) this.#found = found ?? [];
  }

  get all(): readonly RuleRepairs[] {
    return this.#found;
  }

  of(rule: string): RuleRepairs | null {
    return this.#found.find((own) => own.rule === rule) ?? null;
  }
}
