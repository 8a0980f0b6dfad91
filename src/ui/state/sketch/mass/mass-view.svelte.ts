import type { Aslant } from '../../../../map/index.ts';
import type { MapView } from '../../../address/address.ts';

/** 体量: whether the map of the sketch desk is seen from aslant, with what stands on the land standing. */
export class MassView {
  on = $state(false);
  /** As an address has it; null: as it begins. */
  aslant = $state.raw<Aslant | null>(null);

  toggle(): void {
    this.aslant = null;
    this.on = !this.on;
  }

  /** A place is arrived at, as an address has it. */
  arrive({ pitch = 0, bearing = 0 }: MapView): void {
    this.on = pitch !== 0 || bearing !== 0;
    this.aslant = this.on ? { pitch, bearing } : null;
  }
}
