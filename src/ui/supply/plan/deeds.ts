import { boundsAround } from '../../../domain/geometry/columns/bounds.ts';
import type { PlannedParcelView, PlannedParkView } from '../../../city/planning/view.ts';
import type { App } from '../../state/app.svelte.ts';
import type { Banned } from '../../state/supply/plan/banned.ts';

/** 不用: said at once, the plan is made anew around it. */
function drop(app: App, banned: readonly Banned[]): Promise<boolean> {
  const { plan, look } = app.supply;
  const join = app.settings.language === 'zh' ? '、' : ', ';
  app.announcement = app.settings.texts.supplyPlan.said.banned(banned.map(({ label }) => label).join(join));
  look.side = look.side === 'park' ? 'solving' : look.side;
  return plan.ban(banned);
}

export const dropParks = (app: App, parks: readonly PlannedParkView[]): Promise<boolean> =>
  drop(
    app,
    parks.map((park) => ({
      as: 'park',
      label: app.supply.plan.labelOf(park),
      parcels: park.parcels.map(({ id }) => id),
    })),
  );

export const dropParcel = (app: App, { id }: Pick<PlannedParcelView, 'id'>): Promise<boolean> =>
  drop(app, [{ as: 'parcel', label: id, parcels: [id] }]);

/** To the map, wherever it is looked at. */
export function showPark(app: App, park: PlannedParkView): void {
  app.supply.look.choose(park);
  void app.details.boundsOf(new Set(park.parcels.map(({ id }) => id))).then((boxes) => {
    if (boxes.length > 0) app.map?.flyTo(boundsAround(boxes), 16);
  });
}
