import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { hei, song } from '../../fonts.ts';
import {
  beside,
  byScript,
  districtLayout,
  name,
  onLine,
  shortName,
  spaced,
  text,
  under,
  type Layout,
} from '../../layers/text.ts';
import { paletteOf, type VisitorLook } from '../look.ts';
import { isOther } from './parks.ts';
import { from } from './source.ts';

const isKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

/** Below this zoom a site is smaller than the glyph on it, and the name stands below the glyph; from it, below the site. */
const SITES_SHOW = 13.5;

/** Names of places 地名: roads, water, townships, districts 区县. Below 天地图 are its own. */
export function placeNames(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  const visibility = look.tianditu === 'drawn' ? 'none' : 'visible';
  const places = from(look, 'places');
  const place = (px: Layout['text-size'], em: number): Layout => ({
    visibility,
    'text-field': name(look),
    'text-font': hei.medium,
    'text-size': px,
    'text-letter-spacing': spaced(look, em),
  });
  const township = text({
    ...{ id: 'township-name', ...places, colour: p.labelQuiet, halo: p.halo, minzoom: 11, maxzoom: 16.5 },
    filter: isKind('township'),
    layout: place(13, 0.42),
  });
  if (!look.hasTiles) return [township];
  const onWater: Layout = { ...onLine(look), visibility, 'text-font': song.semibold, 'text-max-angle': 40 };
  return [
    text({
      ...{ id: 'road-name', ...from(look, 'roads'), colour: p.labelQuiet, halo: p.road, minzoom: 13 },
      layout: { ...onLine(look), visibility },
    }),
    text({
      ...{ id: 'water-name-line', ...from(look, 'rivers'), colour: p.waterInk, halo: p.water, minzoom: 11 },
      layout: {
        ...onWater,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 12, 14, 15],
        'text-letter-spacing': spaced(look, 0.9),
        'symbol-spacing': 480,
      },
    }),
    township,
    text({
      ...{ id: 'district-name', ...places, colour: p.label, halo: p.halo, maxzoom: 13 },
      filter: isKind('district'),
      layout: { ...districtLayout(look), visibility },
    }),
  ];
}

/** Names of the parks that are not chosen. */
export function parkNames(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  const quiet: Layout = {
    'text-field': shortName(look),
    'text-font': hei.medium,
    'text-size': 12,
    'text-max-width': byScript(look, 10, 14),
    'text-justify': 'auto',
  };
  const far = text({
    ...{ id: 'park-name-far', source: 'parks', colour: p.label, halo: p.halo },
    ...(look.hasTiles && { maxzoom: SITES_SHOW }),
    filter: ['!', ['has', 'point_count']],
    layout: {
      ...quiet,
      'text-variable-anchor-offset': beside(1.1),
      'text-padding': ['interpolate', ['linear'], ['zoom'], 10, 8, 12.5, 2],
    },
  });
  if (!look.hasTiles) return [far];
  const near = text({
    ...{ id: 'park-name', ...from(look, 'parks'), colour: p.label, halo: p.halo, minzoom: SITES_SHOW },
    filter: isOther(look),
    layout: { ...quiet, 'text-variable-anchor-offset': under(0.3) },
  });
  return [far, near];
}

/** The chosen park in full, and the areas of its sites: clear of its own numbers, and before every other name. */
export function chosenNames(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  const accent = { source: 'chosen', colour: p.accent, halo: p.halo };
  return [
    text({
      ...{ ...accent, id: 'site-area', minzoom: SITES_SHOW, filter: ['has', 'mu'] },
      layout: {
        'text-field': ['concat', ['get', 'mu'], look.language === 'zh' ? ' 亩' : ' mu'],
        'text-font': hei.medium,
        'text-size': 12,
        'text-offset': [0, 1.1],
      },
    }),
    text({
      ...{ ...accent, id: 'park-name-chosen', haloWidth: 2, filter: ['has', 'name'] },
      layout: {
        'text-field': name(look),
        'text-font': hei.bold,
        'text-size': 14,
        'text-max-width': byScript(look, 9, 16),
        'text-allow-overlap': true,
        'text-variable-anchor-offset': [...under(0.4), ...beside(1.15), ...beside(2.4)],
        'text-justify': 'auto',
      },
    }),
  ];
}
