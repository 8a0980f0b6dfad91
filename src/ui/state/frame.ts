import type { Workspace } from '../address/address.ts';

/** What a desk has around the map; how wide each is stands in the frame's own styles. */
export interface FrameShape {
  /** A list, a rail of tools, the text of the law, or a panel of figures. */
  readonly left: 'list' | 'rail' | 'law' | 'panel';
  /** Null where nothing is inspected. */
  readonly right: 'inspector' | 'rule' | null;
  readonly bottom: boolean;
}

/** What is read in a desk decides what is open beside the map. */
interface Reading {
  /** A rule of the law, and whether it judges jurisdictions. */
  readonly rule: { readonly about?: 'jurisdiction' } | null;
}

export function shapeOf(desk: Workspace, { rule }: Reading): FrameShape {
  // The drawer is there before anything is drawn: the map does not move under the pointer that draws.
  if (desk === 'sketch') return { left: 'rail', right: 'inspector', bottom: true };
  if (desk === 'policy') return { left: 'law', right: rule && 'rule', bottom: rule?.about === 'jurisdiction' };
  if (desk === 'supply') return { left: 'panel', right: null, bottom: true };
  return { left: 'list', right: null, bottom: false };
}
/** Heights of the drawer below the map, px; 0: shut. */
export const DRAWER_HEIGHTS = [0, 240, 420] as const;
export type DrawerHeight = (typeof DRAWER_HEIGHTS)[number];

/** One step higher or lower; it stays at its ends. */
export function drawerStep(height: DrawerHeight, by: 1 | -1): DrawerHeight {
  const at = DRAWER_HEIGHTS.indexOf(height) + by;
  return DRAWER_HEIGHTS[Math.min(DRAWER_HEIGHTS.length - 1, Math.max(0, at))];
}
