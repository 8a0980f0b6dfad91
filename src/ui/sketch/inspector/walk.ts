import { boundsAround, type Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { App } from '../../state/app.svelte.ts';
import type { Place } from './open-points.ts';

/** Flies to a place, marks it and selects what stands there; its name, for who hears it. */
export async function walkTo(app: App, place: Place): Promise<string> {
  const words = app.settings.texts.sketchInspector.places;
  switch (place.at) {
    case 'gap':
      app.pointOut([place.point[0], place.point[1]]);
      return words.gap(...place.sites);
    case 'township': {
      showAll(app, await app.details.boundsOf(place.ids));
      app.mark = place.point && [place.point[0], place.point[1]];
      const line = app.inspecting.lines?.parcels.find(({ id }) => id === place.ids[0]);
      return words.township(line?.township || place.name);
    }
    case 'parcel': {
      app.sketch.select([{ table: 'parcel', key: place.key }]);
      showAll(app, await app.details.boundsOf([place.id]));
      return words.parcel(place.id);
    }
    default: {
      app.sketch.select([{ table: 'building', key: place.key }]);
      showAll(app, (await app.inspecting.boundsOfBuilding(place.key)) ?? []);
      return words.building(app.inspecting.nameOf('building', place.id));
    }
  }
}

/** Brings boxes into view and rings their middle. */
function showAll(app: App, boxes: readonly number[]): void {
  const bounds: Bounds | null = boxes.length > 0 ? boundsAround(boxes) : (app.parkView?.bounds ?? null);
  if (!bounds) return;
  app.mark = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  app.map?.flyTo(bounds, 18);
}
