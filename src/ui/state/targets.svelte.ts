import type { Client } from '../../client/client.ts';
import type { TargetRow } from '../../policy/targets.ts';
import { byJurisdiction, type JurisdictionProgress } from '../../policy/target-progress.ts';

/** Progress against the targets of clause 一; asked for when it is looked at. */
export class Targets {
  rows = $state.raw<readonly TargetRow[]>([]);
  baseYear = $state<number | null>(null);
  readonly progress: readonly JurisdictionProgress[] = $derived(byJurisdiction(this.rows));
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** `baseYear`: null for the year the pack takes. */
  async ask(baseYear: number | null) {
    this.baseYear = baseYear;
    const rows = await this.#client.targets({ baseYear: baseYear ?? undefined }).catch(() => null);
    if (this.baseYear === baseYear) this.rows = rows ?? [];
  }
}
