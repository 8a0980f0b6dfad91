import type { View } from '../state/address.ts';

/** Whether a view lies below the map where there is room, with the list still beside it. */
export const isDrawn = (view: View): boolean => view === 'table' || view === 'compare';
