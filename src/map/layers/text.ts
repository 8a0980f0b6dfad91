import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { hei } from '../fonts.ts';
import type { Language } from '../view.ts';

/** What of a look decides how names are written. */
interface Written {
  readonly language: Language;
}

/** A name in the language of the page; Chinese where there is no English one. */
export const name = (state: Written): ExpressionSpecification =>
  state.language === 'en' ? ['coalesce', ['get', 'nameEn'], ['get', 'name'], ''] : ['coalesce', ['get', 'name'], ''];

const SUFFIX = '小微企业园';

/** On the map every park is a 小微企业园, so its name ends in 园 alone; the selected one is written in full. */
export const shortName = (state: Written): ExpressionSpecification => [
  'let',
  'name',
  name(state),
  [
    'case',
    ['==', ['slice', ['var', 'name'], -SUFFIX.length], SUFFIX],
    ['concat', ['slice', ['var', 'name'], 0, -SUFFIX.length], '园'],
    ['var', 'name'],
  ],
];

export const byScript = (state: Written, latin: number, chinese: number): ExpressionSpecification =>
  state.language === 'en' ? ['case', ['to-boolean', ['get', 'nameEn']], latin, chinese] : ['literal', chinese];

/** Letter spacing of place names, em; an alphabet takes far less than Chinese. */
export const spaced = (state: Written, em: number): ExpressionSpecification => byScript(state, em / 8, em);

/** The same, close together from so far that a district is hardly wider than its name. */
const wider = (state: Written, em: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  9,
  spaced(state, em / 10),
  10.5,
  spaced(state, em),
];

const DISTRICT_PX: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 9, 12, 11, 16];

export type Layout = NonNullable<SymbolLayerSpecification['layout']>;

type Anchors = ['top' | 'center', [number, number], ...(string | [number, number])[]];

interface Text {
  readonly id: string;
  readonly source: string;
  readonly 'source-layer'?: string;
  readonly colour: string;
  readonly halo: string;
  readonly haloWidth?: number;
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly filter?: FilterSpecification;
  readonly layout: Layout;
}

/** A text layer; every text stands in a halo. */
export function text(t: Text): LayerSpecification {
  return {
    id: t.id,
    type: 'symbol',
    source: t.source,
    ...(t['source-layer'] === undefined ? {} : { 'source-layer': t['source-layer'] }),
    ...(t.minzoom === undefined ? {} : { minzoom: t.minzoom }),
    ...(t.maxzoom === undefined ? {} : { maxzoom: t.maxzoom }),
    ...(t.filter === undefined ? {} : { filter: t.filter }),
    layout: t.layout,
    paint: { 'text-color': t.colour, 'text-halo-color': t.halo, 'text-halo-width': t.haloWidth ?? 1.5 },
  };
}

/** A quiet name along a line. */
export const onLine = (state: Written): Layout => ({
  'symbol-placement': 'line',
  'symbol-spacing': 420,
  'text-field': name(state),
  'text-font': hei.regular,
  'text-size': 11,
  'text-letter-spacing': spaced(state, 0.3),
  'text-max-angle': 30,
  'text-padding': 4,
});

/** Places for a name, best first; `em` away from its point. */
export const beside = (em: number): Anchors => ['top', [0, em], 'bottom', [0, -em], 'left', [em, 0], 'right', [-em, 0]];
/** About its point, where it has room, the nearest place first; em, and no farther: it would stand on the ground of a neighbour. */
const ABOUT = [0, 0.7, -0.7, 1.4, -1.4]
  .flatMap((x) => [0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8].map((y): [number, number] => [x, y]))
  .sort((p, q) => Math.hypot(...p) - Math.hypot(...q))
  .flatMap((place) => ['center', place] as const) as unknown as Anchors;
export const under = (em: number): Anchors => ['top', [0, em], 'top-left', [-em, em], 'top-right', [em, em]];

/** Names of districts 区县, wherever they are drawn. */
export const districtLayout = (state: Written): Layout => ({
  'text-field': name(state),
  'text-font': hei.medium,
  'text-size': DISTRICT_PX,
  'text-letter-spacing': wider(state, 0.5),
  'text-variable-anchor-offset': ABOUT,
});
