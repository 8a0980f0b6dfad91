import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { STATES_OF_USE, type StateOfUse } from '../../../domain/land/states-of-use.ts';
import { fadeIn, tint } from '../../layers/paint.ts';
import { patternImage } from '../../pattern-names.ts';
import { paletteOf, widened, type VisitorLook } from '../look.ts';
import { from } from './source.ts';

const SURFACES = ['farm', 'road', 'water'] as const;
const lc: ExpressionSpecification = ['get', 'lc'];
const isSurface: ExpressionSpecification = ['in', lc, ['literal', [...SURFACES]]];
const isBlock: ExpressionSpecification = ['!', isSurface];

type Source = ReturnType<typeof from>;

/** Land classes 用地分类: a block of paper under the official colour; over 天地图 the colour alone. */
function classes(look: VisitorLook, prefix: string, source: Source, opacity: object = {}): LayerSpecification[] {
  const p = paletteOf(look);
  const fill = (
    id: string,
    filter: FilterSpecification,
    colour: string | ExpressionSpecification,
  ): LayerSpecification => ({
    ...{ id: `${prefix}${id}`, type: 'fill', ...source, filter },
    paint: { ...opacity, 'fill-color': colour, 'fill-antialias': false },
  });
  const surfaces = SURFACES.map((key) => fill(`land-${key}`, ['==', lc, key], p.land[key]));
  const blocks = fill('blocks', isBlock, look.tianditu === 'drawn' ? 'transparent' : p.block);
  return [...surfaces, blocks, fill('land-class', isBlock, tint(p))];
}

/** The land as it is known from afar, below all that has come; clear, not hidden, so that its tiles stay at hand. */
export function afar(look: VisitorLook): LayerSpecification[] {
  if (!look.hasTiles) return [];
  const seen = { 'fill-opacity': look.bridged ? 1 : 0, 'fill-opacity-transition': { duration: 0 } };
  const source = (layer: string) => ({ source: 'afar', 'source-layer': layer });
  return [...classes(look, 'afar-marks-', source('land-marks'), seen), ...classes(look, 'afar-', source('land'), seen)];
}

export function land(look: VisitorLook): LayerSpecification[] {
  if (!look.hasTiles) return [];
  const p = paletteOf(look);
  return [
    // What is drawn together lies below what is drawn as it is.
    ...classes(look, 'marks-', from(look, 'land-marks')),
    ...classes(look, '', from(look, 'land')),
    {
      ...{ id: 'parcel-line', type: 'line', ...from(look, 'land'), minzoom: 13 },
      filter: isBlock,
      paint: {
        'line-color': p.parcelLine,
        'line-width': widened(look, 0.5),
        'line-opacity': fadeIn(13, look.highContrast ? 1 : 0.55),
      },
    },
    {
      ...{ id: 'buildings', type: 'fill', ...from(look, 'buildings'), minzoom: 14 },
      paint: { 'fill-color': p.building, 'fill-opacity': fadeIn(14, p.buildingOpacity) },
    },
  ];
}

function texture(look: VisitorLook, state: StateOfUse): LayerSpecification[] {
  const filter: FilterSpecification = ['==', ['get', 'kind'], state];
  const dash = state === 'approved-not-supplied' ? { 'line-dasharray': [4, 2.5] } : {};
  const layout = { visibility: look.idle ? 'visible' : 'none' } as const;
  const source = from(look, 'idle');
  const hatch = paletteOf(look).hatch;
  return [
    {
      ...{ id: `idle-marks-${state}`, type: 'fill', ...from(look, 'idle-marks'), filter, layout },
      paint: { 'fill-color': hatch, 'fill-opacity': 0.45 },
    },
    {
      ...{ id: `idle-${state}`, type: 'fill', ...source, filter, layout },
      paint: { 'fill-pattern': patternImage(state, look.theme, look.textureStep) },
    },
    {
      ...{ id: `idle-${state}-line`, type: 'line', ...source, filter, layout },
      paint: {
        'line-color': hatch,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.25, 12, widened(look, 1)],
        ...dash,
      },
    },
  ];
}

/** Land offered for parks: texture, never colour. 疑似闲置, 低效, 批而未供. */
export const idle = (look: VisitorLook): LayerSpecification[] =>
  look.hasTiles ? STATES_OF_USE.flatMap((state) => texture(look, state)) : [];
