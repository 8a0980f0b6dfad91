import { Map as MapLibre, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { localFamily } from '../fonts.ts';
import { symbolImages } from '../glyphs.ts';
import type { Theme } from '../palette.ts';
import { keepSteady } from '../steady.ts';
import { AFAR_ZOOM } from './sources.ts';
import '../library.css';

const ZOOM = { min: 6, max: 19 } as const;
export const lessMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Whether the browser can draw the map at all. */
export const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** The library's map in an element, over the bounds of the city. */
export function open(element: HTMLElement, style: StyleSpecification, bounds: Bounds): MapLibre {
  setWorkerUrl(workerUrl);
  const map = new MapLibre({
    container: element,
    style,
    bounds: [...bounds],
    fitBoundsOptions: { padding: 16 },
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    // What is known from afar is drawn as it is at every zoom, never sliced: a slice would have to come first.
    zoomLevelsToOverscale: ZOOM.max - AFAR_ZOOM,
    localIdeographFontFamily: localFamily,
    fadeDuration: lessMotion() ? 0 : 140,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  keepSteady(map);
  return map;
}

const THEMES: readonly Theme[] = ['light', 'dark'];

/** Signs of the parks, both themes at once: a change of theme then only names other images. */
export function addSigns(map: MapLibre): void {
  const fine = Math.max(2, window.devicePixelRatio || 1); // glyphs fall between pixels, so they need more than the screen has
  for (const theme of THEMES)
    for (const image of symbolImages(theme, fine)) map.addImage(image.name, image, { pixelRatio: fine });
}

/** Textures of land that is offered: drawn when it is first to be seen. */
export async function addTextures(map: MapLibre): Promise<void> {
  const { statePatterns } = await import('../patterns.ts');
  for (const theme of THEMES)
    for (const image of statePatterns(theme, window.devicePixelRatio || 1))
      map.addImage(image.name, image, { pixelRatio: image.pixelRatio });
}
