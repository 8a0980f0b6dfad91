import type { Booked } from '../../../../texts/ui/supply-plan/panel.ts';
import type { LedgerRefusal } from '../../../../desk/ledger/books.ts';
import type { Client } from '../../../../client/client.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import type { Edits } from '../../edits.svelte.ts';
import type { OpenProject } from '../../project.svelte.ts';
import type { PlanDesk } from './plan-desk.svelte.ts';

/** A park as it is entered: by its parcels and the name it has in the plan; `spare`: it stands by 备选, and when it steps in. */
export interface BookedPark {
  readonly parcels: readonly string[];
  readonly name: string;
  readonly spare?: string;
}

interface LedgerPage {
  readonly edits: Pick<Edits, 'change'>;
  readonly open: Pick<OpenProject, 'project'>;
}

/** What was entered last, told until the land is another. */
interface Entered extends Booked {
  readonly version: number | null;
}

/** 列入年度计划: the plan's parks of a year become rows of the year's document, as one step that can be undone. */
export class IntoLedger {
  refusal = $state.raw<LedgerRefusal | Refusal | null>(null);
  busy = $state(false);
  #entered = $state.raw<Entered | null>(null);
  readonly #page: LedgerPage;
  readonly #desk: PlanDesk;
  readonly #client: Pick<Client, 'ledgerEdit' | 'ledgerStanding'>;

  constructor(page: LedgerPage, desk: PlanDesk, client: Pick<Client, 'ledgerEdit' | 'ledgerStanding'>) {
    this.#page = page;
    this.#desk = desk;
    this.#client = client;
  }

  /** What was entered in the year, as long as nothing was done since. */
  entered(year: number | null): Entered | null {
    const own = this.#entered;
    return own?.year === year && own.version === this.#version ? own : null;
  }

  get #version(): number | null {
    return this.#page.open.project?.version ?? null;
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
      // All of it is in the document: what was wanted is so.
      if (!edit.ok && edit.refusal.code === 'nothing-to-do') return await this.#tell(year, parks, 0);
      const before = this.#version;
      const done = edit.ok ? await this.#page.edits.change(edit.value.change) : edit;
      if (!done) return false;
      if (!done.ok) {
        this.refusal = done.refusal;
        return false;
      }
      this.#desk.booked(plan, before);
      return await this.#tell(year, parks, edit.ok ? (edit.value.change.tables.supplyRow?.put?.length ?? 0) : 0);
    } finally {
      this.busy = false;
    }
  }

  async #tell(year: number, parks: readonly BookedPark[], rows: number): Promise<true> {
    const version = this.#version;
    const standing = await this.#client.ledgerStanding({ year }).catch(() => null);
    if (!standing) return true;
    const { reserve, ended } = standing;
    const isIn = (held: readonly string[]) => (park: BookedPark) => park.parcels.some((id) => held.includes(id));
    const over = parks.filter(isIn(ended));
    const living = parks.filter((park) => !over.includes(park));
    const firm = living.filter((park) => park.spare === undefined);
    const asReserve = firm.filter(isIn(reserve)).length;
    this.#entered = {
      year,
      parks: firm.length - asReserve,
      spare: living.filter((park) => park.spare !== undefined && isIn(reserve)(park)).length,
      rows,
      asReserve,
      ended: over.length,
      version,
    };
    return true;
  }
}
