import type { Box } from '../../../map/visitor/edges.ts';

const OVER = '.controls, .legend, .search .line > *, .search .chips > *, .panel';

/** What lies over the map, from its top left corner, as far as any of it does. */
export function boxesOver(map: HTMLElement, frame: HTMLElement): readonly Box[] {
  const own = map.getBoundingClientRect();
  return [...frame.querySelectorAll(OVER)]
    .map((part) => part.getBoundingClientRect())
    .filter(
      ({ left, top, right, bottom }) => left < own.right && right > own.left && top < own.bottom && bottom > own.top,
    )
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(0, left - own.left),
      top: Math.max(0, top - own.top),
      right: Math.min(own.width, right - own.left),
      bottom: Math.min(own.height, bottom - own.top),
    }));
}
