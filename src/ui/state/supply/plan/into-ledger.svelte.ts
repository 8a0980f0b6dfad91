import type { LedgerRefusal } from '../../../../desk/ledger/books.ts';
import type { Client } from '../../../../client/client.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import type { Edits } from '../../edits.svelte.ts';
import type { PlanDesk } from './plan-desk.svelte.ts';

/** A park as it is entered: by its parcels and the name it has in the plan; `spare`: it stands by 备选, and when it steps in. */
export interface BookedPark {
  readonly parcels: readonly string[];
  readonly name: string;
  readonly spare?: string;
}

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

  /** True once they are in the document. */
  async put(year: number, parks: readonly BookedPark[]): Promise<boolean> {
    const { plan } = this.#desk;
    if (!plan || parks.length === 0 || this.busy) return false;
    this.busy = true;
    this.refusal = null;
    try {
      const edit = await this.#client.ledgerEdit({ wish: { do: 'put-parks', year, parks } }).catch(() => null);
      if (!edit) return false;
      const done = edit.ok ? await this.#page.edits.change(edit.value.change) : edit;
      if (!done) return false;
      if (!done.ok) this.refusal = done.refusal;
      else this.#desk.booked(plan);
      return done.ok;
    } finally {
      this.busy = false;
    }
  }
}
