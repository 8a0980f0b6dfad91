import { visitorTexts } from '../../texts/visitor.ts';
import type { Listing } from './state/listing.svelte.ts';
import { Later } from './parts/later.svelte.ts';

/** What a visitor does not see first. */
export const laterParts = {
  newer: new Later(() => import('./Newer.svelte')),
  card: new Later(() => import('./card/card.ts')),
  filters: new Later(() => import('./Filters.svelte')),
  walk: new Later(() => import('./map/Walk.svelte')),
  table: new Later(() => import('./views/Table.svelte')),
  compare: new Later(() => import('./views/Compare.svelte')),
  idle: new Later(() => import('./views/IdleView.svelte')),
  supply: new Later(() => import('./views/SupplyView.svelte')),
  data: new Later(() => import('./views/DataView.svelte')),
} as const;

/**
 * Fetches what works on data that are there already, one after the other, so that it opens at once and without a network too. The
 * rest waits until it is asked for.
 */
export async function fetchParts(listing: Pick<Listing, 'wantFinder'>): Promise<void> {
  const { newer, walk, card, filters, table, compare } = laterParts;
  for (const part of [newer, walk, card, filters, table, compare]) await part.want();
  await listing.wantFinder();
  for (const words of Object.values(visitorTexts)) await words().catch(() => undefined);
}
