import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import './library.css';
import './map.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { localFamily } from './fonts.ts';
import { lessMotion } from './motion.ts';
import { symbolImages } from './glyphs.ts';
import type { ParkMapOptions } from './contract.ts';
import type { Theme } from './palette.ts';
import { statePatterns, twicePattern } from './patterns.ts';
import { badgeImages, markImages } from './proposed-images.ts';
import { keepSteady } from './steady.ts';
import { style } from './style.ts';
import type { TileAddresses } from './tiles.ts';
import { AFAR_ZOOM } from './sources.ts';
import { MOST_PITCH } from './tools/turning.ts';
import type { MapState } from './view.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
const ZOOM = { min: 8, max: 19, start: 10 } as const;

/** The library's map in a container, still without data. */
export function open(container: HTMLElement, options: ParkMapOptions, state: MapState, tiles: TileAddresses): MapLibre {
  setWorkerUrl(workerUrl);
  const view = options.view;
  const map = new MapLibre({
    container,
    style: style(state, tiles.of),
    center: view ? [view.lon, view.lat] : [0, 0],
    zoom: view?.zoom ?? ZOOM.start,
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    // It is tilted on the sketch desk alone, where it is asked for.
    maxPitch: MOST_PITCH,
    dragRotate: false,
    touchPitch: false,
    attributionControl: false,
    pixelRatio: options.pixelRatio,
    // The one tile a city is known by from afar is drawn as it is at every zoom, never sliced: a slice would have to come first.
    zoomLevelsToOverscale: ZOOM.max - AFAR_ZOOM,
    localIdeographFontFamily: localFamily,
    fadeDuration: options.isStill || lessMotion() ? 0 : 140,
    locale: { 'Map.Title': options.ariaLabel },
  });
  map.keyboard.disableRotation();
  keepSteady(map);
  return map;
}

/** Both themes at once: a change of theme then only names other images. */
export function addImages(map: MapLibre): void {
  const ratio = window.devicePixelRatio || 1;
  const fine = Math.max(2, ratio); // glyphs fall between pixels, so they need more than the screen has
  for (const theme of THEMES) {
    for (const image of [...symbolImages(theme, fine), ...markImages(theme, fine)])
      map.addImage(image.name, image, { pixelRatio: fine });
    for (const { fit, ...image } of badgeImages(theme, fine))
      map.addImage(image.name, image, { pixelRatio: fine, ...fit });
    for (const image of [...statePatterns(theme, ratio), twicePattern(theme, ratio)])
      map.addImage(image.name, image, { pixelRatio: image.pixelRatio });
  }
}
