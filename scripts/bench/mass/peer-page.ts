import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { MassCity } from './cities.ts';

const library = new URL('../../../node_modules/maplibre-gl/dist/', import.meta.url);
const PAGE = '/bare-extrusions';

/** A page with nothing but the map library and one layer of the same bodies, seen from the same place. */
export async function bareExtrusions(page: Page, address: string, city: MassCity, pitch: number): Promise<void> {
  const data = {
    type: 'FeatureCollection',
    features: city.buildings.map(({ rings, heightM }) => ({
      type: 'Feature',
      properties: { h: heightM },
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  };
  const options = { center: city.at, zoom: city.zoom, pitch, bearing: -20, fadeDuration: 0 };
  const html = `<!doctype html><style>body{margin:0}#map{position:fixed;inset:0}</style><div id="map"></div><script type="module">
    import { Map } from '${PAGE}/maplibre-gl.mjs';
    const data = await (await fetch('${PAGE}/data')).json();
    const style = { version: 8, sources: { own: { type: 'geojson', data } }, layers: [
      { id: 'own', type: 'fill-extrusion', source: 'own', paint: { 'fill-extrusion-color': '#ccc', 'fill-extrusion-height': ['get', 'h'] } }] };
    const map = new Map({ container: 'map', style, maxPitch: 60, ...${JSON.stringify(options)} });
    map.once('idle', () => (document.title = 'drawn'));
  </script>`;
  await page.route(`${address}${PAGE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(PAGE.length + 1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    if (name === 'data') return route.fulfill({ contentType: 'application/json', body: JSON.stringify(data) });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(new URL(name, library), 'utf8') });
  });
  await page.goto(address + PAGE);
  await page.waitForFunction(() => document.title === 'drawn');
}
