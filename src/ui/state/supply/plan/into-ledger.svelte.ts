import type { LedgerRefusal } from '../../../../desk/ledger/books.ts';
import type { Client } from '../../../../client/client.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import type { Edits } from '../../edits.svelte.ts';
import type { PlanDesk } from './plan-desk.svelte.ts';

interface LedgerPage {
  readonly edits: Pick<Edits, 'change'>;
}

/** 列入年度计划: the plan's parks of a year become rows of the year's document, as one step that can be undone. */
export class IntoLedger {
  refusal = $state.raw<LedgerRefusal | Refusal | null>(null);
  busy = $state(false);
  readonly #page: LedgerPage;
  readonly #desk: PlanDesk;
  readonly #client: Pick<Client, 'ledgerEdit'>;

  constructor(page: LedgerPage, desk: PlanDesk, client: Pick<Client, 'ledgerEdit'>) {
    this.#page = page;
    this.#desk = desk;
    this.#client = client;
  }

  /** How many parks of it are in the document now; null where nothing was done. */
  async put(year: number): Promise<number | null> {
    const { plan } = this.#desk;
    const parks = (plan?.view.parks ?? []).filter((park) => park.year === year);
    if (!plan || parks.length === 0 || this.busy) return null;
    this.busy = true;
    this.refusal = null;
    try {
      const named = parks.map((park) => ({
        parcels: park.parcels.map(({ id }) => id),
        name: this.#desk.labelOf(park),
      }));
      const edit = await this.#client.ledgerEdit({ wish: { do: 'put-parks', year, parks: named } }).catch(() => null);
      if (!edit) return null;
      const done = edit.ok ? await this.#page.edits.change(edit.value.change) : edit;
      if (!done) return null;
      if (!done.ok) this.refusal = done.refusal;
      else this.#desk.booked(plan);
      return done.ok ? parks.length : null;
    } finally {
      this.busy = false;
    }
  }
}
