import type { Client } from '../../../../client/client.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { FloorsPage } from './floors-page.ts';
import type { StoreyPlan } from './storey-plan.svelte.ts';

/** 楼层平面: whether the panel is open, and of which building; plan and panel are loaded when it is opened first. */
export class Floors {
  isOpen = $state(false);
  /** Counts how often it was asked to be seen. */
  shown = $state(0);
  building = $state<Key | null>(null);
  #plan: StoreyPlan | null = null;
  readonly #page: FloorsPage;
  readonly #client: Client;

  constructor(page: FloorsPage, client: Client) {
    this.#page = page;
    this.#client = client;
  }

  /** The building that is selected; null where none is, or several are. */
  get offered(): Key | null {
    const buildings = this.#page.sketch.selected.filter(({ table }) => table === 'building');
    return buildings.length === 1 ? buildings[0].key : null;
  }

  open(): void {
    const building = this.offered;
    if (building === null) return;
    this.#page.laying.close();
    this.#page.scenarios.close();
    this.building = building;
    this.isOpen = true;
    this.shown++;
  }

  close(): void {
    this.isOpen = false;
    this.#plan?.rest();
  }

  /** Kept from one opening to the next: what is wished stays. */
  plan(make: (page: FloorsPage, client: Client) => StoreyPlan): StoreyPlan {
    return (this.#plan ??= make(this.#page, this.#client));
  }
}
