import type { PlannedParkView } from '../../../../city/planning/view.ts';
import type { DraggedParcel } from '../../../../map/index.ts';
import type { Key } from '../../../../domain/land/change.ts';
import { landOf } from './labels.ts';
import type { TargetOf } from './made.ts';
import { keysOf, siteKeys, type ParksOnMap, type ParkToDraw } from '../parks-on-map.ts';
import type { PlanDesk } from './plan-desk.svelte.ts';
import { parksShown, type ParkColumn, type ParkOrder } from './rows.ts';

/** What stands beside the table of parks. */
export const SIDES = ['solving', 'park', 'gap', 'frontier', 'pair'] as const;
export type Side = (typeof SIDES)[number];

type PlaceOf = (park: PlannedParkView) => string;

/** What of the plan is looked at: a year, a unit, a park, a shortfall. */
export class PlanLook implements ParksOnMap {
  /** Null: all years. */
  year = $state<number | null>(null);
  /** Code of a jurisdiction; null: all. */
  district = $state<string | null>(null);
  order = $state.raw<ParkOrder>({ by: 'plan', down: false });
  /** A park by its land, so that it stays chosen as long as it is in the plan. */
  chosen = $state<string | null>(null);
  target = $state.raw<TargetOf | null>(null);
  side = $state<Side>('solving');
  hovered = $state<string | null>(null);
  /** A parcel of the park in hand while it is dragged on the map, px of it. */
  dragged = $state.raw<(Omit<DraggedParcel, 'parcel'> & { readonly id: string }) | null>(null);
  readonly #desk: PlanDesk;
  readonly #placeOf: PlaceOf;
  readonly #isLocked: (land: string) => boolean;

  constructor(desk: PlanDesk, placeOf: PlaceOf, isLocked: (land: string) => boolean) {
    this.#desk = desk;
    this.#placeOf = placeOf;
    this.#isLocked = isLocked;
  }

  readonly rows: readonly PlannedParkView[] = $derived.by(() => {
    const { view, verdicts } = this.#desk;
    if (!view) return [];
    const words = {
      label: (park: PlannedParkView) => this.#desk.labelOf(park),
      place: this.#placeOf,
      verdict: (park: PlannedParkView) => verdicts.outcomeOf(park),
    };
    return parksShown(view, this, this.order, words);
  });

  readonly park: PlannedParkView | null = $derived.by(
    () => this.#desk.view?.parks.find((park) => PlanLook.land(park) === this.chosen) ?? null,
  );

  static land = ({ parcels }: PlannedParkView): string => landOf(parcels.map(({ id }) => id));

  /** Those of the year are solid, with their number; of others the year is said. The one in hand has room first. */
  readonly parksToDraw: readonly ParkToDraw[] = $derived.by(() => {
    const { year, chosen } = this;
    const parks = this.#desk.view?.parks ?? [];
    const inHand = this.park;
    return (inHand ? [inHand, ...parks.filter((park) => park !== inHand)] : parks).map((park) => {
      const id = PlanLook.land(park);
      const isNamed = id === chosen || park.year === year;
      return {
        id,
        label: isNamed ? this.#desk.labelOf(park) : String(park.year).slice(2),
        // What stands by is dashed with its number.
        isChosen: isNamed && (id === chosen || park.spare === null),
        isLocked: this.#isLocked(id),
        sites: siteKeys(park),
      };
    });
  });

  /** The chosen park of the plan that holds. */
  readonly inHand = $derived.by(() => {
    const { park } = this;
    if (!park || this.#desk.looksAt === 'trial') return null;
    return { park: PlanLook.land(park), parcels: keysOf(park) };
  });

  drag(dragged: DraggedParcel | null): void {
    const parcel = dragged && this.park?.parcels.find(({ key }) => key === dragged.parcel);
    this.dragged = parcel ? { id: parcel.id, at: dragged.at, isOut: dragged.isOut } : null;
  }

  dropOut(key: Key): void {
    const parcel = this.park?.parcels.find((own) => own.key === key);
    if (parcel) void this.#desk.ban([{ as: 'parcel', label: parcel.id, parcels: [parcel.id] }]);
  }

  hover(id: string | null): void {
    this.hovered = id;
  }

  pick(id: string): void {
    const park = this.#desk.view?.parks.find((own) => PlanLook.land(own) === id);
    if (!park) return;
    if (this.year !== null) this.year = park.year;
    if (this.district !== null && this.district !== park.district) this.district = null;
    this.choose(park);
  }

  choose(park: PlannedParkView | null): void {
    this.chosen = park && PlanLook.land(park);
    if (park) this.side = 'park';
  }

  /** The park a parcel is in becomes the one that is chosen; a year that hides it is left. */
  chooseWith(key: Key): boolean {
    const park = this.#desk.view?.parks.find(({ parcels }) => parcels.some((own) => own.key === key));
    if (!park) return false;
    if (this.year !== null && park.year !== this.year) this.year = park.year;
    if (this.district !== null && park.district !== this.district) this.district = null;
    if (PlanLook.land(park) !== this.chosen) this.choose(park);
    return true;
  }

  readGap(target: TargetOf): void {
    this.target = target;
    this.side = 'gap';
  }

  sortBy(by: ParkColumn): void {
    const { order } = this;
    if (order.by !== by) this.order = { by, down: false };
    else this.order = order.down ? { by: 'plan', down: false } : { by, down: true };
  }

  clear(): void {
    this.year = this.district = this.chosen = this.target = this.hovered = null;
    this.order = { by: 'plan', down: false };
    this.side = 'solving';
  }
}
