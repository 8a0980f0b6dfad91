import { tick } from 'svelte';
import type { App } from '../../state/app.svelte.ts';
import type { InspectedTable } from '../../state/sketch/inspecting.svelte.ts';

/** A table of the park in hand is opened and seen: on a phone it stands far below, and not while a panel is in its place. */
export async function showTable(app: App, table: InspectedTable): Promise<void> {
  if (matchMedia('(max-width: 640px)').matches) app.floors.close();
  app.inspecting.openTable(table);
  await tick();
  document.getElementById(`sketch-tab-${table}`)?.scrollIntoView({ block: 'start' });
}
