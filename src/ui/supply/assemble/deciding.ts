import type { App } from '../../state/app.svelte.ts';
import type { CandidatePark } from '../../state/supply/assemble/assembling.svelte.ts';
import { parcelsOf, type Mark } from '../../state/supply/decided.ts';

export const lockOf = ({ parcels, kind }: CandidatePark): Mark => ({
  of: 'locked-park',
  park: { parcels: parcels.map(({ id }) => id), kind },
});

export const banOf = ({ parcels }: CandidatePark): Mark => ({
  of: 'banned-park',
  parcels: parcels.map(({ id }) => id),
});

/** Locks or bans, or takes that back where it is so already; said to a screen reader. */
export function decide(app: App, mark: Mark): void {
  const { choices } = app.supply;
  const texts = app.settings.texts.assembling;
  const ids = parcelsOf(mark);
  const what = texts.ids(ids[0] ?? '', ids.length);
  const was = choices.has(mark);
  choices.toggle(mark);
  const isLock = mark.of === 'locked-park' || mark.of === 'locked-parcel';
  app.announcement = was ? texts.saidBack(what) : isLock ? texts.saidLocked(what) : texts.saidBanned(what);
}
