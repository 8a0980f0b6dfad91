import type { Client } from '../../client/client.ts';
import type { BoundaryRepair, RepairedFiles } from '../../city/view.ts';
import type { Refusal } from '../../domain/outcome.ts';

/** 修复界线: proposed, confirmed by a person, then opened and offered to be saved. */
export class Mending {
  proposal = $state.raw<BoundaryRepair | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** The repaired file, until something else is opened. */
  done = $state.raw<RepairedFiles | null>(null);
  /** Whether the repaired file was saved: until then a reload would lose it. */
  saved = $state(false);
  busy = $state(false);
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async propose() {
    this.busy = true;
    this.proposal = await this.#client.proposeRepair().catch(() => null);
    this.busy = false;
  }

  /** The repaired files, or null where they could not be made. */
  async confirm(source: string): Promise<RepairedFiles | null> {
    this.busy = true;
    const result = await this.#client.repaired({ source }).catch(() => null);
    this.busy = false;
    if (result && !result.ok) this.refusal = result.refusal;
    return result?.ok ? result.value : null;
  }

  clear() {
    this.proposal = null;
    this.refusal = null;
    this.done = null;
    this.saved = false;
  }
}
