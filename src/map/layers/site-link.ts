import type { FilterSpecification, LineLayerSpecification } from 'maplibre-gl';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/** The dotted line from a park's first site to its others 一园多址. */
export const siteLink = (
  { theme }: Pick<MapState, 'theme'>,
  id: string,
  source: 'siteLinks' | 'planSiteLinks' | 'proposedLinks' | 'hoveredLinks',
  filter: FilterSpecification,
): LineLayerSpecification => ({
  id,
  type: 'line',
  source,
  filter,
  layout: { 'line-cap': 'round' },
  paint: { 'line-color': palettes[theme].accent, 'line-width': 1.5, 'line-dasharray': [0.4, 2.8] },
});
