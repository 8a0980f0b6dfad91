import type { App } from '../../state/app.svelte.ts';

/** Parks that the step 计划 has for a year, as the ledger takes them. */
export function plannedParks({ supply }: App, year: number): readonly { parcels: readonly string[]; name: string }[] {
  const { plan } = supply;
  return (plan.plan?.view.parks ?? [])
    .filter((park) => park.year === year)
    .map((park) => ({ parcels: park.parcels.map(({ id }) => id), name: plan.labelOf(park) }));
}
