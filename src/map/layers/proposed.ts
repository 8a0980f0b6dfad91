import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { hei } from '../fonts.ts';
import { palettes } from '../palette.ts';
import { badgeImage, markImage } from '../proposed-images.ts';
import type { MapState } from '../view.ts';
import { siteLink } from './site-link.ts';

/* Parks that are not there yet: those in hand solid, others dashed; their sites hang together by dotted lines. */

/**
 * From here on a site is large enough for its dashed edge; from afar it is a patch, which thousands of dashes would not tell
 * better, and which costs a quarter of them to draw.
 */
const EDGES = 12;

const CHOSEN: ExpressionSpecification = ['==', ['get', 'isChosen'], true];
const OTHER: ExpressionSpecification = ['!=', ['get', 'isChosen'], true];

/** Their land. */
export function proposedLand(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  // Corners as they are: rounded ones are three times as many triangles.
  const line = (id: string, filter: ExpressionSpecification, paint: object): LayerSpecification => ({
    id,
    type: 'line',
    source: 'proposedSites',
    filter,
    paint,
    ...(filter === OTHER && { minzoom: EDGES }),
  });
  return [
    {
      id: 'proposed-fill',
      type: 'fill',
      source: 'proposedSites',
      // Of the others it is what the pointer finds, where no patch is.
      filter: ['any', CHOSEN, ['>=', ['zoom'], EDGES]],
      paint: { 'fill-color': p.siteFill, 'fill-opacity': ['case', CHOSEN, p.siteOpacity, 0] },
    },
    {
      id: 'proposed-patch',
      type: 'fill',
      source: 'proposedSites',
      maxzoom: EDGES,
      filter: OTHER,
      paint: { 'fill-color': p.accent, 'fill-opacity': 0.65 },
    },
    // Those of all at once would cross.
    siteLink(state, 'proposed-link', 'proposedLinks', CHOSEN),
    siteLink(state, 'hovered-link', 'hoveredLinks', OTHER),
    line('proposed-halo', CHOSEN, { 'line-color': p.halo, 'line-width': 6 }),
    line('proposed-line', CHOSEN, { 'line-color': p.accent, 'line-width': 3 }),
    line('proposed-other-halo', OTHER, { 'line-color': p.halo, 'line-width': 3.5, 'line-opacity': 0.8 }),
    line('proposed-other', OTHER, { 'line-color': p.accent, 'line-width': 1.5, 'line-dasharray': [3, 2] }),
    {
      id: 'proposed-hover',
      type: 'line',
      source: 'hoveredSites',
      paint: { 'line-color': p.accent, 'line-width': 3 },
    },
  ];
}

/** From here on no badge is left out for want of room. */
const ALL_BADGES = 12.5;

/** Their badges, and what is decided on single parcels. */
export function proposedBadges(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const isAlways: ExpressionSpecification = ['step', ['zoom'], false, ALL_BADGES, true];
  const badge = (kind: 'chosen' | 'other', filter: FilterSpecification): LayerSpecification => ({
    id: `proposed-badge-${kind}`,
    type: 'symbol',
    source: 'proposedBadges',
    filter,
    layout: {
      'icon-image': badgeImage(kind, state.theme),
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [2, 6, 2, 6],
      'text-field': [
        'case',
        ['get', 'isLocked'],
        ['format', ['image', markImage(kind === 'chosen' ? 'locked-on' : 'locked', state.theme)], {}, ['concat', ' ', ['get', 'label']], {}], // prettier-ignore
        ['get', 'label'],
      ],
      'text-font': hei.bold,
      'text-size': 12,
      'text-anchor': 'bottom',
      'text-offset': [0, -0.5],
      'icon-allow-overlap': isAlways,
      'text-allow-overlap': isAlways,
      'icon-padding': 0,
      'text-padding': 0,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': kind === 'chosen' ? p.accentOn : p.accent },
  });
  return [
    {
      id: 'land-mark',
      type: 'symbol',
      source: 'landMarks',
      layout: {
        'icon-image': [
          'match',
          ['get', 'is'],
          'locked',
          markImage('locked', state.theme),
          markImage('banned', state.theme),
        ],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
    badge('other', OTHER),
    badge('chosen', CHOSEN),
  ];
}
