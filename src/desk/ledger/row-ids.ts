import type { Land } from '../../domain/land/land.ts';
import type { SupplyPlan } from '../../domain/land/model.ts';

/** Ids of rows of a plan, `2026-1-007`, each given once. */
export class RowIds {
  readonly #land: Land;
  readonly #start: string;
  readonly #given = new Set<string>();
  #next = 1;

  constructor(land: Land, { id }: SupplyPlan) {
    this.#land = land;
    this.#start = id;
  }

  isTaken(id: string): boolean {
    return this.#given.has(id) || this.#land.table('supplyRow').called(id) !== undefined;
  }

  take(wanted?: string): string {
    const id = wanted ?? this.#free();
    this.#given.add(id);
    return id;
  }

  #free(): string {
    for (;;) {
      const id = `${this.#start}-${String(this.#next++).padStart(3, '0')}`;
      if (!this.isTaken(id)) return id;
    }
  }
}
