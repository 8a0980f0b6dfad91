import type { ParkToBeView } from '../../../../city/planning/judged-parks.ts';
import type { PlannedParkView } from '../../../../city/planning/view.ts';
import type { Client } from '../../../../client/client.ts';
import type { Outcome } from '../../../../policy/shape/outcome.ts';
import { kindAndLand, noVerdicts, withVerdicts, type KnownVerdicts } from './known-verdicts.ts';
import { verdictOf } from './rows.ts';

/** Asked for at once: a park takes some ten milliseconds, and others ask too. */
const AT_ONCE = 20;

/** 结论 of planned parks: asked for those that are looked at, kept from plan to plan of the same land and law. */
export class ParkVerdicts {
  #known = $state.raw<KnownVerdicts>(noVerdicts);
  #wanted: readonly PlannedParkView[] = [];
  #asking = false;
  /** Rises with every other land or law. */
  #of = 0;
  readonly #client: Pick<Client, 'judgeParks'>;

  constructor(client: Pick<Client, 'judgeParks'>) {
    this.#client = client;
  }

  /** Undefined until it is told; null where its parcels cannot be put together. */
  of(park: PlannedParkView): ParkToBeView | null | undefined {
    return this.#known.get(kindAndLand(park));
  }

  outcomeOf(park: PlannedParkView): Outcome | null {
    return verdictOf(park, this.of(park));
  }

  /** Those that are looked at now, in place of those that were and are not told yet. */
  async need(parks: readonly PlannedParkView[]): Promise<void> {
    this.#wanted = parks.filter((park) => this.of(park) === undefined);
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.#wanted.length > 0) await this.#some();
    } finally {
      this.#asking = false;
    }
  }

  async #some(): Promise<void> {
    const [of, some] = [this.#of, this.#wanted.slice(0, AT_ONCE)];
    this.#wanted = this.#wanted.slice(AT_ONCE);
    const asked = some.map(({ kind, parcels }) => ({ kind, parcels: parcels.map(({ key }) => key) }));
    const told = await this.#client.judgeParks({ parks: asked }).catch(() => null);
    if (told && of === this.#of) this.#known = withVerdicts(this.#known, some, told);
  }

  /** Other land or another law. */
  clear(): void {
    this.#of++;
    this.#known = noVerdicts;
    this.#wanted = [];
  }
}
