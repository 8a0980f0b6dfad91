import type { App } from '../../state/app.svelte.ts';

/** Parks of the plan that holds for a year, as the ledger takes them: none of what is tried beside it, or sought still. */
export function plannedParks({ supply }: App, year: number): readonly { parcels: readonly string[]; name: string }[] {
  const { plan } = supply;
  return (plan.plan?.view.parks ?? [])
    .filter((park) => park.year === year)
    .map((park) => ({ parcels: park.parcels.map(({ id }) => id), name: plan.labelOf(park) }));
}
