import type { LayingWishes } from '../../../../desk/laying/wishes.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { LayCalls, Offered, Price } from './asked.ts';

/** 代价: what each wish costs the layout that is looked at, asked once nothing else is. */
export class Prices {
  all = $state.raw<readonly Price[]>([]);
  readonly #calls: Pick<LayCalls, 'layoutPrices'>;
  #turn = 0;

  constructor(calls: Pick<LayCalls, 'layoutPrices'>) {
    this.#calls = calls;
  }

  clear(): void {
    this.#turn++;
    this.all = [];
  }

  async ask(parcels: readonly Key[], wishes: LayingWishes, { family, angleDeg }: Offered): Promise<void> {
    const turn = ++this.#turn;
    const asked = { parcels, wishes, layout: { family, angleDeg } };
    // Without an answer there are none: layouts themselves say why.
    const answer = await this.#calls.layoutPrices(asked).catch(() => null);
    if (turn === this.#turn) this.all = answer?.ok ? answer.value : [];
  }

  /** What a wish costs, or would cost; null where that is not known, or not yet. */
  of(wish: Price['wish']): Price | null {
    return this.all.find((own) => own.wish === wish) ?? null;
  }
}
