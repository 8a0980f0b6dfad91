import type { Client } from '../../../client/client.ts';
import type { Ledger, LedgerComparison } from '../../../supply/ledger/shape.ts';
import { boundsStyles, type BoundsStyle } from '../../../texts/written-bounds.ts';
import { remember, remembered } from '../remembered.ts';

type Asked = Pick<Client, 'ledger' | 'ledgerComparison' | 'rowFile' | 'outlines'>;
type LedgerRead = Parameters<Client['ledger']>[0];

const writingKey = 'yuantu.writtenConditions';

/** A year's plan whole, with what is otherwise than in the version it takes the place of. */
interface WholeLedger {
  readonly ledger: Ledger;
  readonly comparison: LedgerComparison | null;
}

/** 台账 as files are made of it. */
export class LedgerBook {
  /** While files of it are made. */
  busy = $state(false);
  /** How planning conditions are written in them. */
  conditions = $state<BoundsStyle>(remembered(writingKey, boundsStyles) ?? 'signs');
  readonly rowFile: Client['rowFile'];
  readonly outlines: Client['outlines'];
  readonly #client: Asked;

  constructor(client: Asked) {
    this.#client = client;
    this.rowFile = client.rowFile;
    this.outlines = client.outlines;
  }

  writeConditions(style: BoundsStyle) {
    this.conditions = style;
    remember(writingKey, style);
  }

  /** Null where there is no plan. */
  async whole(read: LedgerRead): Promise<WholeLedger | null> {
    const ledger = await this.#client.ledger(read);
    if (!ledger?.plan) return null;
    const { plan, plans, date } = ledger;
    const before = plans.find((own) => own.plan.id === plan.plan.adjusts);
    const asked = before && { before: before.key, after: plan.key, date };
    return { ledger, comparison: asked ? await this.#client.ledgerComparison(asked) : null };
  }
}
