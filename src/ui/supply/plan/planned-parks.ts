import type { App } from '../../state/app.svelte.ts';
import type { BookedPark } from '../../state/supply/plan/into-ledger.svelte.ts';
import { spareText } from './words.ts';

/** Parks of the plan that holds for a year, as the ledger takes them: none of what is tried beside it, or sought still. */
export function plannedParks(app: App, year: number): readonly BookedPark[] {
  const { plan } = app.supply;
  const { supplyPlan } = app.settings.texts;
  return (plan.plan?.view.parks ?? [])
    .filter((park) => park.year === year)
    .map((park) => ({
      parcels: park.parcels.map(({ id }) => id),
      name: plan.labelOf(park),
      ...(park.spare && { spare: supplyPlan.spare.remark(spareText(app, park.spare)) }),
    }));
}
