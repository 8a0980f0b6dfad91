import { differenceOf, type Difference } from '../../domain/plain-difference.ts';
import type { PlanView } from './view.ts';

/** A plan as it is sent: whole, or what is another than in the one that was sent before. `as`: what this one is called. */
export type ToldPlan = { readonly as: number } & (
  | { readonly whole: PlanView }
  | {
      /** The one it is told against. */
      readonly of: number;
      /** Of each park its place there, −1: it is new. */
      readonly order: Int32Array;
      /** Against that one with its parks in this order, null where they are new. */
      readonly differs: Difference | null;
    }
);

/** Parks are the same by their land, whatever their numbers are. */
const landOf = ({ parcels }: PlanView['parks'][number]): string => parcels.map(({ key }) => key).join();

/** Plans one after the other, to one who keeps the last: of a large plan little changes. */
export class PlanTelling {
  #last: { readonly as: number; readonly view: PlanView } | null = null;
  #count = 0;

  /** From here on it is told against the one that is held; whole where that is not the last one. */
  begin(held: number | null): void {
    if (this.#last?.as !== held) this.#last = null;
  }

  tell(view: PlanView): ToldPlan {
    const last = this.#last;
    const as = ++this.#count;
    this.#last = { as, view };
    if (!last) return { as, whole: view };
    const places = new Map(last.view.parks.map((park, n) => [landOf(park), n]));
    const order = Int32Array.from(view.parks, (park) => places.get(landOf(park)) ?? -1);
    return { as, of: last.as, order, differs: differenceOf(inOrder(last.view, order), view) };
  }
}

/** The plan with its parks in another order. */
export const inOrder = (view: PlanView, order: Int32Array): unknown => ({
  ...view,
  parks: Array.from(order, (place) => (place < 0 ? null : view.parks[place])),
});
