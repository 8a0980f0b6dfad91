import type { Client } from '../../../client/client.ts';
import type { SupplyStep } from '../../address/address.ts';
import { FlagList, type FlagPage } from './screen/flag-list.svelte.ts';
import { Screening } from './screen/screening.svelte.ts';

/** 供地台: the step that is worked at and what each of them holds; a step that is left keeps it. */
export class SupplyDesk {
  step = $state<SupplyStep>('screen');
  readonly flags: FlagList;
  readonly screening: Screening;

  constructor(page: FlagPage, client: Client) {
    this.flags = new FlagList(page, client);
    this.screening = new Screening(client);
  }

  /** Parcels that are made out on the map, as rows of the project's; null: none is. */
  get parcelRows(): Uint32Array | null {
    return this.step === 'screen' ? this.flags.parcelRows : null;
  }

  /** What the steps show is asked of the land and the law as they are now. */
  ask(): void {
    void this.flags.ask();
    void this.screening.ask();
  }

  /** Other land is open. */
  clear(): void {
    this.flags.clear();
    this.screening.clear();
  }
}
