import type { ComparedRecord } from '../../../../city/scenarios/compared-view.ts';
import { boundsAround } from '../../../../domain/geometry/columns/bounds.ts';
import { ringsOf } from '../../../../domain/geometry/draw/drawn-rings.ts';
import { rowOfKey } from '../../../../domain/land/parcel-columns.ts';
import { sketchScenarios } from '../../../../texts/ui/sketch-scenarios.ts';
import type { App } from '../../app.svelte.ts';

/** A record that scenarios have otherwise, on the map: selected where the one in hand has it. */
export function lookAtCompared(
  app: Pick<App, 'scenarios' | 'sketch' | 'map' | 'announcement' | 'settings' | 'open'>,
  record: ComparedRecord,
): void {
  const { table, key, keys, id, drawn, shapes } = record;
  const { scenarios, sketch } = app;
  scenarios.looked = `${table} ${key}`;
  const corners = shapes.flatMap(({ shape }) => ringsOf(shape).flat());
  if (corners.length > 0) app.map?.flyTo(boundsAround(corners.flatMap(([lon, lat]) => [lon, lat, lon, lat])), 18);
  if (table === 'park') return;
  const at = scenarios.compared?.scenarios.findIndex((own) => own.id === scenarios.hand) ?? -1;
  const isThere = at >= 0 ? drawn[at] !== null : table === 'parcel' && rowOfKey(app.open.project!.parcels, key) >= 0;
  if (isThere) sketch.select([{ table, key: at >= 0 ? keys[at] : key }]);
  else app.announcement = sketchScenarios[app.settings.language].notInHand(id);
}
