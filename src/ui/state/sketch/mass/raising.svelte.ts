import type { Intent } from '../../../../desk/intent.ts';
import type { RecordRef } from '../../../../desk/tools/index.ts';
import type { Key } from '../../../../domain/land/change.ts';

/** What raising asks of the desk. */
interface RaisedDesk {
  readonly selected: readonly RecordRef[];
  try(intent: Intent | null): void;
  do(intent: Intent): Promise<unknown>;
}

/** 加减层 by hand: tried as it is dragged, done as one step when it is let go. */
export class Raising {
  /** Storeys more or fewer that are tried; 0: none. */
  by = $state(0);
  #of: Key | null = null;
  readonly #desk: RaisedDesk;

  constructor(desk: RaisedDesk) {
    this.#desk = desk;
  }

  /** Buildings that are selected, and nothing else. */
  get keys(): readonly Key[] {
    const { selected } = this.#desk;
    return selected.every(({ table }) => table === 'building') ? selected.map(({ key }) => key) : [];
  }

  /** So many storeys more on the building, tried. */
  try(of: Key, by: number): void {
    if (of === this.#of && by === this.by) return;
    this.#of = of;
    this.by = by;
    this.#desk.try(by === 0 ? null : { do: 'storeys', buildings: [of], by });
  }

  /** What is tried is done. */
  async take(): Promise<void> {
    const { by } = this;
    const of = this.#of;
    this.#of = null;
    this.by = 0;
    if (of !== null && by !== 0) await this.#desk.do({ do: 'storeys', buildings: [of], by });
  }

  drop(): void {
    if (this.by !== 0) this.#desk.try(null);
    this.#of = null;
    this.by = 0;
  }

  /** At once: a storey more or fewer on each that is selected. */
  async step(by: 1 | -1): Promise<void> {
    this.drop();
    if (this.keys.length > 0) await this.#desk.do({ do: 'storeys', buildings: [...this.keys], by });
  }
}
