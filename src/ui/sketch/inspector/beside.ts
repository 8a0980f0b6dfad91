/** What a popover beside the inspector is placed by, px from the top left corner of the map. */
export interface Beside {
  /** Middle of the chip that opened it. */
  readonly chipY: number;
  readonly width: number;
  readonly height: number;
  readonly map: { readonly width: number; readonly height: number };
  /** The vertex that is drawn; null where none is. */
  readonly avoid: readonly [x: number, y: number] | null;
}

/** Air around it, and above it the strip of the tool in hand. */
const EDGE = 16;
const STRIP = 72;
/** Room around the vertex, its hint and its measure. */
const ROOM = 56;

/** Top of a popover at the right side of the map: near its chip, never over the vertex that is drawn. */
export function topBeside({ chipY, width, height, map, avoid }: Beside): number {
  const least = height + STRIP + EDGE <= map.height ? STRIP : EDGE;
  const most = Math.max(least, map.height - height - EDGE);
  const within = (top: number) => Math.min(most, Math.max(least, top));
  const wished = within(chipY - Math.min(height / 2, 120));
  if (!avoid || avoid[0] < map.width - width - EDGE - ROOM) return wished;
  const isFree = (top: number) => avoid[1] < top - ROOM || avoid[1] > top + height + ROOM;
  const choices = [wished, within(avoid[1] - ROOM - height - 1), within(avoid[1] + ROOM + 1)];
  const free = choices.filter(isFree).sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished));
  // In a low window there is no room for both: then as far from the vertex as it goes.
  return free[0] ?? (avoid[1] > map.height / 2 ? least : most);
}

/** The leader from the popover's right edge to the edge of the map, at the height of the chip. */
export function leaderPath({
  top,
  height,
  chipY,
  mapHeight,
}: {
  top: number;
  height: number;
  chipY: number;
  mapHeight: number;
}): {
  readonly from: readonly [x: number, y: number];
  readonly path: string;
} {
  const y = Math.min(mapHeight - 4, Math.max(4, chipY));
  const start = Math.min(top + height - 12, Math.max(top + 12, y));
  return { from: [2, start], path: start === y ? `M2 ${y}H${EDGE}` : `M2 ${start}H8V${y}H${EDGE}` };
}
