import type { Map as MapLibre } from 'maplibre-gl';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';

/** How much of a view lies in another, of 1. */
function shareIn([west, south, east, north]: Bounds, other: Bounds): number {
  const width = Math.min(east, other[2]) - Math.max(west, other[0]);
  const height = Math.min(north, other[3]) - Math.max(south, other[1]);
  return (Math.max(0, width) * Math.max(0, height)) / ((east - west) * (north - south));
}

export function seenBy(map: Pick<MapLibre, 'getBounds'>): Bounds {
  const seen = map.getBounds();
  return [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
}

/**
 * Tells when what is known from afar is to stand in for land, and when no more. Who moves the map by hand is helped once half of
 * what is in view was not drawn when it last rested: before that the tiles that are there do, and little of the view changes.
 */
export function watchBridge(map: Pick<MapLibre, 'getBounds' | 'on'>, bridge: (isOn: boolean) => void): void {
  let drawn: Bounds | null = null;
  map.on('move', () => {
    if (drawn && shareIn(seenBy(map), drawn) < 0.5) bridge(true);
  });
  map.on('idle', () => {
    drawn = seenBy(map);
    bridge(false);
  });
}
