import type { Map as MapLibre } from 'maplibre-gl';

/**
 * A map that gets lower or higher, because a drawer below it opens, shows its places where they were: the library keeps the
 * middle, and would move what a pointer is about to press.
 */
export function keepSteady(map: MapLibre): void {
  const size = () => {
    const { clientWidth, clientHeight } = map.getContainer();
    return { width: clientWidth, height: clientHeight };
  };
  let before = size();
  map.on('resize', () => {
    const now = size();
    const lower = now.height - before.height;
    const isBeside = now.width !== before.width;
    before = now;
    // Seen from aslant a way in px is no way on the ground: the middle stays, so that it is there again afterwards.
    const isFlat = map.getPitch() === 0;
    if (lower !== 0 && !isBeside && isFlat && !map.isMoving()) map.panBy([0, lower / 2], { animate: false });
  });
}
